/** A thread that rebuilds documents, one after the other. Both directions carry packed updates; see `frames.ts`. */
import { parentPort } from 'node:worker_threads';
import { packFrames, unpackFrames } from '../store/frames.ts';
import { StoreError } from '../store/store-error.ts';
import { rebuildPieces } from './rebuild.ts';

/** What comes back: the pieces, or why there are none. */
export type RebuildAnswer = { readonly packed: Uint8Array } | { readonly damage: string };

function answer(packed: Uint8Array): RebuildAnswer {
  try {
    return { packed: packFrames(rebuildPieces(unpackFrames(packed))) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { damage: error.message };
  }
}

parentPort?.on('message', (packed: Uint8Array) => {
  const reply = answer(packed);
  const moved = 'packed' in reply ? [reply.packed.buffer as ArrayBuffer] : [];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(reply, moved);
});
