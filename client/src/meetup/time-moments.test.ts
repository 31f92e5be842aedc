import { expect, test } from 'vitest';
import { passedMoment } from './time-moments.ts';

test('half, a minute, ten seconds and the end are each announced once', () => {
  const round = 300_000;
  expect(passedMoment(150_001, 150_000, round)).toBe('half');
  expect(passedMoment(150_000, 149_900, round)).toBeUndefined();
  expect(passedMoment(60_200, 59_950, round)).toBe('minute');
  expect(passedMoment(10_100, 9_900, round)).toBe('tenSeconds');
  expect(passedMoment(200, 0, round)).toBe('end');
  expect(passedMoment(0, 0, round)).toBeUndefined();
});

test('a page that slept says only the last moment it missed', () => {
  expect(passedMoment(200_000, 5_000, 300_000)).toBe('tenSeconds');
});

test('a new round or a minute more announces nothing', () => {
  expect(passedMoment(5_000, 300_000, 300_000)).toBeUndefined();
  expect(passedMoment(5_000, 65_000, 300_000)).toBeUndefined();
});

test('the start of a round of one minute is not announced as a minute left', () => {
  expect(passedMoment(60_001, 59_900, 60_000)).toBeUndefined();
});
