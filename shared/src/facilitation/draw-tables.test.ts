import { expect, test } from 'vitest';
import type { CommunityId, ParticipantId } from '../ids.ts';
import { drawTables, seatFor, type Seated } from './draw-tables.ts';

/** Numbers that look like luck and are the same every time (mulberry32). */
function luck(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hall(sizes: readonly number[]): readonly Seated[] {
  return sizes.flatMap((size, community) =>
    Array.from({ length: size }, (_, index) => ({
      id: `p${community}-${index}` as ParticipantId,
      community: `c${community}` as CommunityId,
    })),
  );
}

function spread(counts: readonly number[]): number {
  return Math.max(...counts) - Math.min(...counts);
}

test.each([
  [[10, 10, 10, 10, 10, 10], 9],
  [[23, 1, 1, 5], 7],
  [[3, 2], 8],
  [[60], 1],
])(
  'tables for communities of %j, %i of them, differ by one at most, and so does every community',
  (sizes, tables) => {
    const people = hall(sizes);
    for (let seed = 1; seed <= 50; seed += 1) {
      const seats = drawTables(people, tables, luck(seed));
      const count = (of: readonly Seated[]) =>
        Array.from(
          { length: tables },
          (_, index) => of.filter(({ id }) => seats.get(id) === index + 1).length,
        );
      expect(seats.size).toBe(people.length);
      expect(spread(count(people))).toBeLessThanOrEqual(1);
      for (const community of new Set(people.map((person) => person.community))) {
        const own = people.filter((person) => person.community === community);
        expect(spread(count(own))).toBeLessThanOrEqual(1);
      }
    }
  },
);

test('the same luck gives the same seats, other luck gives others', () => {
  const people = hall([8, 8, 8]);
  const draw = (seed: number) => [...drawTables(people, 4, luck(seed))].sort().join();
  expect(draw(1)).toBe(draw(1));
  expect(new Set([1, 2, 3, 4, 5].map(draw)).size).toBe(5);
});

test('a newcomer sits at the smallest table, of equal ones where fewest of their community are', () => {
  const [brug, kade] = ['brug' as CommunityId, 'kade' as CommunityId];
  const seats = [
    { community: brug, table: 1 },
    { community: kade, table: 2 },
    { community: brug, table: 3 },
    { community: kade, table: 3 },
    { community: kade, table: 0 },
  ];
  expect(seatFor(brug, seats, 3)).toBe(2);
  expect(seatFor(kade, seats, 3)).toBe(1);
  expect(seatFor(kade, seats, 4)).toBe(4);
});
