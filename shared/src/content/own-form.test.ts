import { expect, test } from 'vitest';
import type { RoundId } from '../ids.ts';
import { FORMATS } from './formats.ts';
import { findUnrevealed } from './own-form.ts';

const round = (id: string, write: 'open' | 'private' = 'open', reveal = false) => ({
  id: id as RoundId,
  write,
  reveal,
});

test('a private round needs a reveal somewhere after it', () => {
  const silent = round('stil', 'private');
  const turn = round('lezen', 'open', true);
  expect(findUnrevealed([silent, round('praten'), turn])).toBeUndefined();
  expect(findUnrevealed([turn, silent])).toBe(silent);
  expect(findUnrevealed([silent, round('praten')])).toBe(silent);
  expect(findUnrevealed([turn, round('praten')])).toBeUndefined();
});

test('no form that comes with the product leaves notes on desks for good', () => {
  for (const format of FORMATS.values()) expect(findUnrevealed(format.rounds)).toBeUndefined();
});
