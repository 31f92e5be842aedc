/** Notes of the previous snapshot, laid on the board of today with their origin. */
import { RuimteError } from '@ruimte/shared/errors';
import { type CommunityId, createId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import { readBoard } from '@ruimte/shared/projection/board';
import { layoutZones } from '@ruimte/shared/projection/layout';
import { addNotes, type NewNote } from '@ruimte/shared/schema/edits/notes';
import type { NoteOrigin } from '@ruimte/shared/schema/note';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { Meetup } from './meetup.ts';
import { addCommunity } from './meetups.ts';
import { PaperGrid } from './paper-grid.ts';

/**
 * Lays the wanted notes of the previous snapshot on the board: in the zone of the same name, with their words, author
 * and community. One that was carried over before, or whose zone is not on this board, is left out.
 * @returns how many were laid.
 * @throws RuimteError `notFound` without a previous snapshot, `meetupClosed`, `boardFull`.
 */
export function carryOver(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  meetup: Meetup,
  wanted: readonly NoteId[],
): Promise<number> {
  return meetup.enqueue(async () => {
    const { previous } = meetup.record;
    const snapshot = previous === null ? undefined : await store.findSnapshot(previous.id);
    if (snapshot === undefined) throw new RuimteError('notFound', 'no meet-up to look back at');
    if (meetup.stage.status === 'closed')
      throw new RuimteError('meetupClosed', 'the meet-up has been closed');
    const { notes, communities } = snapshot.projection;
    const room = await meetup.openBoard();
    const board = readBoard(room.doc);
    const there = new Set([...board.notes.values()].map(({ origin }) => origin));
    const rects = layoutZones(board.zones, new Map());
    const grids = new Map([...rects].map(([zone, { w }]) => [zone, new PaperGrid(w)]));
    for (const note of board.notes.values()) grids.get(note.zone)?.lay(note);
    const laid: NewNote[] = [];
    for (const id of new Set(wanted)) {
      const note = notes.get(id);
      const origin: NoteOrigin = `${snapshot.id}/${id}`;
      const grid = note && grids.get(note.zone);
      if (note === undefined || grid === undefined || there.has(origin)) continue;
      const place = grid.freeSlot();
      grid.lay(place);
      const name = communities.get(note.community as CommunityId)?.name;
      laid.push({
        id: createId<NoteId>(),
        zone: note.zone,
        ...place,
        text: note.text,
        // Whose notes were one person's is for the meet-up they come from to show.
        author: meetup.hidesAuthors ? createId<ParticipantId>() : note.author,
        // The same community has another id in every meet-up; one that is not here today comes along.
        community: name === undefined ? '' : (await addCommunity(meetup, name)).id,
        round: meetup.stage.round ?? '',
        at: clock.now(),
        origin,
      });
    }
    if (board.notes.size + laid.length > LIMITS.notesPerBoard) {
      throw new RuimteError('boardFull', 'the board has no room for these notes');
    }
    await room.edit((doc) => void addNotes(doc, laid, 'server'));
    return laid.length;
  });
}
