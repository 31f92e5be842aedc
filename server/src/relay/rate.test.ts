import { LIMITS } from '@ruimte/shared/limits';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Allowance, RateBuckets } from './rate.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

test('[R14] a person may send a burst, then so many a second, over all their sockets', () => {
  const buckets = new RateBuckets(LIMITS);
  const [phone, laptop] = [buckets.hold('noor'), buckets.hold('noor')];
  for (let i = 0; i < LIMITS.messageBurst; i += 1) expect(phone.take(10)).toBe(0);
  expect(laptop.take(10)).toBeCloseTo(1000 / LIMITS.messagesPerSecond);
  expect(buckets.hold('tom').take(10)).toBe(0);
});

test('[R14] bytes are counted as well as messages', () => {
  const bucket = new RateBuckets(LIMITS).hold('noor');
  expect(bucket.take(LIMITS.byteBurst)).toBe(0);
  expect(bucket.take(LIMITS.bytesPerSecond)).toBeCloseTo(1000);
});

test('[R14] leaving and coming back brings nothing; a bucket is forgotten once it is full again', () => {
  const buckets = new RateBuckets(LIMITS);
  const first = buckets.hold('noor');
  for (let i = 0; i < 2 * LIMITS.messageBurst; i += 1) first.take(1);
  buckets.release('noor');
  buckets.sweep();
  expect(buckets.hold('noor').waitMs).toBeGreaterThan(4_000);
  buckets.release('noor');
  vi.advanceTimersByTime(11_000);
  buckets.sweep();
  expect(buckets.size).toBe(0);
});

test('[R20] an allowance gives a few at once and one more every so often', () => {
  const allowance = new Allowance(3, 10_000);
  expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false]);
  vi.advanceTimersByTime(10_000);
  expect([allowance.take(), allowance.take()]).toEqual([true, false]);
});
