/**
 * From rows on disk to a document in memory. What participants wrote is first built by a thread that can be ended, so
 * that updates which would keep a processor busy hold up nobody else; here it is then laid in slices, between which
 * the other boards go on.
 */
import * as Y from 'yjs';
import type { StoredDocument } from '../store/store.ts';
import type { StoredAnswer } from './first-answer.ts';
import { applyAll, type Rebuilder, refuseHoles } from './rebuild.ts';

/** So many milliseconds are spent on a document before the others have their turn. */
const SLICE_MS = 8;
/** Fewer bytes cost less than a slice whatever is in them: the worst known takes 9 s for 125 kB, by the square. */
const HARMLESS_BYTES = 3_000;
/** More updates after the last compaction than this are not sent before they have been built. */
const MAX_TAIL = 2_000;

/** Bytes of the updates together. */
export function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { length }) => sum + length, 0);
}

/**
 * What newcomers can be sent while the document is still being built: only what compaction wrote, which has been built
 * once under the watchdog.
 */
export function storedAnswer({ updates, compacted }: StoredDocument): StoredAnswer | undefined {
  if (compacted === 0 || updates.length - compacted > MAX_TAIL) return undefined;
  return { pieces: updates.slice(0, compacted), tail: updates.slice(compacted) };
}

/**
 * Lays stored updates in the empty document.
 * @param trusted - whether the server alone wrote them.
 * @returns the document as pieces where it had to be rebuilt: compaction can use them.
 * @throws StoreError `damaged` when they do not fit together or take too long.
 */
export async function layStored(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  { trusted, rebuilder }: { readonly trusted: boolean; readonly rebuilder: Rebuilder },
): Promise<readonly Uint8Array[] | undefined> {
  if (trusted || bytesOf(updates) <= HARMLESS_BYTES) {
    applyAll(doc, updates);
    return undefined;
  }
  const pieces = await rebuilder.rebuild(updates);
  let begun = performance.now();
  for (const piece of pieces) {
    Y.applyUpdate(doc, piece, 'store');
    if (performance.now() - begun < SLICE_MS) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    begun = performance.now();
  }
  refuseHoles(doc);
  return pieces;
}
