import type { GroupId, NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Zone } from '@ruimte/shared/schema/zone';
import { expect, test } from 'vitest';
import type { ListNote } from '../model/list-order.ts';
import type { ListBoard, ListZone } from '../model/list-view.ts';
import { besideZone, end, heirOf, rowsOf, walk, zoneNumber } from './list-rows.ts';

const note = (id: string): ListNote =>
  ({ id: id as NoteId, zone: '' as ZoneId, text: id, author: '', community: '', at: 0 }) as ListNote;
const zone = (id: string, loose: string[], grouped: string[] = []): ListZone => ({
  zone: { id: id as ZoneId } as Zone,
  count: loose.length + grouped.length,
  loose: loose.map(note),
  groups:
    grouped.length === 0
      ? []
      : [{ group: { id: 'g' as GroupId, name: 'lijf', zone: id as ZoneId }, notes: grouped.map(note) }],
});
const BOARD: ListBoard = {
  zones: [zone('plek', ['a', 'b'], ['c']), zone('leeg', []), zone('kind', ['d'])],
  links: new Map(),
};
const ROWS = rowsOf(BOARD, undefined);
const at = (id: string) => ({ note: id as NoteId, zone: undefined });
const under = (id: string) => ({ note: undefined, zone: id as ZoneId });

test('arrows go through loose notes, groups and on to the next space', () => {
  expect(ROWS.notes).toEqual(['a', 'b', 'c', 'd']);
  expect(walk(ROWS, at('b'), 1)).toEqual({ note: 'c' });
  expect(walk(ROWS, at('c'), 1)).toEqual({ note: 'd' });
  expect(walk(ROWS, at('d'), 1)).toBeUndefined();
  expect(walk(ROWS, at('a'), -1)).toBeUndefined();
});

test('from the name of an empty space arrows go to the nearest note', () => {
  expect(walk(ROWS, under('leeg'), 1)).toEqual({ note: 'd' });
  expect(walk(ROWS, under('leeg'), -1)).toEqual({ note: 'c' });
});

test('a space without notes is reached by its name, by number and from its neighbours', () => {
  expect(besideZone(ROWS, 'plek' as ZoneId, 1)).toEqual({ zone: 'leeg' });
  expect(besideZone(ROWS, 'kind' as ZoneId, -1)).toEqual({ zone: 'leeg' });
  expect(besideZone(ROWS, 'kind' as ZoneId, 1)).toBeUndefined();
  expect(zoneNumber(ROWS, BOARD, 2)).toEqual({ zone: 'leeg' });
  expect(zoneNumber(ROWS, BOARD, 3)).toEqual({ note: 'd' });
  expect(zoneNumber(ROWS, BOARD, 4)).toBeUndefined();
});

test('while something is looked for only what matches is walked', () => {
  const found = rowsOf(BOARD, new Set(['b', 'd'] as NoteId[]));
  expect(found.notes).toEqual(['b', 'd']);
  expect(found.zones.map((each) => each.zone)).toEqual(['plek', 'kind']);
  expect(walk(found, at('b'), 1)).toEqual({ note: 'd' });
  expect(zoneNumber(found, BOARD, 3)).toEqual({ note: 'd' });
  expect(zoneNumber(found, BOARD, 2)).toBeUndefined();
  expect(end(found, -1)).toEqual({ note: 'b' });
});

test('[L4] the note after one that has gone takes its place, else the one before', () => {
  const heir = (gone: string, left: string[]) =>
    heirOf(gone as NoteId, ROWS.notes, new Set(left as NoteId[]));
  expect(heir('b', ['a', 'c', 'd'])).toBe('c');
  expect(heir('b', ['a', 'd'])).toBe('d');
  expect(heir('d', ['a', 'c'])).toBe('c');
  expect(heir('a', [])).toBeUndefined();
});
