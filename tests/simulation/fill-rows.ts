/** Makes a board as long-used as it takes to be rewritten. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import { moveNotes } from '@ruimte/shared/schema/edits/notes';
import type { World } from './world.ts';

/** Rows that make a document worth rewriting once it is left. */
export const MANY_ROWS = 101;
/** Moves after which it is given up: nobody may be able to write at the moment. */
const MOST_MOVES = 400;

/** Has somebody move a note until the board has that many rows on disk, or nobody can. */
export async function fillRows(world: World): Promise<void> {
  for (let x = 0; x < MOST_MOVES && (world.boardRoom?.rows ?? MANY_ROWS) < MANY_ROWS; x += 1) {
    const device = world.devices.find(({ isSynced, mayWrite }) => isSynced && mayWrite);
    const [id] = device === undefined ? [] : rootOf(device.doc, 'notes').keys();
    if (device === undefined || id === undefined) return;
    moveNotes(device.doc, [{ id: id as NoteId, zone: 'kind' as ZoneId, x, y: 0 }], 'user');
    await world.pass(30);
  }
}
