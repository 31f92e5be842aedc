/** What a round asks of somebody: to write, to give dots, to rate; and below it what they laid. */
import './write-part.css';
import { useEffect, useRef, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { phoneTexts } from '../i18n/phone.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { WriteForm } from './WriteForm.tsx';

// Chunks of their own: asked for by the rounds that need them, or once the field is there to write in.
const WriteFoot = lazyPart(() => import('./WriteFoot.tsx').then((part) => part.WriteFoot));
const DotsPart = lazyPart(() => import('./DotsPart.tsx').then((part) => part.DotsPart));
const RatingsPart = lazyPart(() => import('./RatingsPart.tsx').then((part) => part.RatingsPart));

/** @param keyboard - an on-screen keyboard is open, so there is little room. */
export function WritePart({ keyboard }: { readonly keyboard: boolean }) {
  const model = useMeetup();
  const text = useText(phoneTexts);
  const noWriting = useReadable(model.noWriting);
  const marking = useReadable(model.marking);
  const [hasWords, setHasWords] = useState(() => model.drafts.get('new') !== undefined);
  const notice = useRef<HTMLParagraphElement>(null);
  const shown = noWriting === undefined || hasWords;
  // Where there is something else to do, nobody is told to put the phone away.
  const isSaid =
    noWriting !== undefined && (marking === undefined || noWriting !== 'roundClosed' || hasWords);
  const asked = Number(shown) + Number(marking !== undefined);
  const before = useRef(asked);
  useEffect(() => {
    // Whoever stood in a field or at a button when it went, finds the reason there.
    if (asked < before.current && document.activeElement === document.body) {
      notice.current?.focus({ preventScroll: true });
    }
    before.current = asked;
  }, [asked]);
  return (
    <div className="write-part">
      <div role="status">
        {isSaid && (
          <p className="write-notice" ref={notice} tabIndex={-1}>
            {text.noWriting[noWriting]}
            {hasWords && ` ${text.textStays}`}
          </p>
        )}
      </div>
      {marking?.dots !== undefined && <DotsPart rule={marking.dots} />}
      {marking?.ratings === true && <RatingsPart />}

      {shown && <WriteForm keyboard={keyboard} onWords={setHasWords} />}
      <WriteFoot />
    </div>
  );
}
