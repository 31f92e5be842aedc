/** The notes of the list as a row of ids, and the ways along it. Pure: the focus is moved elsewhere. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { ListBoard, ListZone } from '../model/list-view.ts';

export interface ListRows {
  /** What the list shows, in its order. */
  readonly notes: readonly NoteId[];
  /** The spaces the list shows, with the notes of each. */
  readonly zones: readonly { readonly zone: ZoneId; readonly notes: readonly NoteId[] }[];
}

/** @param matches - only these; undefined shows everything, empty spaces included. */
export function rowsOf({ zones }: ListBoard, matches: ReadonlySet<NoteId> | undefined): ListRows {
  const shown = zones
    .map((zone) => ({ zone: zone.zone.id, notes: notesOf(zone).filter((id) => matches?.has(id) ?? true) }))
    .filter(({ notes }) => matches === undefined || notes.length > 0);
  return { notes: shown.flatMap(({ notes }) => notes), zones: shown };
}

/** The notes of a space in the order of the list. */
function notesOf({ loose, groups }: ListZone): NoteId[] {
  return [...loose, ...groups.flatMap(({ notes }) => notes)].map(({ id }) => id);
}

/** Where a key leads: to a note, or to the name of a space without notes. */
export type Target = { readonly note: NoteId } | { readonly zone: ZoneId };

/** The first note of a space, or its name. */
function intoZone(zone: ListRows['zones'][number] | undefined): Target | undefined {
  if (zone === undefined) return undefined;
  const [first] = zone.notes;
  return first === undefined ? { zone: zone.zone } : { note: first };
}

/** The note before or after this one; from the name of a space the first after it or the last before it. */
export function walk(
  rows: ListRows,
  from: { readonly note: NoteId | undefined; readonly zone: ZoneId | undefined },
  step: 1 | -1,
): Target | undefined {
  if (from.note !== undefined) {
    const at = rows.notes.indexOf(from.note);
    const next = at === -1 ? undefined : rows.notes[at + step];
    return next === undefined ? undefined : { note: next };
  }
  const at = rows.zones.findIndex(({ zone }) => zone === from.zone);
  if (at === -1) return undefined;
  const ahead = step === 1 ? rows.zones.slice(at) : rows.zones.slice(0, at).toReversed();
  const notes = ahead.find((zone) => zone.notes.length > 0)?.notes;
  const next = step === 1 ? notes?.[0] : notes?.at(-1);
  return next === undefined ? undefined : { note: next };
}

/** The first or the last note of all. */
export function end(rows: ListRows, step: 1 | -1): Target | undefined {
  const note = step === 1 ? rows.notes.at(-1) : rows.notes[0];
  return note === undefined ? undefined : { note };
}

/** The space before or after this one, also when nothing lies there. */
export function besideZone(rows: ListRows, zone: ZoneId | undefined, step: 1 | -1): Target | undefined {
  const at = rows.zones.findIndex((each) => each.zone === zone);
  return at === -1 ? undefined : intoZone(rows.zones[at + step]);
}

/** A space by its number in reading order, from 1. */
export function zoneNumber(rows: ListRows, board: ListBoard, number: number): Target | undefined {
  const wanted = board.zones[number - 1]?.zone.id;
  return intoZone(rows.zones.find(({ zone }) => zone === wanted));
}

/**
 * The note that takes the place of one that has gone: the next that is still there, else the one before.
 * @param before - the rows as they were.
 */
export function heirOf(
  gone: NoteId,
  before: readonly NoteId[],
  now: ReadonlySet<NoteId>,
): NoteId | undefined {
  const at = before.indexOf(gone);
  return (
    before.slice(at + 1).find((id) => now.has(id)) ??
    before.slice(0, Math.max(at, 0)).findLast((id) => now.has(id))
  );
}
