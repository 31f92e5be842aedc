// Axes, steps, dots and paper that lies face down, drawn for real and judged by where their ink lies.

import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { drawAxes } from '@ruimte/shared/drawing/draw-axes';
import { drawFaceDown, drawFaceDownStack } from '@ruimte/shared/drawing/draw-face-down';
import { drawNote } from '@ruimte/shared/drawing/draw-note';
import { drawRating } from '@ruimte/shared/drawing/draw-rating';
import { forcedPalette, PALETTES } from '@ruimte/shared/drawing/palette';
import { FORMATS } from '@ruimte/shared/content/formats';
import { layoutZones, NOTE_SIZE, SLOT } from '@ruimte/shared/projection/layout';
import { SCALE_EDGE } from '@ruimte/shared/projection/scale';
import { zonesOf } from '@ruimte/server/meetup/board-layout';
import { expect, test } from 'vitest';
import { nearLook, registerFonts } from '../support/drawn-sample.ts';

registerFonts();

interface Words {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws, and gives back where each text came to lie. */
function wordsOf(w: number, h: number, draw: (ctx: DrawingContext) => void): readonly Words[] {
  const ctx = createCanvas(w, h).getContext('2d');
  const words: Words[] = [];
  const recording = new Proxy(ctx, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (key !== 'fillText') return typeof value === 'function' ? value.bind(target) : value;
      return (text: string, x: number, y: number): void => {
        const metrics = target.measureText(text);
        const share = target.textAlign === 'right' ? 1 : target.textAlign === 'center' ? 0.5 : 0;
        const left = x - metrics.width * share;
        words.push({
          text,
          left,
          right: left + metrics.width,
          top: y - metrics.actualBoundingBoxAscent,
          bottom: y + metrics.actualBoundingBoxDescent,
        });
      };
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  });
  draw(recording as unknown as DrawingContext);
  return words;
}

const overlap = (a: Words, b: Words): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const plain = (texts: readonly string[]): string => texts.join('').replaceAll(' ', '');

/** Every zone of every form that has words of its own, where it lies on its board. */
const zones = [...FORMATS.values()].flatMap((format) => {
  const rects = layoutZones(zonesOf(format), new Map());
  return format.layout.zones.flatMap((zone) => {
    const rect = rects.get(zone.id);
    return rect === undefined ? [] : [{ ...zone, format: format.id, rect: { ...rect, x: 0, y: 0 } }];
  });
});

