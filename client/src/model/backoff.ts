/** How long to wait before connecting again: at once the first time, then longer, never more than ten seconds. */
import type { Timers } from './timers.ts';

const FIRST_MS = 500;
const MOST_MS = 10_000;
/** A connection that lasted shorter than this did not work: a server that accepts and closes is waited for too. */
const STEADY_MS = 5_000;

export interface Backoff {
  /** Milliseconds to wait before the next try; each call counts as one. */
  next(): number;
  /** The connection works. */
  up(): void;
  /** The connection is gone. */
  down(): void;
  /** Start again at nought: something changed for the better. */
  reset(): void;
}

/**
 * Full jitter: any time between nought and the bound, so that a hall does not come back in one wave.
 * Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function createBackoff(timers: Pick<Timers, 'now' | 'random'>): Backoff {
  let tries = 0;
  let upSince: number | undefined;
  return {
    next: () => {
      tries += 1;
      if (tries === 1) return 0;
      return timers.random() * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries - 2, 20));
    },
    up: () => {
      upSince = timers.now();
    },
    down: () => {
      if (upSince !== undefined && timers.now() - upSince >= STEADY_MS) tries = 0;
      upSince = undefined;
    },
    reset: () => {
      tries = 0;
    },
  };
}
