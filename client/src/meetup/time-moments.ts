/** The few moments at which the time of a round is said aloud. */

/** The moments at which the time is announced; never every second. */
export type TimeMoment = 'half' | 'minute' | 'tenSeconds' | 'end';

const MINUTE_MS = 60_000;
const TEN_SECONDS_MS = 10_000;

/**
 * The moment that was passed between two looks at the time; the last one when several were.
 * More time than before (a new round, a minute added) passes none.
 * @param durationMs - the whole round; a moment that is not well inside it is left out.
 */
export function passedMoment(beforeMs: number, afterMs: number, durationMs: number): TimeMoment | undefined {
  if (afterMs >= beforeMs) return undefined;
  const moments: readonly (readonly [TimeMoment, number])[] = [
    ['end', 0],
    ['tenSeconds', TEN_SECONDS_MS],
    ['minute', MINUTE_MS],
    ['half', durationMs / 2],
  ];
  return moments.find(
    ([name, at]) =>
      beforeMs > at &&
      afterMs <= at &&
      (name === 'end' || at < durationMs) &&
      (name !== 'half' || at > MINUTE_MS),
  )?.[0];
}
