/** Typed text: counting as people count, and making it safe to keep. */
import { LIMITS } from './limits.ts';

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });
/** Control characters except newline, bidi overrides and isolates, and invisible fillers. */
// oxlint-disable-next-line no-control-regex -- these are exactly the characters that must go
const UNWANTED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** How many characters a reader sees: an emoji of several code points counts as one. */
export function countGraphemes(text: string): number {
  if (text.length === 0) return 0;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** The first `max` graphemes of the text, never cutting one in two. */
export function cutGraphemes(text: string, max: number): string {
  let count = 0;
  for (const { index } of graphemes.segment(text)) {
    if (count === max) return text.slice(0, index);
    count += 1;
  }
  return text;
}

/** The text without control characters, with plain newlines, in composed form; lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNWANTED, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC');
}

/** A single line for names and titles: cleaned, white space folded, trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** True when the text fits a note: at most 120 graphemes and 480 UTF-16 units. */
export function fitsNote(text: string): boolean {
  return text.length <= LIMITS.textUnits && countGraphemes(text) <= LIMITS.textGraphemes;
}
