/** How many bytes a document has, kept cheap: an upper estimate, measured anew only when it reaches the limit. */
import * as Y from 'yjs';

/** Measuring encodes the document (25 ms at 10,000 notes): not more often than this. */
const MEASURE_EVERY_MS = 10_000;

export class BoardBytes {
  readonly #doc: Y.Doc;
  readonly #limit: number;
  #estimate: number;
  #measuredAt = Number.NEGATIVE_INFINITY;

  /** @param stored - bytes of the updates the document was loaded from. */
  constructor(doc: Y.Doc, stored: number, limit: number) {
    this.#doc = doc;
    this.#estimate = stored;
    this.#limit = limit;
  }

  /** Whether an update of so many bytes still fits. */
  hasRoom(bytes: number): boolean {
    if (this.#estimate + bytes <= this.#limit) return true;
    const now = performance.now();
    if (now - this.#measuredAt < MEASURE_EVERY_MS) return false;
    this.#measuredAt = now;
    this.#estimate = Y.encodeStateAsUpdate(this.#doc).length;
    return this.#estimate + bytes <= this.#limit;
  }

  /** An update of so many bytes was applied. */
  add(bytes: number): void {
    this.#estimate += bytes;
  }
}
