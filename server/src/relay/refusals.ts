/**
 * How often a person was refused: a client that comes back for ever with what was refused is held off for a while,
 * since each time costs the loading of a document.
 */
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';

const PER_MINUTE = 5;
const MINUTE_MS = 60_000;

/** What a client did that no honest one does; a lock, a close, a full board or an older generation is nobody's fault. */
const COUNTED: ReadonlySet<CloseReason> = new Set([
  'malformed',
  'forbidden',
  'foreignClient',
  'tooLarge',
  'shape',
]);

export class Refusals {
  readonly #now: () => number;
  /** When each person was refused, the oldest first. */
  readonly #times = new Map<string, number[]>();

  /** @param now - monotonic milliseconds; tests bring their own. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** People remembered. */
  get size(): number {
    return this.#times.size;
  }

  /** Remembers that a socket of this person was closed, when the reason counts. */
  note(person: string, reason: CloseReason): void {
    if (!COUNTED.has(reason)) return;
    const times = [...(this.#times.get(person) ?? []), this.#now()];
    this.#times.set(person, times.slice(-PER_MINUTE));
  }

  /** Whether this person is to wait: refused five times within a minute, and the last of it less than a minute ago. */
  holdsOff(person: string): boolean {
    const times = this.#times.get(person) ?? [];
    const [first, last] = [times[0], times.at(-1)];
    if (times.length < PER_MINUTE || first === undefined || last === undefined) return false;
    return last - first < MINUTE_MS && this.#now() - last < MINUTE_MS;
  }

  /** Forgets what is over; called every few seconds. */
  sweep(): void {
    const now = this.#now();
    for (const [person, times] of this.#times) {
      if (now - (times.at(-1) ?? 0) >= MINUTE_MS) this.#times.delete(person);
    }
  }
}
