/** Which notes a group holds together, whatever two people did at the same moment. */
import { boundsOf, type Rect } from '../geometry.ts';
import type { GroupId } from '../ids.ts';
import type { Group } from '../schema/group.ts';
import type { Note } from '../schema/note.ts';
import { NOTE_SIZE } from './layout.ts';

/** A group with what it holds, in order of arrival. */
export interface GroupOfNotes {
  readonly group: Group;
  readonly notes: readonly Note[];
}

/** Paper of the box around a group, board units. */
export const GROUP_BOX = { padding: 18, top: 44 } as const;

/**
 * The groups that hold something. A note belongs to a group while both lie in one zone: who moves the group and who
 * adds a note to it at the same moment do not tear it over two zones.
 */
export function groupsOf(
  groups: readonly Group[],
  notes: Iterable<Note>,
): ReadonlyMap<GroupId, GroupOfNotes> {
  const found = new Map<GroupId, { readonly group: Group; readonly notes: Note[] }>();
  for (const group of groups) found.set(group.id, { group, notes: [] });
  for (const note of notes) {
    const held = note.group === undefined ? undefined : found.get(note.group);
    if (held?.group.zone === note.zone) held.notes.push(note);
  }
  for (const [id, held] of found) {
    if (held.notes.length === 0) found.delete(id);
    else held.notes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }
  return found;
}

/** The box around notes of one group, zone-relative like the notes. @throws when there are none. */
export function groupBox(notes: readonly { readonly x: number; readonly y: number }[]): Rect {
  const bounds = boundsOf(notes.map(({ x, y }) => ({ x, y, ...NOTE_SIZE })));
  if (bounds === undefined) throw new Error('a group without notes has no box');
  const { padding, top } = GROUP_BOX;
  return {
    x: bounds.x - padding,
    y: bounds.y - top,
    w: bounds.w + padding * 2,
    h: bounds.h + padding + top,
  };
}

/** The boxes of the groups among these notes: where nothing is laid unasked. */
export function groupBoxes(groups: readonly Group[], notes: Iterable<Note>): readonly Rect[] {
  return [...groupsOf(groups, notes).values()].map(({ notes: held }) => groupBox(held));
}
