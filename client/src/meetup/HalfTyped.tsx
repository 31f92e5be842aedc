/** Words that were still in the field when the session ended: to be read and copied, they are not gone. */
import { useRef } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useMeetup } from './context.ts';
import { copyWords } from './copy-words.ts';

/** The draft of a new note; nothing when there is none. */
export function HalfTyped() {
  const { drafts } = useMeetup();
  const text = useText(connectionTexts);
  const announce = useAnnounce();
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
          <Button
            size="small"
            onClick={() => {
              if (words.current === null) return;
              void copyWords(words.current).then((done) => announce(done ? text.copied : text.copyFailed));
            }}
          >
            {text.copy}
          </Button>
        </div>
      </div>
    </section>
  );
}
