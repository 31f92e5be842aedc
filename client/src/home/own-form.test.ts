import type { FormatId, RoundId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { chooseRounds, keepAll, parseMinutes, whyUnsound } from './own-form.ts';

const words = { nl: 'x', en: 'x' };
const round = (id: string, write: 'open' | 'private', reveal = false) => ({
  id: id as RoundId,
  title: words,
  minutes: 10,
  write,
  reveal,
});
const all = [round('welkom', 'open'), round('stil', 'private'), round('lezen', 'open', true)];
const format = 'orienteren' as FormatId;
const without = (id: string) => keepAll(all).filter((each) => each.id !== id);

test('a round may be left out or shortened', () => {
  expect(chooseRounds(format, all, without('welkom'))).toMatchObject({ sound: true });
  const shorter = keepAll(all).map((each) => (each.id === 'stil' ? { ...each, minutes: 5 } : each));
  expect(chooseRounds(format, all, shorter)).toEqual({ format, rounds: shorter, sound: true });
});

test('a form without rounds, or with notes that nobody would see, is not sound', () => {
  expect(whyUnsound(all, [])).toBe('noRounds');
  expect(whyUnsound(all, without('lezen'))).toBe(all[1]);
  expect(chooseRounds(format, all, without('lezen')).sound).toBe(false);
  expect(whyUnsound(all, without('stil'))).toBeUndefined();
});

test.each([
  ['12', 12],
  ['240', 240],
  ['241', undefined],
  ['0', undefined],
  ['2,5', undefined],
  ['', undefined],
  ['veel', undefined],
])('typed %j is %s minutes', (typed, minutes) => {
  expect(parseMinutes(typed)).toBe(minutes);
});
