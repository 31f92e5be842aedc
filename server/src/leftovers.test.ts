import { expect, test } from 'vitest';
import { Leftovers } from './leftovers.ts';

const MB = 1024 * 1024;

/** What a second asks for: so many MB of heap, so busy, in the so manieth second. */
const second = (leftovers: Leftovers, mb: number, busyShare: number, now: number): boolean =>
  leftovers.look({ heapBytes: mb * MB, busyShare, now: now * 1_000 });

test('what a burst has left behind is collected once it is quiet', () => {
  const leftovers = new Leftovers();
  expect(second(leftovers, 18, 0.1, 0)).toBe(false);
  expect(second(leftovers, 90, 0.9, 1)).toBe(false);
  expect(second(leftovers, 90, 0.4, 2)).toBe(false);
  expect(second(leftovers, 90, 0.1, 3)).toBe(true);
  expect(second(leftovers, 90, 0.1, 4)).toBe(false);
});

test('a heap that grows in an ordinary meet-up is left to the engine, and so is a little', () => {
  const leftovers = new Leftovers();
  for (let at = 0; at < 100; at += 1) expect(second(leftovers, 18 + at, 0.2, at)).toBe(false);
  const other = new Leftovers();
  second(other, 18, 0.9, 0);
  expect(second(other, 42, 0.1, 1)).toBe(false);
  expect(second(other, 43, 0.1, 2)).toBe(true);
});

test('a heap in which much lives is left to the engine: the pause would be long', () => {
  const leftovers = new Leftovers();
  second(leftovers, 41, 0.9, 0);
  expect(second(leftovers, 200, 0.1, 1)).toBe(false);
});

test('burst after burst costs no more than a 25th of the time', () => {
  const leftovers = new Leftovers();
  second(leftovers, 18, 0.9, 0);
  expect(second(leftovers, 90, 0.1, 1)).toBe(true);
  leftovers.collected(20 * MB, 200, 1_000);
  expect(second(leftovers, 90, 0.1, 2)).toBe(false);
  expect(second(leftovers, 90, 0.9, 3)).toBe(false);
  expect(second(leftovers, 90, 0.1, 5)).toBe(false);
  expect(second(leftovers, 90, 0.1, 6)).toBe(true);
});
