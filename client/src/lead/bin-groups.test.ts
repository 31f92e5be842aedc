import type { NoteId, ParticipantId } from '@ruimte/shared/ids';
import type { BinEntry } from '@ruimte/shared/protocol/api';
import { expect, test } from 'vitest';
import { groupByAuthor, groupByRemover, hasNotesOfOthers } from './bin-groups.ts';

const MINUTE = 60_000;

function entry(id: string, author: string, removedBy: string | null, removedAt: number): BinEntry {
  return {
    note: {
      id: id as NoteId,
      zone: 'plek' as BinEntry['note']['zone'],
      x: 0,
      y: 0,
      text: id,
      author: author as ParticipantId,
      community: '',
      round: '',
      at: 0,
      order: 'a0',
    },
    removedAt,
    removedBy: removedBy as ParticipantId | null,
  };
}
const idsOf = ({ entries }: { entries: readonly BinEntry[] }): string[] => entries.map(({ note }) => note.id);

test('what one person removed in a row is one group, also when others removed in between', () => {
  const groups = groupByRemover([
    entry('a', 'noor', 'noor', 100 * MINUTE),
    entry('b', 'sami', 'sami', 100 * MINUTE + 10),
    entry('c', 'noor', 'noor', 101 * MINUTE),
  ]);
  expect(groups.map(idsOf)).toEqual([['c', 'a'], ['b']]);
  expect(groups[0]).toMatchObject({ from: 100 * MINUTE, until: 101 * MINUTE, person: 'noor' });
});

test('a pause of more than a minute begins another group, and the newest comes first', () => {
  const groups = groupByRemover([
    entry('old', 'noor', 'noor', 100 * MINUTE),
    entry('new', 'noor', 'noor', 101 * MINUTE + 1),
  ]);
  expect(groups.map(idsOf)).toEqual([['new'], ['old']]);
  expect(groups.map(({ newest, ofPerson }) => ({ newest, ofPerson }))).toEqual([
    { newest: true, ofPerson: 2 },
    { newest: false, ofPerson: 2 },
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
});

test('a group keeps its key while it grows, shrinks, and newer groups come', () => {
  const [first, second] = [entry('a', 'noor', 'noor', 1), entry('b', 'noor', 'noor', 2)];
  const keyOfOldest = (entries: readonly BinEntry[]) => groupByRemover(entries).at(-1)?.key;
  const key = keyOfOldest([first]);
  expect(keyOfOldest([first, second])).toBe(key);
  expect(keyOfOldest([second])).toBe(key);
  expect(keyOfOldest([first, entry('c', 'noor', 'noor', 10 * MINUTE)])).toBe(key);
});

test('grouped by author a note is with its author, whoever removed it and whenever', () => {
  const entries = [
    entry('a', 'noor', 'marleen', 100 * MINUTE),
    entry('b', 'sami', 'marleen', 100 * MINUTE),
    entry('c', 'noor', 'noor', 900 * MINUTE),
  ];
  expect(groupByAuthor(entries).map(idsOf)).toEqual([['c', 'a'], ['b']]);
  expect(hasNotesOfOthers(entries)).toBe(true);
  expect(hasNotesOfOthers(entries.slice(2))).toBe(false);
});

test('what nobody is known to have removed is a group of its own', () => {
  const [group] = groupByRemover([entry('a', 'noor', null, MINUTE)]);
  expect(group?.person).toBe('');
});
