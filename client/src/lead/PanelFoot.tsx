/** At the foot of the panel, always in view: whether all words are in, the close, and the main action. */
import { ArrowRight, Eye } from 'lucide-react';
import { leadTexts } from '../i18n/lead.ts';
import { leadingTexts } from '../i18n/leading.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { CloseButton } from './CloseMeetup.tsx';
import { useLead } from './lead-context.tsx';
import { commandFor, mainAction } from './main-action.ts';
import { StillComing } from './StillComing.tsx';

/** A trial cannot be closed, only opened; a prepared or closed meet-up has no foot. */
export function PanelFoot() {
  const { status, round } = useReadable(useMeetup().stage);
  if (status !== 'open' && status !== 'trying') return null;
  return (
    <footer className="lead-panel-foot">
      {round !== null && <StillComing />}
      {status === 'open' && <CloseButton />}
      <MainButton />
    </footer>
  );
}

/** "Begin", "Draai samen om", "Sluit stemmen" or "Volgende ronde"; after the last round there is nothing to press here. */
export function MainButton() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const leading = useText(leadingTexts);
  const say = useLocalized();
  const announce = useAnnounce();
  const stage = useReadable(model.stage);
  const { send, busy } = useLead();
  const action = mainAction(model.session.meetup, stage);
  const command = commandFor(action, stage.revision);
  if (command === undefined || action.kind === 'open' || action.kind === 'close' || action.kind === 'none')
    return null;
  const words = { begin: text.begin, next: text.next, turn: leading.turn };
  async function act(wanted: NonNullable<typeof command>): Promise<void> {
    if (!(await send(wanted))) return;
    if (action.kind === 'count') announce(leading.counted[action.what]);
    if (action.kind === 'turn') announce(leading.turned);
  }
  return (
    <Button
      kind={stage.status === 'trying' ? 'plain' : 'primary'}
      className="lead-next"
      busy={busy}
      onClick={() => void act(command)}
    >
      {action.kind === 'count' ? (
        <span>{leading.count[action.what]}</span>
      ) : (
        <span>
          {words[action.kind]}
          <small>{say(action.to.round.title)}</small>
        </span>
      )}
      {action.kind === 'begin' || action.kind === 'next' ? (
        <ArrowRight size={20} aria-hidden="true" />
      ) : (
        <Eye size={20} aria-hidden="true" />
      )}
    </Button>
  );
}
