/** Notes that were moved here while somebody else removed them: named, with their words to copy. */
import { useRef } from 'react';
import { unsentTexts } from '../i18n/unsent.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import type { LostMove } from '../model/meetup-model.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { CopyButton } from './CopyButton.tsx';
import { useZoneTitle } from './use-board-part.ts';

/** Nothing while there are none. */
export function LostMoves() {
  const model = useMeetup();
  const text = useText(unsentTexts);
  const moves = useReadable(model.lostMoves);
  return (
    <div role="status">
      {moves.length > 0 && (
        <section className="unsent" aria-label={text.movedTitle}>
          <ul>
            {moves.map((move) => (
              <LostMoveItem key={move.id} move={move} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function LostMoveItem({ move }: { readonly move: LostMove }) {
  const model = useMeetup();
  const text = useText(unsentTexts);
  const locale = useLocale();
  const words = useRef<HTMLParagraphElement>(null);
  const zone = useZoneTitle(move.zone);
  return (
    <li className="unsent-item">
      <p ref={words} dir="auto" className="unsent-words">
        {move.text}
      </p>
      <p className="muted">{[zone?.[locale], text.moved].filter(Boolean).join(' · ')}</p>
      <div className="unsent-actions">
        <CopyButton words={words} />
        <Button size="small" kind="quiet" onClick={() => model.forgetMove(move.id)}>
          {text.gotIt}
        </Button>
      </div>
    </li>
  );
}
