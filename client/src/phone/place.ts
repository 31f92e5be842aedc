/** Places on scales and quadrants: which words say one, and where a new note lies. */
import type { Rect } from '@ruimte/shared/geometry';
import type { Note } from '@ruimte/shared/schema/note';
import { NOTE_SIZE, SLOT } from '@ruimte/shared/projection/layout';
import { placeOf, type ScaleValue } from '@ruimte/shared/projection/scale';

/** Where on an axis something lies, as far as words can say. */
export type Whereabouts = 'low' | 'nearLow' | 'middle' | 'nearHigh' | 'high';

/** @param value - 0 at the low end, 1 at the high one. */
export function whereabouts(value: number): Whereabouts {
  if (value <= 0.05) return 'low';
  if (value < 0.42) return 'nearLow';
  if (value <= 0.58) return 'middle';
  return value < 0.95 ? 'nearHigh' : 'high';
}

/**
 * Where a note with this value is laid, zone-relative: on a scale in the first row that has room there, so that it
 * lies under no other; in a quadrant exactly where it was put.
 * @param others - the notes of the zone, as far as this person sees them.
 */
export function layAt(
  kind: 'scale' | 'quadrant',
  size: Pick<Rect, 'w' | 'h'>,
  value: ScaleValue,
  others: Iterable<Pick<Note, 'x' | 'y'>>,
): { readonly x: number; readonly y: number } {
  const first = placeOf({ kind }, size, value);
  if (kind === 'quadrant') return first;
  const beside = [...others].filter(({ x }) => Math.abs(x - first.x) < NOTE_SIZE.w);
  for (let row = 0; ; row += 1) {
    const y = first.y + row * SLOT.pitchY;
    if (!beside.some((other) => Math.abs(other.y - y) < NOTE_SIZE.h)) return { x: first.x, y };
  }
}
