// Every note of the samples drawn for real, and judged by where its words lie: nothing here asks the fitting itself.

import { createCanvas } from '@napi-rs/canvas';
import { fitNote } from '@ruimte/shared/drawing/note-boxes';
import { paperOf } from '@ruimte/shared/drawing/palette';
import { expect, test } from 'vitest';
import kickOff from '../samples/kick-off.json' with { type: 'json' };
import later from '../samples/een-jaar-later.json' with { type: 'json' };
import {
  drawSample,
  layOutSample,
  measureOn,
  nearLook,
  registerFonts,
  type SampleBoard,
} from '../support/drawn-sample.ts';
import type { Sample } from '../support/hold-meetup.ts';
import { AROUND, drawApart, type DrawnNote, type DrawnText } from './ink.ts';

registerFonts();
const ctx = createCanvas(8, 8).getContext('2d');
const measure = measureOn(ctx);
const look = nearLook(ctx);

/** The paper of a note as the design has it: its size, the room along its edges, and the foot with the stamp. */
const PAPER = { w: 224, h: 152, padX: 14, padY: 11, foot: 36 };
const SIZES = [32, 28, 24];
const LINE_HEIGHT = 1.12;
/** Rounding, and letters that lean out of their own width. */
const SLACK = 2;
/** The edge of a paper may lie in the shadow of its neighbour. */
const IN = 10;
const INNER = PAPER.w - PAPER.padX * 2;
const ELLIPSIS = '…';
/** Drawn by a font of the system, whose letters may reach further than those of the product's own. */
const FOREIGN = /[^\n -\u024f\u2000-\u206f≠]/u;

const plain = (text: string): string => text.replaceAll(/[\s-]/g, '');
const shownBy = (lines: readonly DrawnText[]): string => lines.map(({ text }) => text).join('');

/** What is wrong with the words of a note; empty when all of them can be read, or it says honestly that there are more. */
function misread(text: string, lines: readonly DrawnText[]): string {
  const shown = shownBy(lines);
  if (plain(shown) === plain(text)) return '';
  const whole = fitNote({ x: 0, y: 0 }, text, 'L', look.fitter).fitted.lines;
  if (!shown.endsWith(ELLIPSIS)) return `reads ${shown}`;
  if (!plain(text).startsWith(plain(shown.slice(0, -ELLIPSIS.length)))) return `begins otherwise: ${shown}`;
  if (plain(whole.map((line) => line.text).join('')) !== plain(text)) return 'is not whole when it is large';
  return '';
}

/** What is wrong with where the words lie. */
function misplaced({ lines, ink, isInk }: DrawnNote, text: string): string {
  const [left, right] = [AROUND + PAPER.padX, AROUND + PAPER.w - PAPER.padX];
  const [top, bottom] = [AROUND + PAPER.padY, AROUND + PAPER.h - PAPER.foot];
  const foreign = FOREIGN.test(text);
  const high = foreign ? PAPER.padY : SLACK;
  if (lines.length === 0) return 'has no words';
  for (const [index, line] of lines.entries()) {
    if (line.left < left - SLACK || line.right > right + SLACK)
      return `"${line.text}" is wider than the paper`;
    if (line.baseline - line.above < top - high) return `"${line.text}" lies too high`;
    if (line.baseline + line.below > bottom + SLACK) return `"${line.text}" lies over the stamp`;
    const next = lines[index + 1];
    if (next === undefined) continue;
    if (Math.abs(next.baseline - line.baseline - line.size * LINE_HEIGHT) > 0.01)
      return 'has another line height';
    if (!foreign && line.baseline + line.below > next.baseline - next.above)
      return `"${line.text}" touches the next`;
  }
  if (ink === undefined) return text.trim() === '' ? '' : 'shows nothing';
  if (ink.left < left - SLACK || ink.right > right + SLACK) return 'has ink beside the words';
  if (ink.top < top - high || ink.bottom > bottom + SLACK) return 'has ink above or below the words';
  const blank = lines.find((line) => line.text.trim() !== '' && !hasInk(line, isInk));
  return blank === undefined ? '' : `"${blank.text}" is not to be seen`;
}

/** True when there is ink from the first letter of the line to its last. */
function hasInk(line: DrawnText, isInk: (x: number, y: number) => boolean): boolean {
  const [from, to] = [Math.floor(line.left), Math.ceil(line.right)];
  const [above, below] = [Math.floor(line.baseline - line.above), Math.ceil(line.baseline + line.below)];
  const inked: number[] = [];
  for (let x = from; x < to; x += 1) {
    for (let y = above; y < below; y += 1) {
      if (!isInk(x, y)) continue;
      inked.push(x);
      break;
    }
  }
  // The picture of an emoji is narrower than its place.
  const reach = FOREIGN.test(line.text) ? line.size : line.size / 4;
  return (inked[0] ?? Infinity) - from < reach && to - (inked.at(-1) ?? -Infinity) < reach;
}

/** The largest size at which the words, unbroken, fill no more lines than there is room for. */
function largestSize(text: string): number | undefined {
  return SIZES.find((size) => {
    let count = 0;
    let line = '';
    for (const word of text.split(' ')) {
      if (measure(word) * size > INNER) return false;
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer) * size > INNER) {
        count += 1;
        line = word;
      } else {
        line = longer;
      }
    }
    return (count + 1) * size * LINE_HEIGHT <= PAPER.h - 48;
  });
}

for (const [name, file] of [
  ['the kick-off', kickOff],
  ['a year later', later],
] as const) {
  const board: SampleBoard = layOutSample(file as Sample);
  const notes = board.notes.map((note) => ({ ...note, drawn: drawApart(note, look) }));
  const wrong = (judge: (note: (typeof notes)[number]) => string): string[] =>
    notes.flatMap((note) => {
      const found = judge(note);
      return found === '' ? [] : [`${note.text}: ${found}`];
    });

  test(`[E6] every text of ${name} can be read on its paper, or ends in an ellipsis and is whole when large`, () => {
    expect(wrong(({ text, drawn }) => misread(text, drawn.lines))).toEqual([]);
  });

  test(`[E6] every text of ${name} lies within its paper, line under line, above the stamp`, () => {
    expect(wrong(({ text, drawn }) => misplaced(drawn, text))).toEqual([]);
  });

  test(`[E6] every text of ${name} is as large as it can be`, () => {
    const ordinary = notes.filter(({ text }) => !/[-/\n]/.test(text) && largestSize(text) !== undefined);
    expect(ordinary.length).toBeGreaterThan(notes.length / 2);
    const small = ordinary.flatMap(({ text, drawn }) => {
      const [size, wanted] = [drawn.lines[0]?.size, largestSize(text)];
      return size === wanted ? [] : [`${text}: ${size} instead of ${wanted}`];
    });
    expect(small).toEqual([]);
  });

  test(`[E6] on the whole board of ${name} every paper lies in its colour from corner to corner`, () => {
    const zoom = 0.5;
    const pixels = drawSample(board, zoom).getContext('2d');
    const colourAt = (x: number, y: number): string => {
      const { data } = pixels.getImageData(Math.round(x * zoom), Math.round(y * zoom), 1, 1);
      return `#${Array.from(data.slice(0, 3), (part) => part.toString(16).padStart(2, '0')).join('')}`;
    };
    const covered = board.notes.filter(({ x, y, style }) =>
      [x + IN, x + PAPER.w - IN].some((column) =>
        [y + IN, y + PAPER.h - IN].some((row) => colourAt(column, row) !== paperOf(style).fill),
      ),
    );
    expect(covered.map(({ text }) => text)).toEqual([]);
  });
}
