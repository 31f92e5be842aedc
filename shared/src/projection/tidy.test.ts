import { expect, test } from 'vitest';
import { overlaps } from '../geometry.ts';
import type { NoteId } from '../ids.ts';
import { groupBox } from './groups.ts';
import { NOTE_SIZE, ZONE_SIZE } from './layout.ts';
import { gatherPlaces, tidyPlaces } from './tidy.ts';

const at = (id: string, x: number, y: number) => ({ id: id as NoteId, x, y });
const paper = (place: { x: number; y: number }) => ({ x: place.x, y: place.y, ...NOTE_SIZE });

test('a tidy zone keeps the order in which it was read, and nothing lies under another', () => {
  const loose = [at('c', 420, 95), at('a', 30, 100), at('d', 60, 400), at('b', 260, 60)];
  const group = [at('f', 50, 330), at('e', 10, 320)];
  const places = tidyPlaces(loose, [group], ZONE_SIZE.w);
  expect(places.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  const covering = places.flatMap((one) =>
    places.filter((other) => one !== other && overlaps(paper(one), paper(other))),
  );
  expect(covering).toEqual([]);
  const box = groupBox(places.slice(4));
  for (const one of places.slice(0, 4)) expect(overlaps(paper(one), box)).toBe(false);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.w).toBeLessThanOrEqual(ZONE_SIZE.w);
});

test('tidying twice moves nothing', () => {
  const once = tidyPlaces([at('a', 300, 100), at('b', 10, 90)], [[at('c', 9, 400)]], ZONE_SIZE.w);
  const [a, b, c] = ['a', 'b', 'c'].map((id) => once.find((place) => place.id === id));
  if (a === undefined || b === undefined || c === undefined) throw new Error('a note was lost');
  expect(tidyPlaces([a, b], [[c]], ZONE_SIZE.w)).toEqual(once);
});

test('notes that lie together already are gathered where they are', () => {
  const notes = [at('a', 32, 300), at('b', 268, 300)];
  expect(gatherPlaces(notes, [paper(at('x', 32, 20))], ZONE_SIZE.w)).toBe(notes);
});

test('the box of gathered notes does not cover the name of their zone', () => {
  const places = gatherPlaces([at('a', 32, 82), at('b', 268, 82)], [], ZONE_SIZE.w);
  expect(groupBox(places).y).toBeGreaterThanOrEqual(76);
});

test('notes with others between them are gathered side by side, where nothing else lies in their box', () => {
  const notes = [at('a', 32, 82), at('b', 504, 82), at('c', 32, 600)];
  const others = [paper(at('x', 268, 82)), paper(at('y', 268, 500))];
  const places = gatherPlaces(notes, others, ZONE_SIZE.w);
  expect(places.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  const box = groupBox(places);
  for (const other of others) expect(overlaps(box, other)).toBe(false);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.w).toBeLessThanOrEqual(ZONE_SIZE.w);
});
