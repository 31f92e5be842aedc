/** Then and now over the board of a laptop, in rounds that look back. */
import './compare-sheet.css';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { compareTexts } from '../i18n/compare.ts';
import { useText } from '../i18n/use-text.ts';
import { useLead } from '../lead/lead-context.tsx';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { ThenAndNow } from './ThenAndNow.tsx';

/** Takes the focus when it opens; Escape closes it. */
export function CompareSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(compareTexts);
  const { role } = useMeetup().session;
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  return (
    // Escape closes it from wherever the focus is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={sheet}
      tabIndex={-1}
      className="compare-sheet"
      aria-labelledby="compare-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id="compare-title">{text.title}</h2>
        {role === 'facilitator' && <CarryOver />}
        <IconButton label={text.close} onClick={onClose}>
          <X size={20} aria-hidden="true" />
        </IconButton>
      </header>
      <ThenAndNow level={3} />
    </section>
  );
}

/** Lays all notes of then on this board; what lies there already stays as it is. */
function CarryOver() {
  const text = useText(compareTexts);
  const model = useMeetup();
  const ask = useAsk();
  const toast = useToast();
  const { attempt } = useLead();
  const [busy, setBusy] = useState(false);
  if (model.session.meetup.previous === null) return null;
  async function carry(): Promise<void> {
    const then = await ask('readPrevious', {});
    const notes = then?.items.map(({ id }) => id) ?? [];
    const { restored = 0 } = await model.command({ type: 'carryOver', notes });
    toast({ message: text.carried(restored) });
  }
  return (
    <Button
      busy={busy}
      onClick={() => {
        setBusy(true);
        void attempt(carry).finally(() => setBusy(false));
      }}
    >
      {text.carry}
    </Button>
  );
}
