/** A few words in a given room, such as those at the end of a scale: as large as they fit, else on two lines. */
import type { DrawingContext } from './context.ts';
import { noteFont } from './fonts.ts';

/** Sizes of one line, the largest first, and the size of two lines; board units. */
export interface WordSizes {
  readonly one: readonly number[];
  readonly two: number;
}

/** For the foot of a scale or a rated zone. */
const WORDS_SMALL: WordSizes = { one: [42, 38, 34, 30, 26, 24], two: 22 };
/** For zones that are several times as wide, and seen from further away. */
export const WORDS_LARGE: WordSizes = { one: [44, 38, 34], two: 28 };
const LINE_HEIGHT = 1.12;
const ELLIPSIS = '…';

/** Words as they will be drawn. */
export interface FittedWords {
  readonly lines: readonly string[];
  readonly size: number;
  /** Of the widest line, and of all lines, board units. */
  readonly width: number;
  readonly height: number;
}

/** As much of a text as is no wider than the room, with an ellipsis where something is left out. */
function shorten(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  let kept = text;
  while (kept.length > 1 && !fits(kept + ELLIPSIS)) kept = kept.slice(0, -1);
  return kept.trimEnd() + ELLIPSIS;
}

/** Breaks words over at most two lines. */
function breakWords(text: string, fits: (text: string) => boolean): readonly string[] {
  const words = text.split(' ');
  let first = '';
  while (words.length > 0) {
    const longer = first === '' ? (words[0] ?? '') : `${first} ${words[0] ?? ''}`;
    if (first !== '' && !fits(longer)) break;
    first = longer;
    words.shift();
  }
  return [first, words.join(' ')].filter((line) => line !== '').map((line) => shorten(line, fits));
}

/** Fits words in a width, board units. Effects: sets the font of the context. */
export function fitWords(
  ctx: DrawingContext,
  text: string,
  width: number,
  sizes: WordSizes = WORDS_SMALL,
): FittedWords {
  const widthAt = (line: string, size: number): number => {
    ctx.font = noteFont(size);
    return ctx.measureText(line).width;
  };
  const one = sizes.one.find((size) => widthAt(text, size) <= width);
  const size = one ?? sizes.two;
  const lines = one === undefined ? breakWords(text, (line) => widthAt(line, size) <= width) : [text];
  return {
    lines,
    size,
    width: Math.max(...lines.map((line) => widthAt(line, size))),
    height: lines.length * size * LINE_HEIGHT,
  };
}

/** Fits the words at both ends of something, no end larger than the other where both have one line. */
export function fitEnds(
  ctx: DrawingContext,
  { low, high }: { readonly low: string; readonly high: string },
  width: number,
): { readonly low: FittedWords; readonly high: FittedWords } {
  const both = { low: fitWords(ctx, low, width), high: fitWords(ctx, high, width) };
  const smallest = Math.max(Math.min(both.low.size, both.high.size), WORDS_SMALL.one.at(-1) ?? 0);
  const sizes = { ...WORDS_SMALL, one: WORDS_SMALL.one.filter((size) => size <= smallest) };
  return { low: fitWords(ctx, low, width, sizes), high: fitWords(ctx, high, width, sizes) };
}

/** Draws fitted words; `y` is where their first line begins, `x` their left end, middle or right end. */
export function drawWords(
  ctx: DrawingContext,
  words: FittedWords,
  x: number,
  y: number,
  align: 'left' | 'center' | 'right',
): void {
  ctx.font = noteFont(words.size);
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  words.lines.forEach((line, index) => {
    ctx.fillText(line, x, y + (index * LINE_HEIGHT + 0.84) * words.size);
  });
  ctx.textAlign = 'left';
}
