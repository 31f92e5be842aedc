/**
 * Scales and quadrants: the place of a note is its value. The centre of the note over the extent that centres can
 * reach gives 0 to 1; up is more on the upright axis.
 */
import { clamp, overlaps, type Rect } from '../geometry.ts';
import type { CommunityId } from '../ids.ts';
import type { Note } from '../schema/note.ts';
import type { Zone } from '../schema/zone.ts';
import { NOTE_SIZE, SLOT } from './layout.ts';

/** Board units along the edges of a scale that no note may lie in: the upper one holds the name of the zone. */
export const SCALE_EDGE = { x: 32, top: SLOT.y, bottom: 64 } as const;

export interface ScaleValue {
  /** 0 at the left end, 1 at the right. */
  readonly x: number;
  /** 0 at the lower end, 1 at the upper; only on quadrants. */
  readonly y?: number;
}

type Size = Pick<Rect, 'w' | 'h'>;

const reachX = ({ w }: Size): number => Math.max(1, w - SCALE_EDGE.x * 2 - NOTE_SIZE.w);
const reachY = ({ h }: Size): number => Math.max(1, h - SCALE_EDGE.top - SCALE_EDGE.bottom - NOTE_SIZE.h);

/** True for zones where the place of a note means something. */
export function hasValues({ kind }: Pick<Zone, 'kind'>): boolean {
  return kind === 'scale' || kind === 'quadrant';
}

/** The value of a note by its place in the zone. */
export function valueOf(zone: Pick<Zone, 'kind'>, size: Size, note: Pick<Note, 'x' | 'y'>): ScaleValue {
  const x = clamp((note.x - SCALE_EDGE.x) / reachX(size), 0, 1);
  if (zone.kind !== 'quadrant') return { x };
  return { x, y: clamp(1 - (note.y - SCALE_EDGE.top) / reachY(size), 0, 1) };
}

/**
 * Where a note with this value lies, zone-relative.
 * @param row - on a scale: which row, the first being 0; notes at the same value lie below one another.
 */
export function placeOf(
  zone: Pick<Zone, 'kind'>,
  size: Size,
  value: ScaleValue,
  row = 0,
): { readonly x: number; readonly y: number } {
  const x = SCALE_EDGE.x + clamp(value.x, 0, 1) * reachX(size);
  const y =
    zone.kind === 'quadrant'
      ? SCALE_EDGE.top + (1 - clamp(value.y ?? 0.5, 0, 1)) * reachY(size)
      : SLOT.y + row * SLOT.pitchY;
  return { x: Math.round(x), y: Math.round(y) };
}

/**
 * The first row of a scale in which a note at this value lies on no other. Only across does its place say something, so
 * nothing is lost by laying it lower.
 * @param taken - zone-relative corners of the notes that lie there.
 */
export function freeRow(
  taken: readonly { readonly x: number; readonly y: number }[],
  x: number,
): { readonly x: number; readonly y: number } {
  for (let row = 0; ; row += 1) {
    const place = { x, y: SLOT.y + row * SLOT.pitchY };
    if (!taken.some((other) => overlaps({ ...other, ...NOTE_SIZE }, { ...place, ...NOTE_SIZE })))
      return place;
  }
}

/** Where one community stands on one axis. */
export interface Spread {
  readonly community: CommunityId | '';
  /** The values of its notes, the lowest first. */
  readonly values: readonly number[];
}

/** Per community the values on an axis, in the order in which the communities' first notes came. */
export function spreadOf(
  zone: Pick<Zone, 'kind'>,
  size: Size,
  notes: Iterable<Note>,
  axis: 'x' | 'y' = 'x',
): readonly Spread[] {
  const byCommunity = new Map<CommunityId | '', number[]>();
  for (const note of [...notes].sort((a, b) => a.at - b.at)) {
    const value = valueOf(zone, size, note)[axis];
    if (value === undefined) continue;
    const same = byCommunity.get(note.community);
    if (same === undefined) byCommunity.set(note.community, [value]);
    else same.push(value);
  }
  return [...byCommunity].map(([community, values]) => ({ community, values: values.sort((a, b) => a - b) }));
}
