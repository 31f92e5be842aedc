/**
 * How often a document had to be opened anew because what was applied could not be kept. Whatever it was comes back
 * with whoever wrote it: opened at once each time, the document would take the processor, and honest people would reach
 * the limit of what they may send by coming back to it.
 */
import type { DocumentKey } from '../store/store.ts';

/** Once is no pattern: opened anew at once. From then on twice as long each time. */
const FIRST_WAIT_MS = 100;
const LAST_WAIT_MS = 2_000;
/** After so long without another it begins afresh. */
const MEMORY_MS = 60_000;

export class Setbacks {
  readonly #now: () => number;
  readonly #known = new Map<DocumentKey, { count: number; at: number }>();
  /** Ends the waits there are. */
  readonly #ends = new Set<() => void>();

  /** @param now - monotonic milliseconds; tests bring their own. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A document was lost. */
  note(key: DocumentKey): void {
    const now = this.#now();
    for (const [known, { at }] of this.#known) if (now - at >= MEMORY_MS) this.#known.delete(known);
    this.#known.set(key, { count: (this.#known.get(key)?.count ?? 0) + 1, at: now });
  }

  /** Milliseconds from now until the document may be opened anew; 0 for one that has not been lost lately. */
  waitMs(key: DocumentKey): number {
    const known = this.#known.get(key);
    if (known === undefined || known.count < 2) return 0;
    const whole = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (known.count - 2));
    return Math.max(0, known.at + whole - this.#now());
  }
  /** Resolves when the document may be opened anew, or all waiting has been ended. */
  async pass(key: DocumentKey): Promise<void> {
    const waitMs = this.waitMs(key);
    if (waitMs <= 0) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#ends.delete(end);
        resolve();
      };
      const timer = setTimeout(end, waitMs);
      this.#ends.add(end);
    });
  }

  /** Ends all waiting: the server stops. */
  end(): void {
    for (const end of this.#ends) end();
  }
}
