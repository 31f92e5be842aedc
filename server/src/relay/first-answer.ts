/**
 * What somebody who has nothing yet is sent: the whole document, encoded once for everybody who comes in, and behind it
 * what was written since. Sixty people at the door then cost one encoding, also while others write. Both go as updates;
 * an empty step 2 ends them, since clients call a document complete at that message. Right after loading it is what
 * the store gave: then a large board is on its way before it has been built here.
 */
import type * as Y from 'yjs';
import { frameUpdates, toFrame } from './frames.ts';
import { encodePieces } from './pieces.ts';
import { STEP2_NOTHING } from './sync-messages.ts';

/** Beyond these the document is encoded anew: 25 ms at 10,000 notes. */
const MAX_TAIL = 2_000;
const MAX_TAIL_BYTES = 256 * 1024;
/** Nobody came for this long: the copy is let go. */
const KEEP_MS = 10_000;
const END = toFrame(STEP2_NOTHING);

/** True for the state vector of somebody who has nothing. */
export function asksForAll(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}

/** A document as the store has it: pieces made by compaction, and the updates after them. */
export interface StoredAnswer {
  readonly pieces: readonly Uint8Array[];
  readonly tail: readonly Uint8Array[];
}

export class FirstAnswer {
  readonly #doc: Y.Doc;
  #state: Buffer | undefined;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  /** The tail as it goes out, until something is added to it. */
  #tailFrames: Buffer | undefined;
  #usedAt = performance.now();

  /** @param stored - what to answer with until it has grown too long; undefined encodes the document. */
  constructor(doc: Y.Doc, stored?: StoredAnswer) {
    this.#doc = doc;
    if (stored === undefined) return;
    this.#state = frameUpdates(stored.pieces).bytes;
    for (const update of stored.tail) this.note(update);
  }

  /** Whether the answer is at hand, without the document. */
  get isReady(): boolean {
    return this.#state !== undefined;
  }

  /** Everything in the document now, as frames. */
  frames(): readonly Buffer[] {
    this.#usedAt = performance.now();
    this.#state ??= frameUpdates(encodePieces(this.#doc)).bytes;
    if (this.#tail.length === 0) return [this.#state, END];
    this.#tailFrames ??= frameUpdates(this.#tail).bytes;
    return [this.#state, this.#tailFrames, END];
  }

  /** An update was applied. */
  note(update: Uint8Array): void {
    if (this.#state === undefined) return;
    // A copy: what a socket received is a view on a much larger piece of memory.
    this.#tail.push(update.slice());
    this.#tailFrames = undefined;
    this.#tailBytes += update.length;
    if (this.#tail.length > MAX_TAIL || this.#tailBytes > MAX_TAIL_BYTES) this.#forget();
  }

  /** Lets the copy go when nobody came lately; called every few seconds. */
  sweep(): void {
    if (this.#state !== undefined && performance.now() - this.#usedAt > KEEP_MS) this.#forget();
  }

  #forget(): void {
    this.#state = undefined;
    this.#tail = [];
    this.#tailFrames = undefined;
    this.#tailBytes = 0;
  }
}
