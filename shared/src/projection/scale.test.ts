import { expect, test } from 'vitest';
import { overlaps } from '../geometry.ts';
import { layoutZones, NOTE_SIZE, ZONE_SIZE } from './layout.ts';
import { freeRow, placeOf, valueOf } from './scale.ts';
import type { Zone } from '../schema/zone.ts';
import type { ZoneId } from '../ids.ts';

const zone = (id: string, kind: Zone['kind'], col: number): Zone => ({
  id: id as ZoneId,
  kind,
  title: { nl: id, en: id },
  tint: 1,
  col,
  row: 0,
  colSpan: 1,
  rowSpan: 1,
});

test('a note that must make way on a scale goes to another row and keeps its value', () => {
  const scale = { kind: 'scale' } as const;
  const place = placeOf(scale, ZONE_SIZE, { x: 0.3 });
  const there = [place, { x: place.x + 40, y: place.y }];
  const row = freeRow(there, place.x + 20);
  for (const other of there)
    expect(overlaps({ ...row, ...NOTE_SIZE }, { ...other, ...NOTE_SIZE })).toBe(false);
  const value = (x: number): number => valueOf(scale, ZONE_SIZE, { x, y: 0 }).x;
  expect(value(row.x)).toBe(value(place.x + 20));
});

test('a quadrant keeps its size when its neighbours grow, so that its notes go on saying the same', () => {
  const zones = [zone('kaart', 'quadrant', 0), zone('opdracht', 'free', 1)];
  const grown = layoutZones(zones, new Map([['opdracht' as ZoneId, 1_400]]));
  expect(grown.get('opdracht' as ZoneId)?.h).toBeGreaterThan(ZONE_SIZE.h);
  expect(grown.get('kaart' as ZoneId)?.h).toBe(ZONE_SIZE.h);
});

test('the words of a scale and the steps of a rated zone lie below the lowest note', () => {
  for (const [kind, foot] of [
    ['scale', 64],
    ['rating', 176],
  ] as const) {
    const rects = layoutZones([zone('rij', kind, 0)], new Map([['rij' as ZoneId, 720]]));
    expect(rects.get('rij' as ZoneId)?.h).toBe(720 + foot);
  }
});
