import type { ZoneId } from '@ruimte/shared/ids';
import type { Zone } from '@ruimte/shared/schema/zone';
import { expect, it } from 'vitest';
import { placeAt } from './placing.ts';

const KIND = 'kind' as ZoneId;
const LEEG = 'leeg' as ZoneId;
const rects = new Map([
  [KIND, { x: 40, y: 40, w: 760, h: 580 }],
  [LEEG, { x: 820, y: 40, w: 760, h: 580 }],
]);
const zone = { title: { nl: '', en: '' }, tint: 1, col: 0, row: 0, colSpan: 1, rowSpan: 1 };
const board: { zones: readonly Zone[] } = {
  zones: [
    { ...zone, id: KIND, kind: 'free' },
    { ...zone, id: LEEG, kind: 'empty' },
  ],
};

it('lays a note in the zone under its middle', () => {
  expect(placeAt(board, rects, { x: 240, y: 240 })).toEqual({ zone: KIND, x: 200, y: 200 });
  expect(placeAt(board, rects, { x: 720, y: 240 })).toEqual({ zone: LEEG, x: 6, y: 200 });
});

it('lays a note that falls beside the board in the nearest zone, inside its edges', () => {
  expect(placeAt(board, rects, { x: -900, y: 9000 })).toEqual({ zone: KIND, x: 6, y: 422 });
});

it('leaves the name of a zone free, and the empty space to itself', () => {
  expect(placeAt(board, rects, { x: 240, y: 40 })?.y).toBe(68);
  expect(placeAt(board, rects, { x: 1000, y: 40 })?.y).toBe(6);
});

it('has no place on a board without zones', () => {
  expect(placeAt({ zones: [] }, new Map(), { x: 0, y: 0 })).toBeUndefined();
});
