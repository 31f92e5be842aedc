/** The way back from the bin: removed notes lie on the board again, with their authors. */
import { RuimteError } from '@ruimte/shared/errors';
import { LIMITS } from '@ruimte/shared/limits';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNotes } from '@ruimte/shared/schema/edits/notes';
import type { BinRecord, Store } from '../store/store.ts';
import type { Meetup } from './meetup.ts';

/**
 * Brings removed notes back from the bin, with their authors, in one batch.
 * @returns how many came back.
 * @throws RuimteError `notFound` when nothing in the bin is meant, `meetupClosed`, `boardFull`.
 */
export function restoreNotes(
  { store }: { readonly store: Store },
  meetup: Meetup,
  isMeant: (entry: BinRecord) => boolean,
): Promise<number> {
  return meetup.enqueue(async () => {
    if (meetup.stage.status === 'closed')
      throw new RuimteError('meetupClosed', 'the meet-up has been closed');
    const bin = await store.listBin(meetup.record.id);
    const room = await meetup.openBoard();
    const there = rootOf(room.doc, 'notes');
    const entries = bin.filter(isMeant);
    if (entries.length === 0) throw new RuimteError('notFound', 'no such note is in the bin');
    // An undo may have brought a note back meanwhile: that one is as its author wants it.
    const gone = entries.map(({ note }) => note).filter(({ id }) => !there.has(id));
    if (there.size + gone.length > LIMITS.notesPerBoard) {
      throw new RuimteError('boardFull', 'the board has no room for these notes');
    }
    let back = 0;
    await room.edit(
      (doc) => {
        back = addNotes(doc, gone, 'server');
      },
      entries.map(({ note }) => ({ kind: 'unbinned', meetup: meetup.record.id, note: note.id })),
    );
    return back;
  });
}
