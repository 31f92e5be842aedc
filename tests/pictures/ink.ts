/** What drawing a note leaves on a canvas: the texts as they were drawn, and where ink is. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawNote, type NotePicture, type NoteLook } from '@ruimte/shared/drawing/draw-note';
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { NOTE_WEIGHT } from '@ruimte/shared/drawing/fonts';

/** A text that was drawn, measured on its canvas in the font it was drawn in. */
export interface DrawnText {
  readonly text: string;
  readonly size: number;
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  /** How far its ink reaches above and below the baseline. */
  readonly above: number;
  readonly below: number;
}

export interface DrawnNote {
  /** The words of the note line by line, without stamp and author. */
  readonly lines: readonly DrawnText[];
  /** True for every pixel in which the words are to be seen. */
  isInk(x: number, y: number): boolean;
  /** Where ink lies at all; undefined for a note without words. */
  readonly ink: Edges | undefined;
}

export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room around the paper on the canvas, so that what sticks out is seen; also where its corner lies. */
export const AROUND = 80;
const SIZE = { w: 224 + AROUND * 2, h: 152 + AROUND * 2 };
/** Less is the rounding of colours. */
const VISIBLE = 24;

function drawn(
  note: NotePicture,
  look: NoteLook,
): { readonly ctx: SKRSContext2D; readonly lines: DrawnText[] } {
  const ctx = createCanvas(SIZE.w, SIZE.h).getContext('2d');
  const lines: DrawnText[] = [];
  const recording = new Proxy(ctx, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'fillText') return typeof value === 'function' ? value.bind(target) : value;
      return (text: string, x: number, y: number): void => {
        const size = Number(/(\d+)px/.exec(target.font)?.[1] ?? 0);
        if (target.font.startsWith(`${NOTE_WEIGHT} `)) {
          const metrics = target.measureText(text);
          const left = target.textAlign === 'right' ? x - metrics.width : x;
          lines.push({
            text,
            size,
            baseline: y,
            left,
            right: left + metrics.width,
            above: metrics.actualBoundingBoxAscent,
            below: metrics.actualBoundingBoxDescent,
          });
        }
        target.fillText(text, x, y);
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  drawNote(recording as unknown as DrawingContext, note, 1, look);
  return { ctx, lines };
}

/** Draws a note with and without its words: the difference is the ink of the words. */
export function drawApart(note: NotePicture, look: NoteLook): DrawnNote {
  const placed = { ...note, x: AROUND, y: AROUND };
  const { ctx, lines } = drawn(placed, look);
  const bare = drawn({ ...placed, text: '' }, look);
  const [shown, paper] = [ctx, bare.ctx].map((each) => each.getImageData(0, 0, SIZE.w, SIZE.h).data);
  const isInk = (x: number, y: number): boolean => {
    const at = (y * SIZE.w + x) * 4;
    return [0, 1, 2, 3].some(
      (part) => Math.abs((shown?.[at + part] ?? 0) - (paper?.[at + part] ?? 0)) > VISIBLE,
    );
  };
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let y = 0; y < SIZE.h; y += 1) {
    for (let x = 0; x < SIZE.w; x += 1) {
      if (!isInk(x, y)) continue;
      edges.left = Math.min(edges.left, x);
      edges.right = Math.max(edges.right, x + 1);
      edges.top = Math.min(edges.top, y);
      edges.bottom = Math.max(edges.bottom, y + 1);
    }
  }
  return { lines, isInk, ink: edges.left === Infinity ? undefined : edges };
}
