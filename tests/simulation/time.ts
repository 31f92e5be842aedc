/**
 * The time of a simulated world. The timers of the product are vitest's fake ones and stand still until the world takes
 * a step; promises run for real, and every step waits until nothing of them is left. What the world itself plans
 * (messages under way, what people do) is kept apart: a crash takes the timers of the server away and leaves the world.
 */
import { vi } from 'vitest';

/** The real one, kept before it is faked: its callback runs when no promise has anything left to do. */
const afterPromises = setImmediate;

interface Plan {
  readonly at: number;
  readonly run: () => void;
}

/** A working day in November, nine in the morning. */
const BEGIN = Date.UTC(2025, 10, 14, 9, 0);

export class Time {
  /** The soonest first; what was planned first for the same moment comes first. */
  readonly #plans: Plan[] = [];
  #alarm: NodeJS.Timeout | undefined;

  /** Takes hold of the timers and the clocks of the process; `stop` gives them back. */
  constructor() {
    vi.useFakeTimers({
      now: BEGIN,
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'performance',
        'Date',
      ],
    });
  }

  /** Milliseconds since the world began. */
  get now(): number {
    return Date.now() - BEGIN;
  }

  /** Plans something. @returns how to call it off. */
  after(ms: number, run: () => void): () => void {
    const plan = { at: this.now + Math.max(0, ms), run };
    let place = this.#plans.length;
    while (place > 0 && (this.#plans[place - 1]?.at ?? 0) > plan.at) place -= 1;
    this.#plans.splice(place, 0, plan);
    if (place === 0) this.#setAlarm();
    return () => {
      const index = this.#plans.indexOf(plan);
      if (index >= 0) this.#plans.splice(index, 1);
    };
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    const [first] = this.#plans;
    if (first !== undefined) this.#alarm = setTimeout(() => this.#ring(), first.at - this.now);
  }

  #ring(): void {
    // What was called off leaves an alarm behind that rings for nothing.
    if ((this.#plans[0]?.at ?? Infinity) <= this.now) this.#plans.shift()?.run();
    this.#setAlarm();
  }

  /** Goes on to whatever is due next, of the server or of the world, and lets everything it starts come to rest. */
  async step(): Promise<void> {
    vi.advanceTimersToNextTimer();
    await this.settle();
  }

  /** Lets every promise run until it waits for time to pass. */
  settle(): Promise<void> {
    return new Promise((resolve) => afterPromises(resolve));
  }

  /** Goes on until something is so. @throws Error saying what was awaited when that takes longer than `withinMs`. */
  async until(what: string, holds: () => boolean, withinMs: number): Promise<void> {
    const late = this.now + withinMs;
    while (!holds()) {
      if (this.now > late) throw new Error(`waited ${withinMs} ms for ${what}`);
      await this.step();
    }
  }

  /** Goes on for so many milliseconds. */
  async pass(ms: number): Promise<void> {
    let over = false;
    this.after(ms, () => (over = true));
    await this.until('time to pass', () => over, Infinity);
  }

  /** Takes away every timer of the server, as a process that dies does; its monotonic clock begins anew. */
  dropServerTimers(): void {
    const { now } = this;
    // This puts the wall clock back to the beginning, too.
    vi.clearAllTimers();
    vi.setSystemTime(BEGIN + now);
    this.#setAlarm();
  }

  /** Gives the process its own timers back. */
  stop(): void {
    vi.clearAllTimers();
    vi.useRealTimers();
  }
}
