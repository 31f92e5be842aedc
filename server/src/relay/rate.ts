/** How much one person may send over all their sockets, and how often what is dear may be asked for. Time is monotonic. */
import type { Limits } from '@ruimte/shared/limits';

/** So many at once, and one more every so often. */
export class Allowance {
  readonly #burst: number;
  readonly #everyMs: number;
  #left: number;
  #at = performance.now();

  constructor(burst: number, everyMs: number) {
    this.#burst = burst;
    this.#everyMs = everyMs;
    this.#left = burst;
  }

  /** Takes one. @returns false when there is none left at this moment. */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(this.#burst, this.#left + (now - this.#at) / this.#everyMs);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

type Rates = Pick<Limits, 'messagesPerSecond' | 'messageBurst' | 'bytesPerSecond' | 'byteBurst'>;

/** A token bucket for messages and one for bytes. */
export class RateBucket {
  readonly #rates: Rates;
  #messages: number;
  #bytes: number;
  #at = performance.now();

  constructor(rates: Rates) {
    this.#rates = rates;
    this.#messages = rates.messageBurst;
    this.#bytes = rates.byteBurst;
  }

  #refill(): void {
    const { messageBurst, messagesPerSecond, byteBurst, bytesPerSecond } = this.#rates;
    const now = performance.now();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    this.#messages = Math.min(messageBurst, this.#messages + seconds * messagesPerSecond);
    this.#bytes = Math.min(byteBurst, this.#bytes + seconds * bytesPerSecond);
  }

  /** True when nothing is left of what was sent: then the bucket may be forgotten. */
  get full(): boolean {
    this.#refill();
    return this.#messages >= this.#rates.messageBurst && this.#bytes >= this.#rates.byteBurst;
  }

  /** Milliseconds to wait before sending more; 0 while within the limit. */
  get waitMs(): number {
    this.#refill();
    const { messagesPerSecond, bytesPerSecond } = this.#rates;
    return Math.max(0, -this.#messages / messagesPerSecond, -this.#bytes / bytesPerSecond) * 1000;
  }

  /**
   * Counts messages, of so many bytes together.
   * @returns milliseconds to stop reading for; 0 while within the limit.
   */
  take(bytes: number, messages = 1): number {
    this.#refill();
    this.#messages -= messages;
    this.#bytes -= bytes;
    return this.waitMs;
  }
}

/** One bucket per person; it outlives their sockets, so that reconnecting brings nothing. */
export class RateBuckets {
  readonly #rates: Rates;
  readonly #buckets = new Map<string, { readonly bucket: RateBucket; sockets: number }>();

  constructor(rates: Rates) {
    this.#rates = rates;
  }

  /** Buckets in memory. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Sockets a person has open. */
  socketsOf(person: string): number {
    return this.#buckets.get(person)?.sockets ?? 0;
  }

  /** The bucket of a person; call `release` when the socket has closed. */
  hold(person: string): RateBucket {
    const held = this.#buckets.get(person) ?? { bucket: new RateBucket(this.#rates), sockets: 0 };
    held.sockets += 1;
    this.#buckets.set(person, held);
    return held.bucket;
  }

  /** One socket of the person has closed. */
  release(person: string): void {
    const held = this.#buckets.get(person);
    if (held !== undefined) held.sockets -= 1;
  }

  /** Forgets the full buckets of people who are gone; called every few seconds. */
  sweep(): void {
    for (const [person, { bucket, sockets }] of this.#buckets) {
      if (sockets <= 0 && bucket.full) this.#buckets.delete(person);
    }
  }
}
