/** A clock that stands still until a test moves it. */
export class TestClock {
  private time: number;

  /** Starts on a working day, at ten in the morning. */
  constructor(start = Date.UTC(2025, 10, 14, 9, 0)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  /** Moves the time on, milliseconds. */
  advance(ms: number): void {
    this.time += ms;
  }

  /** Moves the time to a moment, milliseconds since 1970. */
  set(time: number): void {
    this.time = time;
  }
}
