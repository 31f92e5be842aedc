// Names of spaces drawn for real: they are read at every zoom, and no note lies over them.

import { createCanvas } from '@napi-rs/canvas';
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { drawZone } from '@ruimte/shared/drawing/draw-zone';
import { forcedPalette, PALETTES } from '@ruimte/shared/drawing/palette';
import { expect, test } from 'vitest';
import { layOutSample, registerFonts } from '../support/drawn-sample.ts';
import type { Sample } from '../support/hold-meetup.ts';
import file from '../samples/kick-off.json' with { type: 'json' };

registerFonts();
const { zones } = layOutSample(file as Sample);
const RECT = { x: 40, y: 40, w: 760, h: 580 };
/** Where the first note of a space lies, as near as jitter brings it. */
const FIRST_NOTE = 82 - 5;
/** The smallest name on screen, css pixels. */
const SMALLEST = 18;

interface DrawnName {
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** The name of a space as it is drawn, relative to its sheet. */
function drawName(title: string, zoom: number, onWall = false): DrawnName {
  const ctx = createCanvas(840, 660).getContext('2d');
  const names: DrawnName[] = [];
  const recording = new Proxy(ctx, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (key !== 'fillText') return typeof value === 'function' ? value.bind(target) : value;
      return (text: string, x: number, y: number): void => {
        const metrics = target.measureText(text);
        names.push({
          size: Number(/([\d.]+)px/.exec(target.font)?.[1] ?? 0),
          top: y - metrics.actualBoundingBoxAscent - RECT.y,
          bottom: y + metrics.actualBoundingBoxDescent - RECT.y,
          right: x + metrics.width - RECT.x,
        });
      };
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  });
  const zone = { rect: RECT, kind: 'free', tint: 1, title, occupied: true } as const;
  drawZone(recording as unknown as DrawingContext, zone, zoom, PALETTES.light, 1, onWall);
  const [name] = names;
  if (name === undefined) throw new Error(`${title} is not drawn`);
  return name;
}

test('[E6] the name of a space lies on its sheet, above its notes, from near to where the whole board is in view', () => {
  const wrong = zones
    .filter(({ kind }) => kind !== 'empty')
    .flatMap(({ title }) =>
      [1, 0.75, 0.45, 0.36, 0.3, 0.26].flatMap((zoom) => {
        const { size, top, bottom, right } = drawName(title.nl, zoom);
        const fits = top >= 0 && bottom <= FIRST_NOTE + 0.5 && right <= RECT.w;
        return fits && size * zoom >= SMALLEST - 0.1
          ? []
          : [`${title.nl} at ${zoom}: ${top} to ${bottom}, ${size}`];
      }),
    );
  expect(wrong).toEqual([]);
});

test('[E6] on the wall a short name is read from ten metres, and still lies above its notes', () => {
  for (const zoom of [0.75, 0.6, 0.5]) {
    const { size, bottom } = drawName('de plek', zoom, true);
    expect(size * zoom).toBeGreaterThanOrEqual(30 - 0.1);
    expect(bottom).toBeLessThanOrEqual(FIRST_NOTE + 0.5);
  }
});

test('[E8] in the colours of the system a space is its edge and its name', () => {
  const canvas = createCanvas(840, 660);
  const ctx = canvas.getContext('2d');
  const palette = forcedPalette({
    ground: 'rgb(0, 0, 0)',
    ink: 'rgb(255, 255, 255)',
    selection: 'rgb(0, 255, 255)',
  });
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const zone = { rect: RECT, kind: 'free', tint: 1, title: 'de plek', occupied: true } as const;
  drawZone(ctx as DrawingContext, zone, 1, palette);
  const lightest = (x: number, y: number, w: number, h: number): number =>
    Math.max(...ctx.getImageData(x, y, w, h).data.filter((_, index) => index % 4 === 0));
  for (const y of [200, 400, 600]) {
    expect(lightest(RECT.x - 2, y, 4, 1)).toBeGreaterThan(100);
    expect(lightest(RECT.x + 4, y, 100, 1)).toBe(0);
  }
  expect(lightest(RECT.x + 32, RECT.y + 20, 160, 50)).toBe(255);
});
