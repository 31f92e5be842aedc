/** The sizes in which a note is drawn, and where its text goes. Its place is always the corner of the middle size. */
import { clamp, type Rect } from '../geometry.ts';
import { NOTE_SIZE } from '../projection/layout.ts';
import { type FittedText, LINE_HEIGHT, type TextBox, type TextFitter } from './text-fit.ts';

/** `M` is how a note lies on the board; `L` shows it whole: selected, or in the light on the wall. */
export type NoteScale = 'M' | 'L';

/** Paddings inside the paper, board units. */
export const NOTE_PAD = { x: 14, y: 11 } as const;
/** What is kept free for padding and the line with stamp and author. */
const NOT_TEXT = 48;
const LARGE = { w: 304, h: 206 } as const;
/** Room between a large note and the edges of its zone; above it the name of the zone stays free. */
const INSIDE = { edge: 12, top: 76 } as const;

export const TEXT_BOXES: Readonly<Record<NoteScale, TextBox>> = {
  M: {
    name: 'M',
    w: NOTE_SIZE.w - NOTE_PAD.x * 2,
    h: NOTE_SIZE.h - NOT_TEXT,
    sizes: [32, 28, 24],
    whole: false,
  },
  L: {
    name: 'L',
    w: LARGE.w - NOTE_PAD.x * 2,
    h: LARGE.h - NOT_TEXT,
    sizes: [44, 38, 32, 28, 24, 21],
    whole: true,
  },
};

/** A note as it will be drawn: its rectangle on the board and its text in lines. */
export interface FittedNote {
  readonly rect: Rect;
  readonly fitted: FittedText;
}

/**
 * Fits a note in a scale. The large one lies centred over the middle one and grows downwards
 * when even its smallest text needs more room.
 * @param at - corner of the middle size, board units.
 * @param within - the zone a large note stays in.
 */
export function fitNote(
  at: { readonly x: number; readonly y: number },
  text: string,
  scale: NoteScale,
  fitter: TextFitter,
  within?: Rect,
): FittedNote {
  const fitted = fitter.fit(text, TEXT_BOXES[scale]);
  if (scale === 'M') return { rect: { x: at.x, y: at.y, w: NOTE_SIZE.w, h: NOTE_SIZE.h }, fitted };
  const needed = fitted.lines.length * fitted.size * LINE_HEIGHT + NOT_TEXT;
  const h = Math.max(LARGE.h, needed);
  const x = at.x - (LARGE.w - NOTE_SIZE.w) / 2;
  const y = at.y - (LARGE.h - NOTE_SIZE.h) / 2;
  if (within === undefined) return { rect: { x, y, w: LARGE.w, h }, fitted };
  const left = within.x + INSIDE.edge;
  const top = within.y + INSIDE.top;
  return {
    rect: {
      x: clamp(x, left, Math.max(left, within.x + within.w - LARGE.w - INSIDE.edge)),
      y: clamp(y, top, Math.max(top, within.y + within.h - h - INSIDE.edge)),
      w: LARGE.w,
      h,
    },
    fitted,
  };
}

/** True when the note does not show all its text as it lies on the board. */
export function isShortened(text: string, fitter: TextFitter): boolean {
  return fitter.fit(text, TEXT_BOXES.M).shortened;
}
