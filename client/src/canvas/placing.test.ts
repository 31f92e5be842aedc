import type { GroupId, NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { expect, it } from 'vitest';
import { placeAt, placeBoxAt, slotIn } from './placing.ts';

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

it('lays a group in the zone under its middle, inside its sides and under its name', () => {
  const box = { x: 300, y: 300, w: 260, h: 214 };
  expect(placeBoxAt(board, rects, box)).toEqual({ zone: KIND, x: 260, y: 260 });
  expect(placeBoxAt(board, rects, { ...box, x: 760, y: 0 })).toEqual({ zone: LEEG, x: 0, y: 0 });
  expect(placeBoxAt(board, rects, { ...box, x: 500, y: 0 })).toEqual({ zone: KIND, x: 460, y: 24 });
  expect(placeBoxAt(board, rects, { ...box, x: 500, y: 900 })).toEqual({ zone: KIND, x: 460, y: 366 });
});

it('lays a group that is wider than its zone at the left edge', () => {
  expect(placeBoxAt(board, rects, { x: 100, y: 300, w: 900, h: 214 })).toMatchObject({ zone: KIND, x: 0 });
});

it('finds a slot outside the boxes of groups', () => {
  const group = { id: 'g' as GroupId, name: '', zone: KIND };
  const note = { id: 'n' as NoteId, zone: KIND, x: 32, y: 244, group: group.id, at: 0 } as Note;
  const slot = slotIn({ notes: new Map([[note.id, note]]), groups: [group] }, rects, KIND);
  // The first place of the first row lies under the name of the group.
  expect(slot?.zone).toBe(KIND);
  expect(slot?.x).toBeGreaterThan(256);
  expect(slot?.y).toBeLessThan(100);
});
