/**
 * Fitting the text of a note into its paper: the largest of a few sizes at which it fits, broken or shortened
 * where even the smallest is too large. Pure: it is told how wide a text is.
 */
import { syllableBreaks } from './syllables.ts';

/** The room for the text and the sizes to try, in board units. */
export interface TextBox {
  /** Names the box in the cache. */
  readonly name: string;
  readonly w: number;
  readonly h: number;
  /** Descending. */
  readonly sizes: readonly number[];
  /** True for a note that is shown whole: it takes as many lines as it needs at the smallest size. */
  readonly whole: boolean;
}

export interface FittedLine {
  readonly text: string;
  /** Board units, measured. */
  readonly width: number;
  readonly rightToLeft: boolean;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly FittedLine[];
  /** True when it ends in an ellipsis and there is more than what is shown. */
  readonly shortened: boolean;
}

/** The width of a text in units of the font size. */
export type Measure = (text: string) => number;

export const LINE_HEIGHT = 1.12;
const MAX_LINES = 3;
const ELLIPSIS = '…';
/** Rounding of the measuring canvas may not push a word to the next line. */
const SLACK = 0.5;
let segmenter: Intl.Segmenter | undefined;
const RIGHT_TO_LEFT = /[\u0591-\u07ff\ufb1d-\ufdfd\ufe70-\ufefc]/;
const STRONG = /\p{L}/u;
/** Scripts whose words take a hyphen when they are broken. */
const HYPHENATED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’]+$/u;
/** A chunk ends at white space, and after a hyphen or slash between letters. */
const CHUNK = /\S*?(?:[\p{L}\p{N}]|:\/)[/-]+(?=[\p{L}\p{N}])|\S+/gu;

/** Made when a word has to be cut: browsers take ten milliseconds for it, and most boards never need it. */
function graphemesOf(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('nl', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** True when the first letter of the line belongs to a script that runs from right to left. */
export function isRightToLeft(line: string): boolean {
  if (!RIGHT_TO_LEFT.test(line)) return false;
  for (const letter of line) if (STRONG.test(letter)) return RIGHT_TO_LEFT.test(letter);
  return false;
}

interface Chunk {
  readonly text: string;
  /** A space stands before it, unless it begins a line. */
  readonly spaced: boolean;
  /** Em. */
  readonly width: number;
}

/** What stands between two newlines. */
interface Paragraph {
  readonly chunks: readonly Chunk[];
  /** The paragraph decides: a line that happens to begin with a name in another script does not turn around. */
  readonly rightToLeft: boolean;
}

function chunksOf(paragraph: string, measure: Measure): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const match of paragraph.matchAll(CHUNK)) {
    const [text] = match;
    const spaced = match.index > 0 && /\s/.test(paragraph[match.index - 1] ?? '');
    chunks.push({ text, spaced, width: measure(text) });
  }
  return chunks;
}

function paragraphsOf(text: string, measure: Measure): readonly Paragraph[] {
  return text.split('\n').map((paragraph) => ({
    chunks: chunksOf(paragraph, measure),
    rightToLeft: isRightToLeft(paragraph),
  }));
}

/** The longest beginning of the word that fits, at a syllable if there is one; at least one grapheme. */
function breakWord(word: string, fits: (text: string) => boolean): readonly [string, string] {
  const hyphen = HYPHENATED.test(word) ? '-' : '';
  if (hyphen !== '') {
    const at = syllableBreaks(word).findLast((index) => fits(word.slice(0, index) + hyphen));
    if (at !== undefined) return [word.slice(0, at) + hyphen, word.slice(at)];
  }
  let end = 0;
  for (const { index, segment } of graphemesOf(word)) {
    const next = index + segment.length;
    if (end > 0 && !fits(word.slice(0, next) + hyphen)) break;
    end = next;
  }
  return end >= word.length ? [word, ''] : [word.slice(0, end) + hyphen, word.slice(end)];
}

type WrappedLine = Pick<FittedLine, 'text' | 'rightToLeft'>;

/**
 * Lays a text in lines of at most `width` em. Widths are added up, so that no line is measured again for each word of it:
 * that was half of what fitting a full board cost.
 * @returns undefined when a word does not fit and words may not be broken.
 */
function wrap(
  paragraphs: readonly Paragraph[],
  width: number,
  breaking: boolean,
  measure: Measure,
): readonly WrappedLine[] | undefined {
  const fits = (line: string): boolean => measure(line) <= width;
  const space = measure(' ');
  const lines: WrappedLine[] = [];
  for (const { chunks, rightToLeft } of paragraphs) {
    const push = (line: string): number => lines.push({ text: line, rightToLeft });
    let line = '';
    let taken = 0;
    for (const chunk of chunks) {
      const spaced = line !== '' && chunk.spaced;
      const gap = spaced ? space : 0;
      if (taken + gap + chunk.width <= width) {
        line += (spaced ? ' ' : '') + chunk.text;
        taken += gap + chunk.width;
        continue;
      }
      if (line !== '') push(line);
      let word = chunk.text;
      taken = chunk.width;
      while (taken > width) {
        if (!breaking) return undefined;
        const [head, tail] = breakWord(word, fits);
        if (tail === '') break;
        push(head);
        word = tail;
        taken = measure(word);
      }
      line = word;
    }
    push(line);
  }
  return lines;
}

