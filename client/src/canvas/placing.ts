/** Where notes go when they are laid by hand: into a zone, inside its edges, under its name. */
import type { BoardPoint, Rect } from '@ruimte/shared/geometry';
import type { ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import { notesIn } from '@ruimte/shared/projection/board';
import { freeSlot, NOTE_SIZE, type ZoneRects } from '@ruimte/shared/projection/layout';
import { clamp } from '@ruimte/shared/geometry';

/** A place in a zone, zone-relative board units. */
export interface ZonePlace {
  readonly zone: ZoneId;
  readonly x: number;
  readonly y: number;
}

/** Names of zones are not covered, board units. The empty space gives its name up, so notes lie anywhere in it. */
const UNDER_NAME = 68;
const EDGE = 6;

function away(rect: Rect, { x, y }: BoardPoint): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.w);
  const dy = Math.max(rect.y - y, 0, y - rect.y - rect.h);
  return Math.hypot(dx, dy);
}

/**
 * The place of a note whose corner is at this point of the board: in the zone under its middle, or the nearest.
 * @returns undefined on a board without zones.
 */
export function placeAt(
  board: Pick<Board, 'zones'>,
  rects: ZoneRects,
  corner: BoardPoint,
): ZonePlace | undefined {
  const middle = { x: corner.x + NOTE_SIZE.w / 2, y: corner.y + NOTE_SIZE.h / 2 };
  let best: { readonly id: ZoneId; readonly rect: Rect } | undefined;
  for (const [id, rect] of rects) {
    if (best === undefined || away(rect, middle) < away(best.rect, middle)) best = { id, rect };
  }
  if (best === undefined) return undefined;
  const { id, rect } = best;
  const kind = board.zones.find((zone) => zone.id === id)?.kind;
  const top = kind === 'empty' ? EDGE : UNDER_NAME;
  return {
    zone: id,
    x: Math.round(clamp(corner.x - rect.x, EDGE, Math.max(EDGE, rect.w - NOTE_SIZE.w - EDGE))),
    y: Math.round(clamp(corner.y - rect.y, top, Math.max(top, rect.h - NOTE_SIZE.h - EDGE))),
  };
}

/** The first free slot of a zone. */
export function slotIn(board: Pick<Board, 'notes'>, rects: ZoneRects, zone: ZoneId): ZonePlace | undefined {
  const rect = rects.get(zone);
  if (rect === undefined) return undefined;
  const taken = notesIn(board, zone);
  return { zone, ...freeSlot(taken, rect.w, taken.length + 1) };
}
