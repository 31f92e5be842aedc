import { describe, expect, it } from 'vitest';
import { createBackoff } from './backoff.ts';

function start(random: number) {
  const clock = { now: 0 };
  return { clock, backoff: createBackoff({ now: () => clock.now, random: () => random }) };
}

describe('backoff', () => {
  it('tries at once first, then waits up to twice as long each time, never more than ten seconds', () => {
    const { backoff } = start(1);
    const waits = Array.from({ length: 9 }, () => backoff.next());
    expect(waits).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  it('spreads the waits over the whole range', () => {
    const { backoff } = start(0.25);
    const waits = Array.from({ length: 4 }, () => backoff.next());
    expect(waits).toEqual([0, 125, 250, 500]);
  });

  it('starts anew after a connection that lasted, not after one that was closed at once', () => {
    const { clock, backoff } = start(1);
    backoff.next();
    backoff.up();
    clock.now = 4_999;
    backoff.down();
    expect(backoff.next()).toBe(500);
    backoff.up();
    clock.now = 9_999;
    backoff.down();
    expect(backoff.next()).toBe(0);
  });
});
