/** How much one person may send over all their sockets: messages and bytes, with room for a burst. */
import { LIMITS } from '@ruimte/shared/limits';

/** A token bucket for messages and one for bytes; time is monotonic, so that clock jumps do nothing. */
export class RateBucket {
  #messages: number = LIMITS.messageBurst;
  #bytes: number = LIMITS.byteBurst;
  #at = performance.now();

  /**
   * Counts one message.
   * @returns milliseconds to stop reading for; 0 while within the limit.
   */
  take(bytes: number): number {
    const now = performance.now();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    this.#messages = Math.min(LIMITS.messageBurst, this.#messages + seconds * LIMITS.messagesPerSecond) - 1;
    this.#bytes = Math.min(LIMITS.byteBurst, this.#bytes + seconds * LIMITS.bytesPerSecond) - bytes;
    const debt = Math.max(-this.#messages / LIMITS.messagesPerSecond, -this.#bytes / LIMITS.bytesPerSecond);
    return debt > 0 ? debt * 1000 : 0;
  }
}

/** One bucket per person, forgotten some time after their last socket closed. */
export class RateBuckets {
  readonly #buckets = new Map<string, { bucket: RateBucket; sockets: number }>();

  /** The bucket of a person; call `release` when the socket has closed. */
  hold(person: string): RateBucket {
    const held = this.#buckets.get(person) ?? { bucket: new RateBucket(), sockets: 0 };
    held.sockets += 1;
    this.#buckets.set(person, held);
    return held.bucket;
  }

  /** One socket of the person has closed. */
  release(person: string): void {
    const held = this.#buckets.get(person);
    if (held === undefined) return;
    held.sockets -= 1;
    if (held.sockets === 0) this.#buckets.delete(person);
  }
}
