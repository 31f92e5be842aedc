/**
 * What the changes of each participant have cost to place, over all their updates. One update may cost little and still
 * add its part to a gap that everybody after it pays for: sixty messages a second, each just below what one may cost,
 * would take the whole processor, and once more at each opening of the document.
 */
import type { ParticipantId } from '@ruimte/shared/ids';

/** Steps that one participant may cost at once: 0.4 s. Honest people came to 469 in a meet-up of 20,000 updates. */
const MAX_STEPS = 100_000;
/** A whole sum fades in this time, monotonic milliseconds. */
const FADE_MS = 60 * 60_000;

interface Sum {
  readonly steps: number;
  readonly at: number;
}

/** The sums of one document. */
export class StepSums {
  readonly #now: () => number;
  readonly #sums = new Map<ParticipantId, Sum>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The highest sum of anybody at this moment. */
  get highest(): number {
    return Math.max(0, ...[...this.#sums.keys()].map((participant) => this.#sumOf(participant)));
  }

  #sumOf(participant: ParticipantId): number {
    const sum = this.#sums.get(participant);
    return sum === undefined ? 0 : Math.max(0, sum.steps - ((this.#now() - sum.at) / FADE_MS) * MAX_STEPS);
  }

  /** Whether an update of this cost may still be taken from the participant. */
  hasRoomFor(participant: ParticipantId, steps: number): boolean {
    return steps === 0 || this.#sumOf(participant) + steps <= MAX_STEPS;
  }

  /** An update of this cost was accepted. */
  add(participant: ParticipantId, steps: number): void {
    if (steps > 0) this.#sums.set(participant, { steps: this.#sumOf(participant) + steps, at: this.#now() });
  }
}
