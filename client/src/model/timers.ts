/** Time and chance as the model uses them; tests and the demo pass their own. */
export interface Timers {
  /** The device's clock, milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** @returns how to stop it. */
  later(ms: number, run: () => void): () => void;
}

/** The clock and timers of the device. */
export const DEVICE_TIMERS: Timers = {
  now: () => Date.now(),
  random: () => Math.random(),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Runs at once when it has been quiet for `everyMs`, else once at the end of that time: never more often.
 * @returns `run` to ask for it, `flush` to do now what is waiting, `stop` to forget it.
 */
export function createThrottle(
  timers: Timers,
  everyMs: number,
  run: () => void,
): { readonly run: () => void; readonly flush: () => void; readonly stop: () => void } {
  let last = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;
  function stop(): void {
    cancel?.();
    cancel = undefined;
  }
  function now(): void {
    stop();
    last = timers.now();
    run();
  }
  return {
    run: () => {
      if (cancel !== undefined) return;
      const since = timers.now() - last;
      // A clock that was set back must not hold things up.
      if (since >= everyMs || since < 0) now();
      else cancel = timers.later(everyMs - since, now);
    },
    flush: () => {
      if (cancel !== undefined) now();
    },
    stop,
  };
}
