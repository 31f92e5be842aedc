/** Which Yjs client ids wrote which notes: what somebody could read off a document who wants to know whose they are. */
import type { NoteId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';

/** The note an item belongs to; undefined for one of another root, or of nothing any more. */
function noteOf(doc: Y.Doc, item: Y.Item): NoteId | undefined {
  let key = item.parentSub;
  let parent = item.parent as Y.AbstractType<unknown> | null;
  while (parent instanceof Y.AbstractType && parent !== rootOf(doc, 'notes')) {
    // oxlint-disable-next-line no-underscore-dangle -- Yjs has no public way up
    const holder: Y.Item | null = parent._item;
    if (holder === null) return undefined;
    key = holder.parentSub;
    parent = holder.parent as Y.AbstractType<unknown> | null;
  }
  return key === null ? undefined : (key as NoteId);
}

/** The notes that each client id wrote anything of, removed ones too; of a document that keeps what was deleted. */
export function notesByClient(doc: Y.Doc): ReadonlyMap<number, ReadonlySet<NoteId>> {
  const notes = new Map<number, Set<NoteId>>();
  for (const [client, structs] of doc.store.clients) {
    const written = new Set<NoteId>();
    for (const struct of structs) {
      const note = struct instanceof Y.Item ? noteOf(doc, struct) : undefined;
      if (note !== undefined) written.add(note);
    }
    notes.set(client, written);
  }
  return notes;
}

/** The client id that wrote what stands under this key of a note. */
export function clientOf(doc: Y.Doc, note: NoteId, key: string): number | undefined {
  // oxlint-disable-next-line no-underscore-dangle -- Yjs has no public way to ask
  return rootOf(doc, 'notes').get(note)?._map.get(key)?.id.client;
}
