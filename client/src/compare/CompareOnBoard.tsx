/** In a round that looks back: the way to then and now, and the sheet itself. */
import { useRef, useState } from 'react';
import { compareTexts } from '../i18n/compare.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { CompareSheet } from './CompareSheet.tsx';

/** The button stands over the board; closing the sheet gives the focus back to it. */
export function CompareOnBoard() {
  const text = useText(compareTexts);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <div className="compare-open">
        <Button ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.show}
        </Button>
      </div>
      {open && (
        <CompareSheet
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
