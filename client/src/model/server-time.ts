/** The server's time as this device estimates it from the answers to its pings. */
import type { Timers } from './timers.ts';

export interface ServerTime {
  /** Estimated server time, milliseconds; never goes back, except when the estimate was off by seconds. */
  now(): number;
  /**
   * Takes in the answer to a ping.
   * @param sentAt - the device's time when it was sent; @param receivedAt - and when the answer came.
   */
  learn(sentAt: number, serverTime: number, receivedAt: number): void;
}

interface Sample {
  readonly offset: number;
  /** How far the offset can be off, half a round trip. */
  readonly error: number;
}

const SAMPLES = 8;
/** What two clocks may drift apart between samples. */
const DRIFT_MS = 50;
/** What the session's own time may be off: it came with a whole HTTP request. */
const FIRST_ERROR_MS = 2_000;
const MOST_BACK_MS = 2_000;

/** @param serverNow - the server's time when the session was given, for as long as there is nothing better. */
export function createServerTime(timers: Pick<Timers, 'now'>, serverNow: number): ServerTime {
  let samples: readonly Sample[] = [{ offset: serverNow - timers.now(), error: FIRST_ERROR_MS }];
  let best = samples[0] as Sample;
  let last = Number.NEGATIVE_INFINITY;
  return {
    now: () => {
      const estimate = timers.now() + best.offset;
      last = last - estimate > MOST_BACK_MS ? estimate : Math.max(last, estimate);
      return Math.round(last);
    },
    learn: (sentAt, serverTime, receivedAt) => {
      const error = (receivedAt - sentAt) / 2;
      if (error < 0) return;
      const sample: Sample = { offset: serverTime + error - receivedAt, error };
      // What cannot be true any more is left out: one of the two clocks was set.
      const possible = samples.filter(
        (other) => Math.abs(other.offset - sample.offset) <= other.error + error + DRIFT_MS,
      );
      samples = [...possible, sample].slice(-SAMPLES);
      best = samples.reduce((a, b) => (b.error <= a.error ? b : a));
    },
  };
}
