import { expect, test } from 'vitest';
import { Setbacks } from './setbacks.ts';

test('[R36] lost once, a document is opened anew at once; then ever later, at most two seconds', () => {
  let now = 0;
  const setbacks = new Setbacks(() => now);
  const waits = Array.from({ length: 8 }, () => {
    setbacks.note('bord@1');
    return setbacks.waitMs('bord@1');
  });
  expect(waits).toEqual([0, 100, 200, 400, 800, 1_600, 2_000, 2_000]);
  expect(setbacks.waitMs('ander@1')).toBe(0);
  now = 1_500;
  expect(setbacks.waitMs('bord@1')).toBe(500);
  now = 2_000;
  expect(setbacks.waitMs('bord@1')).toBe(0);
});

test('[R36] after a minute without another it begins afresh', () => {
  let now = 0;
  const setbacks = new Setbacks(() => now);
  for (let i = 0; i < 5; i += 1) setbacks.note('bord@1');
  now = 59_999;
  setbacks.note('bord@1');
  expect(setbacks.waitMs('bord@1')).toBe(1_600);
  now += 60_000;
  setbacks.note('bord@1');
  expect(setbacks.waitMs('bord@1')).toBe(0);
});
