/**
 * Where papers that lie face down are shown: as many as were written, in the free slots of their zone. They have no
 * place of their own: nothing of where their writers will put them is known.
 */
import type { Rect } from '../geometry.ts';
import { freeSlot, NOTE_SIZE } from './layout.ts';

/** Papers at one place, zone-relative board units. */
export interface FaceDownPaper extends Rect {
  /** 1 for a single paper; more for a stack. */
  readonly papers: number;
}

/** Board units by which a paper may reach into the foot of its zone: three rows fit as they do for notes. */
const SLACK = 4;
/** A stack for which there is no slot lies small over the lower edge, half in the gutter: there lie no notes, and no words. */
const SMALL = { w: 76, h: 44, right: 32, above: 12 } as const;

/**
 * Single papers while there are free slots for all of them in the zone as it is, else one stack. The zone does not grow
 * for them.
 * @param taken - zone-relative corners of the notes that lie there.
 * @param zone - its size, and how much of it at the lower edge is kept free.
 * @param areas - zone-relative rectangles to keep out of: the boxes of groups.
 */
export function faceDownPapers(
  count: number,
  taken: readonly { readonly x: number; readonly y: number }[],
  zone: Pick<Rect, 'w' | 'h'> & { readonly foot: number },
  areas: readonly Rect[] = [],
): readonly FaceDownPaper[] {
  if (count <= 0) return [];
  const free: FaceDownPaper[] = [];
  for (let skip = 0; free.length < count; skip += 1) {
    const slot = freeSlot(taken, zone.w, 0, skip, areas);
    if (slot.y + NOTE_SIZE.h > zone.h - zone.foot + SLACK) break;
    free.push({ ...slot, ...NOTE_SIZE, papers: 1 });
  }
  if (free.length === count) return free;
  const [first] = free;
  if (first !== undefined) return [{ ...first, papers: count }];
  const { w, h, right, above } = SMALL;
  return [{ x: zone.w - right - w, y: zone.h - above, w, h, papers: count }];
}
