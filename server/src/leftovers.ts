/** When to collect what a burst of work has left behind in the heap. It measures nothing itself. Times are monotonic. */

const MB = 1024 * 1024;
/** Less is not worth a pause: V8 collects it when it comes to it. */
const WORTH_BYTES = 24 * MB;
/** The pause grows with what lives, 3 ms a MB at most: above this V8, which does it bit by bit, is left alone. */
const MOST_BYTES = 40 * MB;
/** A share of the time: above it there is a burst. A meet-up of 200 people stays below. */
const BURST_SHARE = 0.5;
/** Below it hardly anybody waits for anything. */
const QUIET_SHARE = 0.25;
/** At most a 25th of the time is spent on it, whatever bursts are sent. */
const REST_FACTOR = 25;

/** How the heap is at one moment. */
export interface HeapLook {
  /** What it has taken of the machine, in use or not. */
  readonly heapBytes: number;
  /** Share of the time since the last look in which this thread was busy, 0 to 1. */
  readonly busyShare: number;
  readonly now: number;
}

export class Leftovers {
  /** The least the heap has taken since the last collection: about what lives. */
  #leastBytes = Number.POSITIVE_INFINITY;
  #hadBurst = false;
  #notBefore = Number.NEGATIVE_INFINITY;

  /** Whether to collect now: a burst is over, and has left enough. Called about once a second; true is for once. */
  look({ heapBytes, busyShare, now }: HeapLook): boolean {
    this.#leastBytes = Math.min(this.#leastBytes, heapBytes);
    this.#hadBurst ||= busyShare > BURST_SHARE;
    if (!this.#hadBurst || busyShare > QUIET_SHARE || now < this.#notBefore) return false;
    if (this.#leastBytes > MOST_BYTES || heapBytes - this.#leastBytes <= WORTH_BYTES) return false;
    this.#hadBurst = false;
    return true;
  }

  /** It was collected. @param heapBytes - what the heap takes now. @param tookMs - the pause. */
  collected(heapBytes: number, tookMs: number, now: number): void {
    this.#leastBytes = heapBytes;
    this.#notBefore = now + tookMs * REST_FACTOR;
  }
}
