/** Closing the meet-up: asked once, done, and to be taken back for ten minutes. */
import { TIMES } from '@ruimte/shared/limits';
import { useLayoutEffect, useRef, useState } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { leadingTexts } from '../i18n/leading.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useTick } from '../meetup/use-round-time.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useReadable } from '../use-model.ts';
import { useOnDesks } from './DeskNotice.tsx';
import { useLead } from './lead-context.tsx';
import { mainAction } from './main-action.ts';
import { StillComing } from './StillComing.tsx';

const MINUTE_MS = 60_000;

/** "Sluit af…" with its question. In the last round it is the primary action. */
export function CloseButton() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const { send, busy } = useLead();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const last = mainAction(model.session.meetup, useReadable(model.stage)).kind === 'close';
  async function close(): Promise<void> {
    if (await send({ type: 'close' })) announce(text.closed);
    setAsking(false);
  }
  return (
    <>
      <Button kind={last ? 'primary' : 'plain'} onClick={() => setAsking(true)}>
        {text.close}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.closeTitle}
        actions={
          <Button kind="primary" busy={busy} onClick={() => void close()}>
            {text.closeNow}
          </Button>
        }
      >
        <p>{text.closeText}</p>
        <StillOnDesks />
        <p>{text.closeLate}</p>
        <StillComing />
        <p>{text.closeUndo}</p>
      </Dialog>
    </>
  );
}

/** What was never turned over would go unseen into the past. */
function StillOnDesks() {
  const text = useText(leadingTexts);
  const notes = useOnDesks();
  return notes > 0 && <p className="num">{text.closeDesks(notes)}</p>;
}

/** Under the bar once the meet-up is closed: how long the close can still be taken back, and where the board is. */
export function ClosedBar() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const { status, closedAt } = useReadable(model.stage);
  useTick(status === 'closed', 5_000);
  if (status !== 'closed') return null;
  const leftMs = (closedAt ?? 0) + TIMES.undoCloseMs - model.now();
  return (
    <div className="closed-bar">
      <p role="status">{text.closedLong}</p>
      {leftMs > 0 && (
        <>
          <p className="num">{text.undoLeft(Math.max(1, Math.ceil(leftMs / MINUTE_MS)))}</p>
          <UndoClose />
        </>
      )}
      <ButtonLink size="small" href="/archive">
        {text.archive}
      </ButtonLink>
    </div>
  );
}

/** For who closed, this is what comes next: the button they pressed is gone with its dialog. */
function UndoClose() {
  const text = useText(leadTexts);
  const { send, busy } = useLead();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <Button ref={button} size="small" busy={busy} onClick={() => void send({ type: 'undoClose' })}>
      {text.undoClose}
    </Button>
  );
}
