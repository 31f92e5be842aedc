/** The meet-up is over, or cannot be opened with this session: the reason, the own words, and the way to the start. */
import '../ui/message.css';
import './opening.css';
import { RuimteError } from '@ruimte/shared/errors';
import type { ReactNode } from 'react';
import { endedTexts } from '../i18n/ended.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { WordsLeft } from './WordsLeft.tsx';

/** A session that could not be opened, with what the server said. */
export function OpeningFailed({ error }: { readonly error: unknown }) {
  return <TheEnd error={error} />;
}

/** An open meet-up whose session ended; what was not sent can still be copied. */
export function Ended({ error }: { readonly error: unknown }) {
  return (
    <TheEnd error={error}>
      <WordsLeft />
    </TheEnd>
  );
}

function TheEnd({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const text = useText(endedTexts);
  const sentence = useErrorSentence();
  const closed = error instanceof RuimteError && error.code === 'meetupClosed';
  return (
    <main className="message">
      <h1>{closed ? text.closed : text.ended}</h1>
      <p role="alert">{sentence(error)}</p>
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
