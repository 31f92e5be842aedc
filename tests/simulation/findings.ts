/** What one document holds of another: structs and deletions, by look-up. */
import * as Y from 'yjs';

/** True when everything of these clocks is deleted in the document. */
function isDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client);
  if (structs === undefined || Y.getState(doc.store, client) < clock + length) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= clock + length) break;
    if (!struct.deleted) return false;
  }
  return true;
}

/** What an update says that the document does not hold; undefined when it holds all of it. */
export function findMissing(doc: Y.Doc, update: Uint8Array): string | undefined {
  const { structs, ds } = Y.decodeUpdate(update);
  for (const { id, length } of structs) {
    const state = Y.getState(doc.store, id.client);
    if (state < id.clock + length) return `client ${id.client} up to ${id.clock + length}, there is ${state}`;
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (!isDeleted(doc, client, clock, len)) return `the deletion of ${client} ${clock}+${len}`;
    }
  }
  return undefined;
}

/**
 * Where in its client's clocks an update begins although the document has that already; undefined when it is all new.
 * @param excused - up to which clock of a client that is nobody's mistake.
 */
export function findRepeated(
  doc: Y.Doc,
  update: Uint8Array,
  excused: ReadonlyMap<number, number>,
): string | undefined {
  for (const [client, from] of Y.parseUpdateMeta(update).from) {
    const state = Y.getState(doc.store, client);
    if (from < state && from >= (excused.get(client) ?? 0))
      return `client ${client} from ${from}, there was ${state}`;
  }
  return undefined;
}

/** True while the document waits for something that is missing. */
export function isPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
