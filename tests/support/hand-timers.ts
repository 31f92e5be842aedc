/** The time of a client model in the hands of a test. */
import type { Timers } from '@ruimte/client/model/timers';

/** Timers that go off when the test says so; every wait is as long as it may be. */
export function createHandTimers(): {
  readonly timers: Timers;
  /** Lets time pass, and everything that hangs on a promise with it. */
  readonly pass: (ms: number) => Promise<void>;
} {
  let time = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  const timers: Timers = {
    now: () => time,
    random: () => 1,
    later: (ms, run) => {
      const timer = { at: time + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((each) => each !== timer);
      };
    },
  };
  async function pass(ms: number): Promise<void> {
    time += ms;
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter(({ at }) => at > time);
    for (const { run } of due) run();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  return { timers, pass };
}
