/** Before the meet-up is open: trying it out, and opening it. */
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';

/** Says how it stands and what opening does. */
export function PreparedCard() {
  const text = useText(leadTexts);
  const { status } = useReadable(useMeetup().stage);
  const { send, busy } = useLead();
  const announce = useAnnounce();
  const trying = status === 'trying';
  async function open(): Promise<void> {
    if (await send({ type: 'open' })) announce(text.opened);
  }
  return (
    <section className="lead-card">
      <p>{trying ? text.trying : text.prepared}</p>
      <Button kind="primary" busy={busy} onClick={() => void open()}>
        {text.open}
      </Button>
      {!trying && (
        <>
          <Button busy={busy} onClick={() => void send({ type: 'try' })}>
            {text.tryOut}
          </Button>
          <p className="muted">{text.tryHint}</p>
        </>
      )}
    </section>
  );
}
