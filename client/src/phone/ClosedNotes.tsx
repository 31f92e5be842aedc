/** What others wrote in a private round, while nobody may read it: as many backs of notes, and how many in words. */
import './desk.css';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';

/** More than these are only said: a hundred grey cards say no more than a handful. */
const MOST_DRAWN = 20;

interface ClosedNotesProps {
  /** How many others wrote. */
  readonly notes: number;
  /** Something can be read above them. */
  readonly also: boolean;
  /** The empty space is not counted for anybody. */
  readonly uncounted: boolean;
}

/** Neutral paper without words, community or place. */
export function ClosedNotes({ notes, also, uncounted }: ClosedNotesProps) {
  const text = useText(phoneRoundTexts).desk;
  const counted = also ? text.alsoLie(notes) : text.lie(notes);
  return (
    <div className="closed-notes">
      <p className="muted">{uncounted ? text.faceDown : counted}</p>
      <div className="closed-notes-paper" aria-hidden="true">
        {Array.from({ length: Math.min(notes, MOST_DRAWN) }, (_, index) => (
          <div key={index} className="closed-note" />
        ))}
      </div>
    </div>
  );
}
