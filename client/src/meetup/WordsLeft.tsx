/** What a session that is over leaves on this device: to be read and copied, it is not gone. */
import { useRef } from 'react';
import { unsentTexts } from '../i18n/unsent.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from './context.ts';
import { CopyButton } from './CopyButton.tsx';
import { UnsentNotes } from './UnsentNotes.tsx';

/** Notes that were not sent, and what was still in the field. */
export function WordsLeft() {
  return (
    <>
      <UnsentNotes all />
      <HalfTyped />
    </>
  );
}

/** The draft of a new note; nothing when there is none. */
function HalfTyped() {
  const { drafts } = useMeetup();
  const text = useText(unsentTexts);
  const words = useRef<HTMLParagraphElement>(null);
  const draft = drafts.get('new')?.text.trim() ?? '';
  if (draft === '') return null;
  return (
    <section className="unsent" aria-label={text.halfTyped}>
      <h2>{text.halfTyped}</h2>
      <div className="unsent-item">
        <p ref={words} dir="auto" className="unsent-words">
          {draft}
        </p>
        <div className="unsent-actions">
          <CopyButton words={words} />
        </div>
      </div>
    </section>
  );
}
