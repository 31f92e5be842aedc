import { expect, test } from 'vitest';
import type { NoteId } from '../ids.ts';
import { pilesOf } from './piles.ts';

const at = (id: string, x: number, y: number) => ({ id: id as NoteId, x, y });

test('notes at one place become a pile: each a step from the one below, and the one on top has their number', () => {
  const piles = pilesOf([at('a', 100, 100), at('b', 104, 96), at('c', 400, 100), at('d', 100, 100)]);
  expect([...piles]).toEqual([
    ['a', { shift: 0 }],
    ['b', { shift: 14 }],
    ['d', { shift: 28, count: 3 }],
  ]);
});

test('notes that merely overlap are no pile: each says something else', () => {
  expect(pilesOf([at('a', 100, 100), at('b', 120, 100)]).size).toBe(0);
});

test('a high pile does not walk away over its neighbours', () => {
  const many = Array.from({ length: 12 }, (_, index) => at(String(index), 0, 0));
  const shifts = [...pilesOf(many).values()].map(({ shift }) => shift);
  expect(Math.max(...shifts)).toBe(56);
});
