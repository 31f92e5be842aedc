/** Own words that the server did not take, each with its reason, to be copied, tried again, laid again or thrown away. */
import type { ErrorCode } from '@ruimte/shared/errors';
import { RuimteError } from '@ruimte/shared/errors';
import { useEffect, useRef, useState } from 'react';
import { unsentTexts } from '../i18n/unsent.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import type { UnsentNote } from '../model/meetup-model.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { CopyButton } from './CopyButton.tsx';
import { useZoneTitle } from './use-board-part.ts';
import { LateMarks } from './LateMarks.tsx';
import { LostMoves } from './LostMoves.tsx';

/** @param all - also those that are only waiting: for a page that will not connect again. */
export function UnsentNotes({ all = false }: { readonly all?: boolean }) {
  const model = useMeetup();
  const text = useText(unsentTexts);
  const unsent = useReadable(model.unsent);
  const shown = all ? unsent : unsent.filter(({ state }) => state === 'refused');
  useAnnounceMore(shown.length, text.refused(shown.length));
  return (
    <>
      {shown.length > 0 && (
        <section className="unsent" aria-label={text.title}>
          <div className="unsent-head">
            <h2>{all ? text.title : text.refused(shown.length)}</h2>
            {!all && shown.some(({ reason }) => reason !== 'noteRemoved') && (
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
      )}
      <LostMoves />
      <LateMarks />
    </>
  );
}

/** Words that were refused must not go unnoticed by whoever does not see them appear. */
function useAnnounceMore(notes: number, words: string): void {
  const announce = useAnnounce();
  const before = useRef(0);
  useEffect(() => {
    if (notes > before.current) announce(words);
    before.current = notes;
  }, [notes, words, announce]);
}

function UnsentItem({ note }: { readonly note: UnsentNote }) {
  const model = useMeetup();
  const text = useText(unsentTexts);
  const locale = useLocale();
  const sentence = useErrorSentence();
  const announce = useAnnounce();
  const words = useRef<HTMLParagraphElement>(null);
  const [tooLong, setTooLong] = useState(false);
  const zone = useZoneTitle(note.zone);
  const reason: ErrorCode | undefined = tooLong ? 'noteTooLong' : note.reason;
  const why = reason === undefined ? undefined : sentence(new RuimteError(reason, reason));
  return (
    <li className="unsent-item">
      <p ref={words} dir="auto" className="unsent-words">
        {note.text}
      </p>
      <p className="muted">{[zone?.[locale], why].filter((each) => each !== undefined).join(' · ')}</p>
      <div className="unsent-actions">
        <CopyButton words={words} />
        <LayAgain note={note} onTooLong={() => setTooLong(true)} />
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

interface LayAgainProps {
  readonly note: UnsentNote;
  readonly onTooLong: () => void;
}

/** For words whose note is gone. Facilitators have the bin: laid again by them, words of others would become theirs. */
function LayAgain({ note, onTooLong }: LayAgainProps) {
  const model = useMeetup();
  const text = useText(unsentTexts);
  const announce = useAnnounce();
  const noWriting = useReadable(model.noWriting);
  if (note.reason !== 'noteRemoved' || noWriting !== undefined || model.session.role !== 'participant')
    return null;
  function layAgain(): void {
    const laid = model.layAgain(note.id);
    if (laid?.ok) announce(text.laidAgain);
    else if (laid?.reason === 'tooLong') onTooLong();
  }
  return (
    <Button size="small" onClick={layAgain}>
      {text.layAgain}
    </Button>
  );
}
