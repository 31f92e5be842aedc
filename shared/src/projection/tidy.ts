/** Laying notes straight: a whole zone, or the notes of one group together. Pure; zone-relative board units. */
import { overlaps, type Rect } from '../geometry.ts';
import type { NoteId } from '../ids.ts';
import { GROUP_BOX, groupBox } from './groups.ts';
import { NOTE_SIZE, SLOT, slotsPerRow } from './layout.ts';

/** Something that lies in a zone. */
interface Placed {
  readonly id: NoteId;
  readonly x: number;
  readonly y: number;
}

/** The name of a zone ends above this: the box of a group does not cover it. */
const BELOW_NAME = 76;
/** Room between the box of a group and what lies above it. */
const GAP = 10;
/** Notes whose tops differ less than this are read as one row: half a note. */
const ROW = NOTE_SIZE.h / 2;

/**
 * Rows are found first, because "about as high" does not order three notes: a with b and b with c does not make a
 * with c.
 */
function inReadingOrder<T extends Placed>(notes: readonly T[]): readonly T[] {
  const rows: T[][] = [];
  for (const note of [...notes].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && note.y - first.y < ROW) row.push(note);
    else rows.push([note]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1)));
}

function inRows(ids: readonly NoteId[], columns: number, left: number, top: number): Placed[] {
  return ids.map((id, index) => ({
    id,
    x: left + (index % columns) * SLOT.pitchX,
    y: top + Math.floor(index / columns) * SLOT.pitchY,
  }));
}

/**
 * Where everything in a zone lies once it is tidy: loose notes in rows, in the order they are read in now, and under
 * them each group in its box.
 */
export function tidyPlaces(
  loose: readonly Placed[],
  groups: readonly (readonly Placed[])[],
  zoneWidth: number,
): readonly Placed[] {
  const perRow = slotsPerRow(zoneWidth);
  const places = inRows(
    inReadingOrder(loose).map(({ id }) => id),
    perRow,
    SLOT.x,
    SLOT.y,
  );
  let bottom = places.length === 0 ? SLOT.y - GAP : Math.max(...places.map(({ y }) => y)) + NOTE_SIZE.h;
  const boxed = groups.filter((notes) => notes.length > 0).map((notes) => ({ notes, box: groupBox(notes) }));
  for (const { notes } of boxed.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)) {
    const ids = inReadingOrder(notes).map(({ id }) => id);
    const block = inRows(ids, perRow, SLOT.x, bottom + GAP + GROUP_BOX.top);
    places.push(...block);
    bottom = Math.max(...block.map(({ y }) => y)) + NOTE_SIZE.h + GROUP_BOX.padding;
  }
  return places;
}

/**
 * Where notes lie once they are gathered: where they are when nothing else lies in the box around them, else side by
 * side in the first place of the zone that is free for all of them.
 * @param others - what lies in the zone besides: notes and the boxes of other groups.
 * @param mayStay - false when some come from another zone, so that where they are says nothing here.
 */
export function gatherPlaces(
  notes: readonly Placed[],
  others: readonly Rect[],
  zoneWidth: number,
  mayStay = true,
): readonly Placed[] {
  if (notes.length === 0) return notes;
  const isFree = (places: readonly Placed[]): boolean => {
    const box = groupBox(places);
    return box.y >= BELOW_NAME && !others.some((other) => overlaps(box, other));
  };
  const apart = notes.every((a) =>
    notes.every((b) => a === b || !overlaps({ ...a, ...NOTE_SIZE }, { ...b, ...NOTE_SIZE })),
  );
  if (mayStay && apart && isFree(notes)) return notes;
  const perRow = slotsPerRow(zoneWidth);
  const columns = Math.min(perRow, notes.length);
  const ids = inReadingOrder(notes).map(({ id }) => id);
  for (let top = BELOW_NAME + GROUP_BOX.top; ; top += GAP) {
    for (let column = 0; column + columns <= perRow; column += 1) {
      const places = inRows(ids, columns, SLOT.x + column * SLOT.pitchX, top);
      if (isFree(places)) return places;
    }
  }
}