/** The line cut so that it fits with an ellipsis behind it. */
function endInEllipsis(line: string, width: number, measure: Measure): string {
  const parts = [...graphemesOf(line.replace(/[\s-]+$/u, ''))].map(({ segment }) => segment);
  const cut = (end: number): string => parts.slice(0, end).join('');
  let [fits, most] = [0, parts.length];
  // Halving instead of letter by letter: on a full board this was a third of the time until it is seen.
  while (fits < most) {
    const middle = Math.ceil((fits + most) / 2);
    if (measure(cut(middle) + ELLIPSIS) <= width) fits = middle;
    else most = middle - 1;
  }
  return cut(fits).trimEnd() + ELLIPSIS;
}

/** Fits a text into a box. Blank lines at the end are left out, explicit newlines are kept. */
export function fitText(text: string, box: TextBox, measure: Measure): FittedText {
  const trimmed = text.replace(/\s+$/u, '').replace(/^\n+/, '');
  const done = (size: number, lines: readonly WrappedLine[], shortened: boolean): FittedText => ({
    size,
    shortened,
    lines: lines.map((line) => ({ ...line, width: measure(line.text) * size })),
  });
  const paragraphs = paragraphsOf(trimmed, measure);
  for (const size of box.sizes) {
    const lines = wrap(paragraphs, (box.w + SLACK) / size, false, measure);
    if (lines !== undefined && lines.length * size * LINE_HEIGHT <= box.h) return done(size, lines, false);
  }
  const size = box.sizes.at(-1) ?? 24;
  const width = (box.w + SLACK) / size;
  const lines = wrap(paragraphs, width, true, measure) ?? [];
  const room = Math.max(MAX_LINES, Math.floor(box.h / (size * LINE_HEIGHT)));
  if (box.whole || lines.length <= room) return done(size, lines, false);
  const kept = lines
    .slice(0, room)
    .map((line, index) =>
      index === room - 1 ? { ...line, text: endInEllipsis(line.text, width, measure) } : line,
    );
  return done(size, kept, true);
}

/** A text on one line, cut with an ellipsis where it is wider than `width` em. */
export function fitLine(text: string, width: number, measure: Measure): string {
  return measure(text) <= width ? text : endInEllipsis(text, width, measure);
}

/** Fits texts and remembers the answers. */
export interface TextFitter {
  fit(text: string, box: TextBox): FittedText;
  /** A line of at most `width` board units at this size. */
  line(text: string, width: number, size: number): string;
  /** Forgets everything measured: another font has arrived. */
  clear(): void;
}

/** Keeps so many answers; the oldest go first. */
function createAnswers<T>(most: number) {
  const answers = new Map<string, T>();
  return {
    of: (key: string, find: () => T): T => {
      const known = answers.get(key);
      if (known !== undefined) return known;
      const found = find();
      answers.set(key, found);
      if (answers.size > most) {
        const [oldest] = answers.keys();
        if (oldest !== undefined) answers.delete(oldest);
      }
      return found;
    },
    clear: () => answers.clear(),
  };
}

/**
 * A fitter that measures each text once per box, and each word once: a line is as wide as its words and the spaces
 * between them, and the same words come back on every board.
 * @param most - answers kept; the oldest go first. Twice the notes a board may hold, so that none is measured twice in a frame.
 */
export function createTextFitter(measure: Measure, most = 20_000): TextFitter {
  /** By box, so that no key has to be put together for every note of every frame. */
  const fitted = new Map<string, ReturnType<typeof createAnswers<FittedText>>>();
  const lines = createAnswers<string>(most);
  const words = createAnswers<number>(most);
  const wordWidth = (word: string): number => words.of(word, () => measure(word));
  const byWords: Measure = (text) => {
    if (!text.includes(' ')) return text === '' ? 0 : wordWidth(text);
    const space = wordWidth(' ');
    let width = -space;
    for (const word of text.split(' ')) width += space + (word === '' ? 0 : wordWidth(word));
    return width;
  };
  return {
    fit: (text, box) => {
      let answers = fitted.get(box.name);
      if (answers === undefined) {
        answers = createAnswers<FittedText>(most);
        fitted.set(box.name, answers);
      }
      return answers.of(text, () => fitText(text, box, byWords));
    },
    line: (text, width, size) =>
      lines.of(`${width}/${size}\n${text}`, () => fitLine(text, width / size, byWords)),
    clear: () => {
      fitted.clear();
      lines.clear();
      words.clear();
    },
  };
}
