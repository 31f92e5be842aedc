/**
 * Delete sets that hold nothing new, by their hash. A client that comes back sends every deletion of its life; after a
 * restart two hundred send the same 42 kB. What is deleted stays so, hence a set that was known once is known for ever.
 */
import { createHash } from 'node:crypto';

/** Below this many bytes looking at the ranges is cheaper than hashing them. */
const MIN_BYTES = 1024;
/** Devices that left at different moments hold different sets. */
const MAX_SETS = 64;

/** The sets of one document; the longest unused makes room. */
export class KnownDeletes {
  readonly #hashes = new Set<string>();
  /** How often a set was found. */
  hits = 0;

  /** The name of a set, for `has` and `add`; undefined for one that is too small to be remembered. */
  nameOf(bytes: Uint8Array): string | undefined {
    return bytes.length < MIN_BYTES ? undefined : createHash('sha256').update(bytes).digest('base64');
  }

  has(name: string | undefined): boolean {
    if (name === undefined || !this.#hashes.delete(name)) return false;
    this.#hashes.add(name);
    this.hits += 1;
    return true;
  }

  /** Remembers a set of which the document holds every range, deleted. */
  add(name: string | undefined): void {
    if (name === undefined) return;
    this.#hashes.add(name);
    const [oldest] = this.#hashes;
    if (this.#hashes.size > MAX_SETS && oldest !== undefined) this.#hashes.delete(oldest);
  }
}
