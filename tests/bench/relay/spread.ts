/** Many durations in little room: counted in steps of one per cent, so that a long run costs no more than a short one. */

const LEAST_MS = 0.01;
const STEP = Math.log(1.01);

export class Spread {
  /** How many durations were added. */
  count = 0;
  readonly #counts: number[] = [];

  add(ms: number): void {
    const step = ms <= LEAST_MS ? 0 : Math.round(Math.log(ms / LEAST_MS) / STEP);
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.count += 1;
  }

  /**
   * The duration below which so large a part lies, within one per cent.
   * @param part - 0 to 1.
   * @returns milliseconds; NaN when there are none.
   */
  at(part: number): number {
    let left = Math.floor((this.count - 1) * part);
    for (const [step, count = 0] of this.#counts.entries()) {
      left -= count;
      if (left < 0) return LEAST_MS * Math.exp(step * STEP);
    }
    return Number.NaN;
  }
}
