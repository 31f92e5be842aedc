/** How much still fits on a note, and when that is worth saying aloud. */
import { LIMITS } from '@ruimte/shared/limits';
import { cleanText, countGraphemes } from '@ruimte/shared/text';

/** How a text measures against a note. Counted as it would be laid: cleaned and trimmed. */
export interface NoteLength {
  /** Characters as people count them that still fit; below zero it is too long by so many. */
  readonly left: number;
  /** Few enough characters, but built from more parts than the server takes. */
  readonly tooHeavy: boolean;
  readonly empty: boolean;
  readonly fits: boolean;
}

/** Measures a text against a note. */
export function measureNote(text: string): NoteLength {
  const words = cleanText(text).trim();
  const left = LIMITS.textGraphemes - countGraphemes(words);
  const tooHeavy = left >= 0 && words.length > LIMITS.textUnits;
  return { left, tooHeavy, empty: words === '', fits: left >= 0 && !tooHeavy };
}

/** Said aloud when so many characters are left; every character would drown the typing. */
const SAID_AT = [20, 10, 5, 0, -1];

/** True when the count passed a step that is worth saying, going down. */
export function isWorthSaying(before: number, after: number): boolean {
  return SAID_AT.some((step) => before > step && after <= step);
}
