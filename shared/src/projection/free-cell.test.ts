import { expect, test } from 'vitest';
import type { ZoneId } from '../ids.ts';
import { FORMATS } from '../content/formats.ts';
import type { Zone } from '../schema/zone.ts';
import { kindOf } from '../facilitation/zone-kind.ts';
import { freeCell } from './free-cell.ts';
import { layoutZones } from './layout.ts';

const zone = (id: string, col: number, row: number, colSpan = 1, rowSpan = 1): Zone => ({
  id: id as ZoneId,
  kind: 'free',
  title: { nl: id, en: id },
  tint: 1,
  col,
  row,
  colSpan,
  rowSpan,
});

test('one more zone goes below the others, the next beside it', () => {
  const nine = Array.from({ length: 9 }, (_, index) => zone(`z${index}`, index % 3, Math.floor(index / 3)));
  const tenth = freeCell(nine);
  expect(tenth).toEqual({ col: 0, row: 3, colSpan: 1, rowSpan: 1 });
  expect(freeCell([...nine, { ...tenth }])).toEqual({ col: 1, row: 3, colSpan: 1, rowSpan: 1 });
});

test('room that is left in the last row is used, and a zone that reaches into it is seen', () => {
  expect(freeCell([zone('a', 0, 0, 4), zone('b', 0, 1, 2), zone('c', 2, 0, 2, 2)])).toMatchObject({ row: 2 });
  expect(freeCell([zone('a', 0, 0, 4), zone('b', 0, 1, 2)])).toEqual({
    col: 2,
    row: 1,
    colSpan: 2,
    rowSpan: 1,
  });
  expect(freeCell([])).toEqual({ col: 0, row: 0, colSpan: 1, rowSpan: 1 });
});

test('every format keeps all its places when zones are added up to the limit', () => {
  for (const { layout } of FORMATS.values()) {
    const zones = layout.zones.map((each) => ({
      ...zone(each.id, each.col, each.row, each.colSpan, each.rowSpan),
      kind: kindOf(each),
    }));
    const before = layoutZones(zones, new Map());
    while (zones.length < 24) {
      const { col, row, colSpan, rowSpan } = freeCell(zones);
      zones.push(zone(`extra-${zones.length}`, col, row, colSpan, rowSpan));
    }
    const after = layoutZones(zones, new Map());
    for (const [id, rect] of before) expect(after.get(id)).toEqual(rect);
    expect(Math.max(...zones.map(({ row }) => row))).toBeLessThan(24);
  }
});
