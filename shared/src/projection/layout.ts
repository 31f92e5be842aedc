/**
 * Where zones lie and where a new note goes, in board units. Zones grow downwards by what lies in them:
 * derived on every screen alike, never written.
 */
import { overlaps, type Rect } from '../geometry.ts';
import type { ZoneId } from '../ids.ts';
import type { Note } from '../schema/note.ts';
import type { Zone } from '../schema/zone.ts';

export const ZONE_SIZE = { w: 760, h: 580, gap: 20, margin: 40 } as const;
/** The default note; a selected note and one in the spotlight is shown larger, its place stays. */
export const NOTE_SIZE = { w: 224, h: 152 } as const;
/** Places for notes in a zone, board units: the first, and how far apart they lie. */
export const SLOT = { x: 32, y: 82, pitchX: 236, pitchY: 162 } as const;
/** Room under the lowest note of a zone; at the foot of a scale lie its words, and of a rated zone its steps. */
const BOTTOM = 24;
const FOOT: Partial<Record<Zone['kind'], number>> = { scale: 64, quadrant: 64, rating: 176 };

/** How much at the lower edge of a zone is kept free of notes, board units. */
export function footOf({ kind }: Pick<Zone, 'kind'>): number {
  return FOOT[kind] ?? BOTTOM;
}

export type ZoneRects = ReadonlyMap<ZoneId, Rect>;

/** A row of scales alone is lower than a space: one row of notes, the words below it. It grows like any other. */
const SCALE_ROW_H = 320;

/**
 * Width of one grid column: the narrowest zone of the layout is as wide as a space, 760. Scales that lie below one
 * another, with nothing beside them, are as wide as two: there is room, and on a longer scale less lies on top of
 * one another.
 */
function columnWidth(zones: readonly Zone[]): number {
  const { w, gap } = ZONE_SIZE;
  const narrowest = Math.min(...zones.map((zone) => zone.colSpan));
  const single = zones.every((zone) => zone.col === 0 && zone.colSpan === narrowest);
  const width = single && zones.some(({ kind }) => kind === 'scale') ? w * 2 + gap : w;
  return (width - (narrowest - 1) * gap) / narrowest;
}

/** The height of a row with nothing in it. */
function rowHeight(zones: readonly Zone[], row: number): number {
  const there = zones.filter((zone) => zone.row <= row && row < zone.row + zone.rowSpan);
  return there.length > 0 && there.every(({ kind }) => kind === 'scale') ? SCALE_ROW_H : ZONE_SIZE.h;
}

/**
 * The rectangle of every zone on the board.
 * @param lowest - per zone the lower edge of its lowest note, zone-relative; zones that are missing are empty.
 */
export function layoutZones(zones: readonly Zone[], lowest: ReadonlyMap<ZoneId, number>): ZoneRects {
  if (zones.length === 0) return new Map();
  const { gap, margin } = ZONE_SIZE;
  const column = columnWidth(zones);
  const rows = Math.max(...zones.map((zone) => zone.row + zone.rowSpan));
  const heights = Array.from({ length: rows }, (_, row) => rowHeight(zones, row));
  for (const zone of zones) {
    const fixed = zone.kind === 'quadrant';
    const needed = fixed ? 0 : (lowest.get(zone.id) ?? 0) + footOf(zone);
    const last = zone.row + zone.rowSpan - 1;
    let above = (zone.rowSpan - 1) * gap;
    for (let row = zone.row; row < last; row += 1) above += heights[row] ?? 0;
    heights[last] = Math.max(heights[last] ?? 0, needed - above);
  }
  const tops: number[] = [margin];
  for (const height of heights) tops.push((tops.at(-1) ?? margin) + height + gap);
  return new Map(
    zones.map((zone) => {
      const y = tops[zone.row] ?? margin;
      const below = tops[zone.row + zone.rowSpan] ?? y;
      // A quadrant that grew with its neighbours would change what its notes say.
      const h = zone.kind === 'quadrant' ? zone.rowSpan * (ZONE_SIZE.h + gap) - gap : below - gap - y;
      return [
        zone.id,
        {
          x: margin + zone.col * (column + gap),
          y,
          w: zone.colSpan * column + (zone.colSpan - 1) * gap,
          h,
        },
      ];
    }),
  );
}

/** Per zone the lower edge of its lowest note, zone-relative: the second argument of {@link layoutZones}. */
export function lowestEdges(notes: Iterable<Note>): ReadonlyMap<ZoneId, number> {
  const lowest = new Map<ZoneId, number>();
  for (const note of notes) {
    const edge = note.y + NOTE_SIZE.h;
    if (edge > (lowest.get(note.zone) ?? 0)) lowest.set(note.zone, edge);
  }
  return lowest;
}

/** Number of notes beside each other in a zone of this width. */
export function slotsPerRow(zoneWidth: number): number {
  return Math.max(1, Math.floor((zoneWidth - SLOT.x * 2 + (SLOT.pitchX - NOTE_SIZE.w)) / SLOT.pitchX));
}

/**
 * The first free slot of a zone, row by row: nothing lies under another unasked.
 * @param taken - zone-relative corners of the notes that lie there.
 * @param seed - shifts the place by at most 6 units each way, so that the zone looks laid by hand.
 * @param skip - how many free slots to leave to others who look for one at this very moment.
 * @param areas - zone-relative rectangles to keep out of: the boxes of groups.
 */
export function freeSlot(
  taken: readonly { readonly x: number; readonly y: number }[],
  zoneWidth: number,
  seed = 0,
  skip = 0,
  areas: readonly Rect[] = [],
): { readonly x: number; readonly y: number } {
  const perRow = slotsPerRow(zoneWidth);
  const rects = [...taken.map(({ x, y }) => ({ x, y, ...NOTE_SIZE })), ...areas];
  let left = skip;
  for (let index = 0; ; index += 1) {
    const slot = {
      x: SLOT.x + (index % perRow) * SLOT.pitchX,
      y: SLOT.y + Math.floor(index / perRow) * SLOT.pitchY,
    };
    if (rects.some((rect) => overlaps(rect, { ...slot, ...NOTE_SIZE }))) continue;
    left -= 1;
    if (left >= 0) continue;
    return { x: slot.x + jitter(seed, 1), y: slot.y + jitter(seed, 2) };
  }
}

/** At most 5 units either way, the same for the same seed. */
function jitter(seed: number, salt: number): number {
  if (seed === 0) return 0;
  const mixed = Math.imul(seed ^ (salt * 0x9e3779b9), 0x85ebca6b) >>> 16;
  return (mixed % 11) - 5;
}
