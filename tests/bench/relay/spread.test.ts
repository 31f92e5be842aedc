import { expect, test } from 'vitest';
import { Spread } from './spread.ts';

test('tells quantiles within one per cent', () => {
  const spread = new Spread();
  for (let number = 1; number <= 1_000; number += 1) spread.add(number / 10);
  expect(spread.count).toBe(1_000);
  for (const [part, expected] of [
    [0, 0.1],
    [0.5, 50],
    [0.95, 95],
    [1, 100],
  ] as const) {
    expect(Math.abs(spread.at(part) / expected - 1)).toBeLessThan(0.01);
  }
});

test('tells no quantile of nothing', () => {
  expect(new Spread().at(0.5)).toBeNaN();
});
