/**
 * What somebody who has nothing yet is sent: the whole document, encoded once for everybody who comes in, and behind it
 * what was written since. Sixty people at the door then cost one encoding, also while others write. Both go as updates;
 * an empty step 2 ends them, since clients call a document complete at that message.
 */
import * as Y from 'yjs';
import { FrameRun, toFrame } from './frames.ts';
import { encodeUpdate, STEP2_NOTHING } from './sync-messages.ts';

const MAX_TAIL = 256;
const MAX_TAIL_BYTES = 64 * 1024;
/** Nobody came for this long: the copy is let go. */
const KEEP_MS = 10_000;
const END = toFrame(STEP2_NOTHING);

/** True for the state vector of somebody who has nothing. */
export function asksForAll(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}

export class FirstAnswer {
  readonly #doc: Y.Doc;
  #state: Buffer | undefined;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #usedAt = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Everything in the document now, as frames. */
  frames(): readonly Buffer[] {
    this.#usedAt = performance.now();
    this.#state ??= toFrame(encodeUpdate(Y.encodeStateAsUpdate(this.#doc)));
    if (this.#tail.length === 0) return [this.#state, END];
    return [this.#state, new FrameRun(this.#tail.map(encodeUpdate)).bytes, END];
  }

  /** An update was applied. */
  note(update: Uint8Array): void {
    if (this.#state === undefined) return;
    this.#tail.push(update);
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
    this.#tailBytes = 0;
  }
}
