/** What stands there before the meet-up is open, and when it will not open. */
import '../ui/message.css';
import './opening.css';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import { type ReactNode, useEffect, useState } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { useCloseReason } from '../i18n/use-close-reason.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';

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

/** The meet-up cannot be opened with this session, with the reason and the way to the start. */
export function OpeningFailed({
  error,
  title,
  children,
}: {
  readonly error?: unknown;
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  const text = useText(connectionTexts);
  const sentence = useErrorSentence();
  return (
    <main className="message">
      <h1>{title ?? text.ended}</h1>
      {error !== undefined && <p role="alert">{sentence(error)}</p>}
      {children}
      <div className="opening-actions">
        <ButtonLink href="/" kind="primary">
          {text.rejoin}
        </ButtonLink>
        <Button onClick={() => location.reload()}>{text.tryAgain}</Button>
      </div>
    </main>
  );
}
