import { expect, test } from 'vitest';
import { CODE_COUNT } from './join-code.ts';
import { createGuessLimit, GUESS_LIMIT } from './guess-limit.ts';

function createHeldClock() {
  let now = 1_000_000;
  return { now: () => now, pass: (ms: number) => (now += ms) };
}

function createLimit(wrongGuesses: number) {
  const clock = createHeldClock();
  const pauses: number[] = [];
  const limit = createGuessLimit(clock, (ms) => Promise.resolve(pauses.push(ms)));
  for (let guess = 0; guess < wrongGuesses; guess += 1) limit.wrong();
  return { clock, pauses, limit };
}

test('a hall of sixty in which everybody mistypes twice notices nothing', () => {
  const { limit } = createLimit(120);
  expect(limit.delayFor(false)).toBe(0);
});

test('past the free guesses unknown devices wait ever longer, and then are refused', () => {
  expect(createLimit(GUESS_LIMIT.free).limit.delayFor(false)).toBe(0);
  expect(createLimit(GUESS_LIMIT.free + 1).limit.delayFor(false)).toBe(40);
  expect(createLimit(GUESS_LIMIT.refused - 1).limit.delayFor(false)).toBe(3_960);
  expect(createLimit(GUESS_LIMIT.refused).limit.delayFor(false)).toBe('refuse');
});

test('a device that has joined before is never slowed down', async () => {
  const { limit } = createLimit(10_000);
  expect(limit.delayFor(true)).toBe(0);
  expect(await limit.guess(true, () => 'meet-up')).toBe('meet-up');
});

test('wrong guesses are forgotten with time, one by one', () => {
  const { limit, clock } = createLimit(GUESS_LIMIT.refused);
  clock.pass(GUESS_LIMIT.forgetMs);
  expect(limit.delayFor(false)).toBe(3_960);
  clock.pass(GUESS_LIMIT.forgetMs * 99);
  expect(limit.delayFor(false)).toBe(0);
});

test('a clock that is set back forgets nothing and brings nothing back', () => {
  const { limit, clock } = createLimit(GUESS_LIMIT.refused);
  clock.pass(-3_600_000);
  expect(limit.delayFor(false)).toBe('refuse');
  clock.pass(GUESS_LIMIT.forgetMs);
  expect(limit.delayFor(false)).toBe(3_960);
});

test('a guess waits as long as it must and counts when it is wrong', async () => {
  const { limit, pauses } = createLimit(GUESS_LIMIT.free + 50);
  expect(await limit.guess(false, () => 'meet-up')).toBe('meet-up');
  expect(await limit.guess(false, () => undefined)).toBeUndefined();
  expect(await limit.guess(false, () => undefined)).toBeUndefined();
  expect(pauses).toEqual([2_000, 2_000, 2_040]);
});

test('a thousand guesses at once get no further than one after the other', async () => {
  const { limit } = createLimit(0);
  let looked = 0;
  const guesses = Array.from({ length: 1_000 }, () => limit.guess(false, () => void (looked += 1)));
  const outcomes = await Promise.allSettled(guesses);
  expect(looked).toBe(GUESS_LIMIT.refused);
  const refused = outcomes.find(({ status }) => status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'slowDown', retryAfterMs: GUESS_LIMIT.forgetMs } });
});

test('guessing through a meet-up of three hours finds a code less than once in a thousand times', () => {
  const guesses = GUESS_LIMIT.refused + (3 * 3_600_000) / GUESS_LIMIT.forgetMs;
  expect(guesses / CODE_COUNT).toBeLessThan(1 / 1_000);
});
