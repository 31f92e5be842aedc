/** Own words that the server did not take, each with its reason, to be copied, tried again or thrown away. */
import type { ErrorCode } from '@ruimte/shared/errors';
import { RuimteError } from '@ruimte/shared/errors';
import { useRef } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import type { UnsentNote } from '../model/meetup-model.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { CopyButton } from './CopyButton.tsx';

/** @param all - also those that are only waiting: for a page that will not connect again. */
export function UnsentNotes({ all = false }: { readonly all?: boolean }) {
  const model = useMeetup();
  const text = useText(connectionTexts);
  const unsent = useReadable(model.unsent);
  const shown = all ? unsent : unsent.filter(({ state }) => state === 'refused');
  if (shown.length === 0) return null;
  return (
    <section className="unsent" aria-label={text.unsentTitle}>
      <div className="unsent-head">
        <h2>{all ? text.unsentTitle : text.refused(shown.length)}</h2>
        {!all && (
          <Button size="small" onClick={() => model.retryUnsent()}>
            {text.tryAgain}
          </Button>
        )}
      </div>
      <ul>
        {shown.map((note) => (
          <UnsentItem key={note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

function UnsentItem({ note }: { readonly note: UnsentNote }) {
  const model = useMeetup();
  const text = useText(connectionTexts);
  const locale = useLocale();
  const reason = useReason();
  const announce = useAnnounce();
  const words = useRef<HTMLParagraphElement>(null);
  const zone = model.session.meetup.zones.find(({ id }) => id === note.zone);
  return (
    <li className="unsent-item">
      <p ref={words} dir="auto" className="unsent-words">
        {note.text}
      </p>
      <p className="muted">
        {[zone?.title[locale], note.reason === undefined ? undefined : reason(note.reason)]
          .filter((each) => each !== undefined)
          .join(' · ')}
      </p>
      <div className="unsent-actions">
        <CopyButton words={words} />
        {note.state === 'refused' && (
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              model.dropUnsent(note.id);
              announce(text.thrownAway);
            }}
          >
            {text.throwAway}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The sentence of an error code. */
export function useReason(): (code: ErrorCode) => string | undefined {
  const sentence = useErrorSentence();
  return (code) => sentence(new RuimteError(code, code));
}
