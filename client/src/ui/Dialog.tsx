/**
 * A question that has to be answered first. The browser's own modal dialog: it keeps focus inside, closes on Escape
 * and gives focus back, without the style element that a strict Content-Security-Policy refuses to a script.
 */
import './dialog.css';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { commonTexts } from '../i18n/common.ts';
import { useText } from '../i18n/use-text.ts';

interface DialogProps {
  readonly open: boolean;
  /** Asked to go: Escape, the button "Laat maar", a press beside the dialog. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons that answer; "Laat maar" comes by itself. */
  readonly actions: ReactNode;
  /** Where nothing is asked: the word on the button that closes it. */
  readonly closeWord?: string;
}

/** A modal dialog; the page behind it does not react while it is open. */
export function Dialog({ open, onClose, title, children, actions, closeWord }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const text = useText(commonTexts);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  useLayoutEffect(() => {
    const element = dialog.current;
    // Taken out of the page while it is open it would not give the focus back.
    return () => element?.close();
  }, []);
  return (
    // The press beside it is a shortcut for a mouse; Escape and the button are the way for keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className="dialog-body">
          <h2 id={titleId}>{title}</h2>
          <div className="dialog-text">{children}</div>
          <div className="dialog-actions">
            <Button kind="quiet" onClick={onClose}>
              {closeWord ?? text.cancel}
            </Button>
            {actions}
          </div>
        </div>
      )}
    </dialog>
  );
}
