/**
 * Slows down guessing of short codes. Wrong codes are counted over the whole code space and never per address: a
 * school is one address. Devices that have joined before are never slowed, nor is anybody who comes by link or QR.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { RuimteError } from '@ruimte/shared/errors';
import type { Clock } from '../clock.ts';

/**
 * The arithmetic. There are 4.2 million codes, each meet-up that runs answers to one.
 * A hall of 60 in which everybody mistypes twice makes 120 wrong guesses: below `free`, nobody notices.
 * Somebody who goes on guessing is let through once per `forgetMs`: `refused` + 3 hours / 4 s = 2,950 guesses during
 * a meet-up, a chance of 1 in 1,400 to find it, for a seat as participant that the facilitator sees and can take away.
 */
export const GUESS_LIMIT = {
  /** Wrong guesses that cost nothing. */
  free: 150,
  /** Wrong guesses above which unknown devices are refused; between `free` and this they wait ever longer. */
  refused: 250,
  /** One wrong guess is forgotten every so many milliseconds. */
  forgetMs: 4_000,
  longestDelayMs: 4_000,
} as const;

export interface GuessLimit {
  /** How long a guess has to wait now, milliseconds; `refuse` when there were too many. Changes nothing. */
  delayFor(knownDevice: boolean): number | 'refuse';
  /** Counts one wrong guess of an unknown device. */
  wrong(): void;
  /**
   * Lets one guess through: waits as long as it must, looks, and counts a miss.
   * Guesses that are waiting count as wrong ones, so that asking a thousand times at once gains nothing.
   * @param find - finds what the code stands for, undefined for a wrong one.
   * @throws RuimteError `slowDown`, with the time after which trying again makes sense.
   */
  guess<Found>(knownDevice: boolean, find: () => Found | undefined): Promise<Found | undefined>;
}

/**
 * A limit that has seen no guess yet.
 * @param pause - waits so many milliseconds; tests pass their own.
 */
export function createGuessLimit(
  clock: Clock,
  pause: (ms: number) => Promise<unknown> = (ms) => wait(ms),
): GuessLimit {
  const { free, refused, forgetMs, longestDelayMs } = GUESS_LIMIT;
  let wrongGuesses = 0;
  let waiting = 0;
  let countedAt = clock.now();

  const count = (): number => {
    const now = clock.now();
    // A clock that is set back must not bring old guesses back.
    const forgotten = Math.max(0, now - countedAt) / forgetMs;
    wrongGuesses = Math.max(0, wrongGuesses - forgotten);
    countedAt = now;
    return wrongGuesses + waiting;
  };
  const delayFor = (knownDevice: boolean): number | 'refuse' => {
    if (knownDevice) return 0;
    const guesses = count();
    if (guesses >= refused) return 'refuse';
    return Math.ceil((Math.max(0, guesses - free) / (refused - free)) * longestDelayMs);
  };
  const wrong = (): void => {
    count();
    wrongGuesses += 1;
  };

  return {
    delayFor,
    wrong,
    async guess(knownDevice, find) {
      const delayMs = delayFor(knownDevice);
      if (delayMs === 'refuse') throw new RuimteError('slowDown', 'too many wrong codes', forgetMs);
      if (delayMs > 0) {
        waiting += 1;
        try {
          await pause(delayMs);
        } finally {
          waiting -= 1;
        }
      }
      const found = find();
      if (found === undefined && !knownDevice) wrong();
      return found;
    },
  };
}
