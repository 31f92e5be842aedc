import { expect, test } from 'vitest';
import { formatTime } from './time-words.ts';

test('the time is written in minutes and seconds and reaches 00:00 only when it is up', () => {
  expect(formatTime(222_000)).toBe('03:42');
  expect(formatTime(1)).toBe('00:01');
  expect(formatTime(0)).toBe('00:00');
  expect(formatTime(-500)).toBe('00:00');
  expect(formatTime(90 * 60_000)).toBe('90:00');
});
