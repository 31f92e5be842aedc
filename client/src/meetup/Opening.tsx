/** What stands there before the meet-up is open. */
import './opening.css';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import { useEffect, useState } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { useCloseReason } from '../i18n/use-close-reason.ts';
import { useText } from '../i18n/use-text.ts';

/** Shorter waits pass unseen. */
const SHOW_AFTER_MS = 600;

interface OpeningProps {
  readonly lost?: boolean;
  /** What the server said when it closed the line. */
  readonly why?: CloseReason | undefined;
}

/** A line that the board is on its way, after a moment; or that there is no connection, or why it takes longer. */
export function Opening({ lost = false, why }: OpeningProps) {
  const text = useText(connectionTexts);
  const reason = useCloseReason(why);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="opening">
      <h1 className="visually-hidden">Ruimte</h1>
      <div role="status">{shown || lost ? <p>{reason ?? (lost ? text.lost : text.opening)}</p> : null}</div>
    </main>
  );
}
