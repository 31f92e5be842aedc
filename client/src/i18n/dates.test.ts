/** Dates as people read them. */
import { expect, test } from 'vitest';
import { longDay, parseDay, shortDay, timeOfDay, today } from './dates.ts';

const NOW = new Date(2025, 9, 1, 12);

test('a day of this year goes without the year', () => {
  expect(longDay('2025-11-14', 'nl', NOW)).toBe('vrijdag 14 november');
  expect(longDay('2024-11-14', 'nl', NOW)).toBe('donderdag 14 november 2024');
  expect(shortDay('2025-11-14', 'nl')).toBe('14 nov 2025');
  expect(shortDay('2025-11-14', 'en')).toBe('14 Nov 2025');
});

test('a day that is none stays as it was written', () => {
  expect(parseDay('2025-02-30')).toBeUndefined();
  expect(longDay('binnenkort', 'nl', NOW)).toBe('binnenkort');
});

test('today is the day here, also just after midnight', () => {
  expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
});

test('a moment of today is its time, an older one has its day', () => {
  const at = new Date(2025, 9, 1, 14, 3).getTime();
  expect(timeOfDay(at, 'nl', NOW)).toBe('14:03');
  expect(timeOfDay(at, 'en', NOW)).toBe('14:03');
  expect(timeOfDay(at, 'nl', new Date(2025, 9, 2, 0, 10))).toMatch(/^1 okt.* 14:03$/);
});
