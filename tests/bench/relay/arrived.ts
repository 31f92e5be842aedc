/** How far somebody is with what one client wrote: all of it below a clock, and what came before what it follows on. */
export class Arrived {
  /** Everything below this clock is there. */
  clock = 0;
  readonly #early: { readonly from: number; readonly to: number }[] = [];

  /** Adds the clocks from `from` up to `to`. @returns whether the clock went on. */
  add(from: number, to: number): boolean {
    if (from > this.clock) {
      this.#early.push({ from, to });
      return false;
    }
    if (to <= this.clock) return false;
    this.clock = to;
    while (this.#early.length > 0) {
      const next = this.#early.findIndex((stretch) => stretch.from <= this.clock);
      const [stretch] = next < 0 ? [] : this.#early.splice(next, 1);
      if (stretch === undefined) break;
      this.clock = Math.max(this.clock, stretch.to);
    }
    return true;
  }
}