for (const locale of ['nl', 'en'] as const) {
  test(`[E6] the words of every scale and quadrant stand whole where no note lies, in ${locale}`, () => {
    const wrong = zones.flatMap(({ format, id, axes, rect }) => {
      if (axes === undefined) return [];
      const ends = [axes.x, ...(axes.y === undefined ? [] : [axes.y])].flatMap(({ low, high }) => [
        low[locale],
        high[locale],
      ]);
      const at = ({ low, high }: typeof axes.x) => ({ low: low[locale], high: high[locale] });
      const picture = { rect, tint: 1, x: at(axes.x), ...(axes.y === undefined ? {} : { y: at(axes.y) }) };
      const words = wordsOf(rect.w, rect.h, (ctx) => drawAxes(ctx, picture, 1, PALETTES.light));
      const name = `${format}/${id}`;
      const free = words.every(
        ({ top, bottom }) => bottom <= SLOT.y || top >= rect.h - SCALE_EDGE.bottom - 1,
      );
      const inside = words.every(
        ({ left, right, bottom }) => left >= 0 && right <= rect.w && bottom <= rect.h,
      );
      const apart = words.every((a) => words.every((b) => a === b || !overlap(a, b)));
      const drawn = plain(words.map(({ text }) => text));
      return [
        ...(free ? [] : [`${name}: words among the notes`]),
        ...(inside ? [] : [`${name}: words outside the zone`]),
        ...(apart ? [] : [`${name}: words over each other`]),
        ...(ends.every((end) => drawn.includes(plain([end]))) ? [] : [`${name}: ${drawn}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });
}

test('[E6] the steps of a rated zone, their words and their bars lie in the foot that the layout leaves free', () => {
  const rated = zones.filter(({ rating }) => rating !== undefined);
  expect(rated.length).toBeGreaterThan(0);
  for (const { rating, rect } of rated) {
    if (rating === undefined) continue;
    const { steps, low, high } = rating;
    const counts = Array.from({ length: steps }, (_, index) => index * 3);
    const words = wordsOf(rect.w, rect.h, (ctx) =>
      drawRating(ctx, { rect, tint: 1, steps, low: low.nl, high: high.nl, counts }, 1, PALETTES.light),
    );
    expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(['1', '5', '12', low.nl, high.nl]));
    for (const { top, bottom } of words) {
      expect(top).toBeGreaterThanOrEqual(rect.h - 176);
      expect(bottom).toBeLessThanOrEqual(rect.h);
    }
  }
});

type Pixel = readonly [red: number, green: number, blue: number];

function pixelAt(ctx: SKRSContext2D, x: number, y: number): Pixel {
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(x, y, 1, 1).data;
  return [red, green, blue];
}

test('[E6] dots lie at the foot of a note from the right, and leave the name of its author room', () => {
  for (const [dots, late] of [
    [1, false],
    [2, false],
    [4, false],
    [5, false],
    [120, false],
    [3, true],
  ] as const) {
    const ctx = createCanvas(NOTE_SIZE.w, NOTE_SIZE.h).getContext('2d');
    const note = { x: 0, y: 0, text: 'mag dit ook stuk', style: 2, author: 'Anne-Fleur de Boer', dots, late };
    const look = { ...nearLook(ctx), lifted: false };
    const words = wordsOf(NOTE_SIZE.w, NOTE_SIZE.h, (each) => drawNote(each, note, 1, look));
    drawNote(ctx as DrawingContext, note, 1, look);
    const red: { readonly x: number; readonly y: number }[] = [];
    for (let y = 0; y < NOTE_SIZE.h; y += 1) {
      for (let x = 0; x < NOTE_SIZE.w; x += 1) {
        const [r, g, b] = pixelAt(ctx, x, y);
        if (r > 170 && g < 60 && b < 60) red.push({ x, y });
      }
    }
    const [left, right] = [Math.min(...red.map(({ x }) => x)), Math.max(...red.map(({ x }) => x))];
    expect(Math.min(...red.map(({ y }) => y))).toBeGreaterThan(NOTE_SIZE.h - 40);
    expect(right).toBeLessThan(NOTE_SIZE.w - 8);
    const shown = Math.round((right - left + 6) / 28);
    expect(shown).toBe(dots <= 4 ? dots : 1);
    const numbered = words.find(({ text }) => text === String(dots));
    expect(numbered !== undefined).toBe(dots > 4);
    const author = words.find(({ text }) => text.startsWith('A'));
    expect(author?.right ?? 0).toBeLessThan(left);
  }
});

test('[E6] paper that lies face down has lines at 45 degrees from edge to edge, and nothing of a community', () => {
  const ctx = createCanvas(NOTE_SIZE.w + 40, NOTE_SIZE.h + 40).getContext('2d');
  const rect = { x: 20, y: 20, ...NOTE_SIZE };
  drawFaceDown(ctx as DrawingContext, rect, 1, PALETTES.light);
  const dark = (x: number, y: number): boolean => pixelAt(ctx, x, y)[0] < 215;
  let [inked, same] = [0, 0];
  for (let y = rect.y + 20; y < rect.y + rect.h - 20; y += 1) {
    for (let x = rect.x + 20; x < rect.x + rect.w - 20; x += 1) {
      const [r, g, b] = pixelAt(ctx, x, y);
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(16);
      if (!dark(x, y)) continue;
      inked += 1;
      if (dark(x + 1, y - 1)) same += 1;
    }
  }
  const area = (rect.w - 40) * (rect.h - 40);
  expect(inked / area).toBeGreaterThan(0.1);
  expect(inked / area).toBeLessThan(0.5);
  expect(same / inked).toBeGreaterThan(0.95);
  // Nothing beside the paper but half of its edge.
  expect(ctx.getImageData(rect.x - 4, 0, 1, rect.h).data.every((part) => part === 0)).toBe(true);
});

test('[E8] in the colours of the system paper that lies face down is its edge and its lines', () => {
  const ctx = createCanvas(300, 220).getContext('2d');
  const palette = forcedPalette({ ground: 'rgb(0, 0, 0)', ink: 'rgb(255, 255, 255)', selection: 'yellow' });
  drawFaceDownStack(ctx as DrawingContext, { x: 20, y: 20, ...NOTE_SIZE }, 12, 1, palette);
  const values = new Set<number>();
  for (let x = 24; x < 200; x += 1) values.add(pixelAt(ctx, x, 24)[0]);
  expect(Math.max(...values)).toBe(255);
  expect(Math.min(...values)).toBe(0);
});
