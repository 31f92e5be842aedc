import { expect, test } from 'vitest';
import { zoneOfTable } from './rotation.ts';

const ZONES = ['drijfveer', 'kind', 'toekomst'];
const walk = (table: number) => [0, 1, 2, 3].map((turn) => zoneOfTable(ZONES, table, turn));

test('[P4] every table begins at a zone of its own and goes one further at every turn', () => {
  expect(walk(1)).toEqual(['drijfveer', 'kind', 'toekomst', 'drijfveer']);
  expect(walk(2)).toEqual(['kind', 'toekomst', 'drijfveer', 'kind']);
  expect(walk(3)).toEqual(['toekomst', 'drijfveer', 'kind', 'toekomst']);
});

test('[P4] with more tables than zones some work at the same one', () => {
  expect(walk(4)).toEqual(walk(1));
});

test('a board without zones has no place for a table', () => {
  expect(zoneOfTable([], 1, 0)).toBeUndefined();
});
