/** A document built anew from its updates, to see that they fit together, and written again without its history. */
import * as Y from 'yjs';
import { StoreError } from '../store/store-error.ts';
import { encodePieces } from './pieces.ts';

/** Builds documents somewhere: in a thread that can be ended, or right here in tests. */
export interface Rebuilder {
  /**
   * @param updates - in order; they are copied.
   * @returns the document as pieces, each building on those before it; no removed text is left in them.
   * @throws StoreError `damaged` when they do not fit together or take too long.
   */
  rebuild(updates: readonly Uint8Array[]): Promise<readonly Uint8Array[]>;
}

/** Builds the document and writes it as pieces. @throws StoreError `damaged` */
export function rebuildPieces(updates: readonly Uint8Array[]): Uint8Array[] {
  const doc = new Y.Doc();
  applyAll(doc, updates);
  return encodePieces(doc);
}

/**
 * Applies stored updates in one transaction: several times cheaper than one each.
 * @throws StoreError `damaged` when they do not fit together: a board with something missing is never shown.
 */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    }, 'store');
  } catch (cause) {
    throw new StoreError('damaged', 'it cannot be rebuilt from its updates', { cause });
  }
  refuseHoles(doc);
}

/** @throws StoreError `damaged` when the document waits for something that it was never given. */
export function refuseHoles(doc: Y.Doc): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new StoreError('damaged', 'it builds on updates that are missing');
  }
}
