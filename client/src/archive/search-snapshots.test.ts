/** Finding a snapshot. */
import type { CommunityId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { searchSnapshots } from './search-snapshots.ts';

function snapshot(title: string, date: string, community: string) {
  return {
    title,
    date,
    takenAt: 0,
    format: { nl: 'Vrij associëren', en: 'Free association' },
    communities: [{ id: 'c' as CommunityId, name: community, number: 1 }],
  };
}
const ALL = [
  snapshot('Startdag makers', '2025-09-12', 'De Tuinfluiter'),
  snapshot('Najaarsdag', '2025-11-14', 'Kade & Klas'),
];
const titles = (words: string) => searchSnapshots(ALL, words, 'nl').map((each) => each.title);

test('without words everything is there, the newest first', () => {
  expect(titles('  ')).toEqual(['Najaarsdag', 'Startdag makers']);
});

test('capitals and accents do not matter, and every word must be there', () => {
  expect(titles('ASSOCIEREN start')).toEqual(['Startdag makers']);
  expect(titles('start kade')).toEqual([]);
});

test('a community is found by its name', () => {
  expect(titles('tuinfluiter')).toEqual(['Startdag makers']);
});
