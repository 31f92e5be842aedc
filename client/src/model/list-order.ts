/** The order in which the list shows notes. It hangs on when they came and what they belong to, never on where they lie. */
import type { GroupId, NoteId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import type { Group } from '@ruimte/shared/schema/group';
import type { Note } from '@ruimte/shared/schema/note';

/** What the list shows of a note. Without its place: a note that is dragged about changes nothing in the list. */
export type ListNote = Pick<Note, 'id' | 'zone' | 'text' | 'author' | 'community' | 'at' | 'group' | 'late'>;

export interface ListGroup {
  readonly group: Group;
  readonly notes: readonly ListNote[];
}

/** What lies in one zone: the loose notes, then the groups, all in order of arrival. */
export interface ZoneContent {
  readonly loose: readonly ListNote[];
  readonly groups: readonly ListGroup[];
}

/** Order of arrival; by id where two came in the same millisecond. */
export function byArrival(a: Pick<Note, 'at' | 'id'>, b: Pick<Note, 'at' | 'id'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/**
 * Splits the notes of one zone. A note belongs to a group while both lie in that zone; groups without notes are left
 * out, the others come in the order of their oldest note.
 * @param notes - in order of arrival.
 */
export function splitZone(notes: readonly ListNote[], groups: ReadonlyMap<GroupId, Group>): ZoneContent {
  const loose: ListNote[] = [];
  const held = new Map<GroupId, { readonly group: Group; readonly notes: ListNote[] }>();
  for (const note of notes) {
    const group = note.group === undefined ? undefined : groups.get(note.group);
    if (group?.zone !== note.zone) {
      loose.push(note);
      continue;
    }
    const known = held.get(group.id);
    if (known === undefined) held.set(group.id, { group, notes: [note] });
    else known.notes.push(note);
  }
  return { loose, groups: [...held.values()] };
}

/** All notes in the order of the list. Linear in the size of the board: for a key press, not for every change. */
export function readingOrder(board: Pick<Board, 'zones' | 'notes' | 'groups'>): readonly NoteId[] {
  const groups = new Map(board.groups.map((group) => [group.id, group]));
  const notes = [...board.notes.values()].sort(byArrival);
  return board.zones.flatMap(({ id }) => {
    const content = splitZone(
      notes.filter((note) => note.zone === id),
      groups,
    );
    return [...content.loose, ...content.groups.flatMap((group) => group.notes)].map((note) => note.id);
  });
}
