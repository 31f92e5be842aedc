/** Pasted text as notes: a line each, without marks of lists, and long lines divided between words. */
import { cleanText, countGraphemes, cutGraphemes, fitsNote } from '@ruimte/shared/text';
import { LIMITS } from '@ruimte/shared/limits';

/** More than this at once would keep the board and everybody else busy. */
export const MOST_PASTED = 100;

/** What stands before a line of a list: "- ", "* ", "• ", "1. ", "2) ". */
const LIST_MARK = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u;

export interface PastedLines {
  /** At most {@link MOST_PASTED}, each fitting a note. */
  readonly notes: readonly string[];
  /** How many lines were too long for one note. */
  readonly divided: number;
  /** True when there was more than goes on the board at once. */
  readonly more: boolean;
}

/** The notes that pasted text would become. Empty lines are left out. */
export function linesOf(pasted: string): PastedLines {
  const notes: string[] = [];
  let divided = 0;
  for (const line of cleanText(pasted.slice(0, LIMITS.textUnits * MOST_PASTED)).split('\n')) {
    const words = line.replace(LIST_MARK, '').trim();
    if (words === '') continue;
    if (fitsNote(words)) notes.push(words);
    else {
      divided += 1;
      notes.push(...divide(words));
    }
  }
  return { notes: notes.slice(0, MOST_PASTED), divided, more: notes.length > MOST_PASTED };
}

/** Parts that each fit a note, cut between words where there is one to cut between. */
function divide(words: string): string[] {
  const parts: string[] = [];
  let part = '';
  const flush = (): void => {
    if (part !== '') parts.push(part);
    part = '';
  };
  for (const word of words.split(/\s+/)) {
    const longer = part === '' ? word : `${part} ${word}`;
    if (fitsNote(longer)) {
      part = longer;
      continue;
    }
    flush();
    let left = word;
    while (!fitsNote(left)) {
      // Graphemes of many units reach the limit on units first.
      let most: number = Math.min(LIMITS.textGraphemes, countGraphemes(left));
      while (most > 1 && !fitsNote(cutGraphemes(left, most))) most = Math.floor(most / 2);
      const head = cutGraphemes(left, most).slice(0, LIMITS.textUnits);
      parts.push(head);
      left = left.slice(head.length);
    }
    part = left;
  }
  flush();
  return parts;
}
