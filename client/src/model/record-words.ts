/** Watches a document for own words and puts them in the outbox before the provider sends them. */
import type { NoteId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import { readNote } from '@ruimte/shared/schema/note';
import type { Stage } from '@ruimte/shared/schema/stage';
import * as Y from 'yjs';
import { changedItems } from './board-view.ts';
import type { Outbox } from './outbox.ts';
import type { Signing } from './signing.ts';

export interface RecordWordsOptions {
  readonly outbox: Outbox;
  readonly signing: Signing;
  readonly generation: () => number;
  readonly stage: () => Stage;
  /** Server time, milliseconds. */
  readonly now: () => number;
}

/**
 * Records every own change of text on this document, also those of undo and redo.
 * Yjs tells its observers before it tells the provider, so what is sent is in storage.
 * @returns how to stop.
 */
export function recordWords(doc: Y.Doc, options: RecordWordsOptions): () => void {
  const { outbox, signing } = options;
  const notes = rootOf(doc, 'notes');

  function record(id: NoteId, born: boolean, wordsChanged: boolean): void {
    const note = readNote(id, notes.get(id));
    const known = outbox.find(id);
    // Removed on purpose, or emptied: there are no words left to lay again.
    if (note === undefined || note.text.trim() === '') return outbox.drop([id]);
    if (born && note.author !== signing.authorOf(id)) return;
    if (!wordsChanged) {
      // Only moved: should it have to be laid again, then where it was put last.
      if (known !== undefined) outbox.put({ ...known, zone: note.zone, x: note.x, y: note.y });
      return;
    }
    outbox.put({
      id,
      zone: note.zone,
      text: note.text,
      round: known?.round ?? (born ? note.round : (options.stage().round ?? '')),
      typedAt: known?.typedAt ?? (born ? note.at : options.now()),
      generation: options.generation(),
      kind: known?.kind ?? (born ? 'new' : 'edit'),
      x: note.x,
      y: note.y,
      clientId: doc.clientID,
      clock: Y.getState(doc.store, doc.clientID),
      refusals: 0,
    });
  }

  const onEvents = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local) return;
    const born = new Set<unknown>();
    const worded = new Set<unknown>();
    for (const event of events) {
      if (event.path.length === 0 && event instanceof Y.YMapEvent)
        event.keysChanged.forEach((id) => born.add(id));
      if (event.path.length === 2) worded.add(event.path[0]);
    }
    for (const id of changedItems<NoteId>(events)) record(id, born.has(id), born.has(id) || worded.has(id));
  };
  notes.observeDeep(onEvents);
  return () => notes.unobserveDeep(onEvents);
}
