/**
 * Then and now: what became of the notes of an earlier board. A note that was carried over is found by its origin,
 * any other by its words; what is left over has gone, or is new. Pure, and the same on every screen.
 */
import type { NoteId, SnapshotId, ZoneId } from '../ids.ts';
import type { Note } from '../schema/note.ts';

/** `same`; `reworded` in its zone; `moved` to another zone, reworded or not; `new`; `gone`. */
export type ChangeKind = 'same' | 'reworded' | 'moved' | 'new' | 'gone';

export type NoteChange =
  | { readonly kind: 'same' | 'reworded' | 'moved'; readonly before: Note; readonly after: Note }
  | { readonly kind: 'gone'; readonly before: Note; readonly after?: undefined }
  | { readonly kind: 'new'; readonly before?: undefined; readonly after: Note };

/** Words that mean the same to whoever reads them: case, accents composed or not, spaces and marks at the end. */
const wordsOf = ({ text }: Note): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('nl')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:!?…]+$/, '');

const byArrival = (a: Note, b: Note): number => a.at - b.at || (a.id < b.id ? -1 : 1);

function changeOf(before: Note, after: Note): NoteChange {
  if (before.zone !== after.zone) return { kind: 'moved', before, after };
  return { kind: wordsOf(before) === wordsOf(after) ? 'same' : 'reworded', before, after };
}

/**
 * Compares two boards.
 * @param snapshot - the id of the earlier one, as carried-over notes name it.
 * @returns one change for every note of either: those of then in order of arrival, then the new ones.
 */
export function compareNotes(
  snapshot: SnapshotId,
  then: Iterable<Note>,
  now: Iterable<Note>,
): readonly NoteChange[] {
  const earlier = [...then].sort(byArrival);
  const present = [...now].sort(byArrival);
  const prefix = `${snapshot}/`;
  const found = new Map<NoteId, Note>();
  const used = new Set<NoteId>();
  const pair = (before: Note, after: Note): void => {
    found.set(before.id, after);
    used.add(after.id);
  };
  const ids = new Map(earlier.map((note) => [note.id, note]));
  for (const note of present) {
    const origin = note.origin?.startsWith(prefix) ? note.origin.slice(prefix.length) : undefined;
    const before = origin === undefined ? undefined : ids.get(origin as NoteId);
    if (before !== undefined && !found.has(before.id)) pair(before, note);
  }
  // The same words in the same zone come before the same words elsewhere.
  for (const inZone of [true, false]) {
    const waiting = new Map<string, Note[]>();
    const keyOf = (note: Note): string => (inZone ? `${note.zone} ${wordsOf(note)}` : wordsOf(note));
    for (const note of present) {
      if (used.has(note.id) || note.origin !== undefined) continue;
      const key = keyOf(note);
      const same = waiting.get(key);
      if (same === undefined) waiting.set(key, [note]);
      else same.push(note);
    }
    for (const note of earlier) {
      if (found.has(note.id)) continue;
      const after = waiting.get(keyOf(note))?.shift();
      if (after !== undefined) pair(note, after);
    }
  }
  return [
    ...earlier.map((note): NoteChange => {
      const after = found.get(note.id);
      return after === undefined ? { kind: 'gone', before: note } : changeOf(note, after);
    }),
    ...present.filter(({ id }) => !used.has(id)).map((note): NoteChange => ({ kind: 'new', after: note })),
  ];
}

/** The changes that one zone shows: what lay there then, and what lies there now. */
export function changesIn(changes: readonly NoteChange[], zone: ZoneId): readonly NoteChange[] {
  return changes.filter(({ before, after }) => before?.zone === zone || after?.zone === zone);
}
