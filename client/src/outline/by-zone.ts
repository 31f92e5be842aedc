/** Notes per space in order of arrival, for the whole board in one pass. */
import type { ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import type { Note } from '@ruimte/shared/schema/note';

/** Every zone of the board with its notes, the zones in reading order. Notes of an unknown zone are left out. */
export function notesByZone(
  board: Pick<Board, 'zones' | 'notes'>,
): readonly { readonly zone: Board['zones'][number]; readonly notes: readonly Note[] }[] {
  const lists = new Map<ZoneId, Note[]>(board.zones.map(({ id }) => [id, []]));
  for (const note of board.notes.values()) lists.get(note.zone)?.push(note);
  return board.zones.map((zone) => ({
    zone,
    notes: (lists.get(zone.id) ?? []).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
  }));
}
