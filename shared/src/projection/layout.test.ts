import { expect, test } from 'vitest';
import { overlaps } from '../geometry.ts';
import type { ZoneId } from '../ids.ts';
import type { Zone } from '../schema/zone.ts';
import { freeSlot, layoutZones, NOTE_SIZE, slotsPerRow } from './layout.ts';

function zone(id: string, col: number, row: number, changes: Partial<Zone> = {}): Zone {
  return {
    id: id as ZoneId,
    kind: 'free',
    title: { nl: id, en: id },
    tint: 1,
    col,
    row,
    colSpan: 1,
    rowSpan: 1,
    ...changes,
  };
}
const nine = [0, 1, 2].flatMap((row) => [0, 1, 2].map((col) => zone(`z${row}${col}`, col, row)));

test('nine spaces lie in a world of 2400 x 1860', () => {
  const rects = layoutZones(nine, new Map());
  expect(rects.get('z00' as ZoneId)).toEqual({ x: 40, y: 40, w: 760, h: 580 });
  expect(rects.get('z22' as ZoneId)).toEqual({ x: 1600, y: 1240, w: 760, h: 580 });
});

test('a zone grows downwards by what lies in it, its neighbours with it, and the rows below move along', () => {
  const rects = layoutZones(nine, new Map([['z01' as ZoneId, 900]]));
  expect(rects.get('z00' as ZoneId)?.h).toBe(924);
  expect(rects.get('z10' as ZoneId)?.y).toBe(40 + 924 + 20);
});

test('the narrowest zone of a layout is as wide as a space', () => {
  const wide = [
    zone('a', 0, 0, { colSpan: 2 }),
    zone('b', 2, 0, { colSpan: 2 }),
    zone('c', 0, 1, { colSpan: 4 }),
  ];
  const rects = layoutZones(wide, new Map());
  expect(rects.get('a' as ZoneId)?.w).toBe(760);
  expect(rects.get('c' as ZoneId)?.w).toBe(1540);
});

test('scales below one another, with nothing beside them, are wide and low, and grow like any zone', () => {
  const scales = [0, 1, 2].map((row) => zone(`s${row}`, 0, row, { kind: 'scale' }));
  const rects = layoutZones(
    [...scales, zone('own', 0, 3, { kind: 'empty' })],
    new Map([['s1' as ZoneId, 400]]),
  );
  expect(rects.get('s0' as ZoneId)).toEqual({ x: 40, y: 40, w: 1540, h: 320 });
  expect(rects.get('s1' as ZoneId)).toMatchObject({ w: 1540, h: 464 });
  expect(rects.get('own' as ZoneId)).toMatchObject({ w: 1540, h: 580 });
});

test('a zone over two rows grows only as much as they cannot hold', () => {
  const tall = [zone('a', 0, 0, { rowSpan: 2 }), zone('b', 1, 0), zone('c', 1, 1)];
  const rects = layoutZones(tall, new Map([['a' as ZoneId, 1000]]));
  expect(rects.get('a' as ZoneId)?.h).toBe(1180);
});

test('notes that are placed by themselves never lie under one another', () => {
  const taken: { x: number; y: number }[] = [];
  for (let seed = 1; seed <= 40; seed += 1) {
    const place = freeSlot(taken, 760, seed);
    const own = { ...place, ...NOTE_SIZE };
    expect(taken.some((other) => overlaps(own, { ...other, ...NOTE_SIZE }))).toBe(false);
    expect(own.x + own.w).toBeLessThanOrEqual(760);
    taken.push(place);
  }
  expect(slotsPerRow(760)).toBe(3);
});

test('free slots can be left to others', () => {
  expect(freeSlot([], 760, 0, 2)).toEqual({ x: 32 + 2 * 236, y: 82 });
});
