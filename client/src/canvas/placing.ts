/** Where notes go when they are laid by hand: into a zone, inside its edges, under its name. */
import type { BoardPoint, Rect } from '@ruimte/shared/geometry';
import type { ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import { notesIn } from '@ruimte/shared/projection/board';
import { GROUP_BOX, groupBoxes } from '@ruimte/shared/projection/groups';
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

/** The zone under a point, or the nearest. */
function nearestZone(rects: ZoneRects, point: BoardPoint): readonly [ZoneId, Rect] | undefined {
  let best: readonly [ZoneId, Rect] | undefined;
  for (const zone of rects) {
    if (best === undefined || away(zone[1], point) < away(best[1], point)) best = zone;
  }
  return best;
}

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
  const nearest = nearestZone(rects, middle);
  if (nearest === undefined) return undefined;
  const [id, rect] = nearest;
  const top = topOf(board, id);
  return {
    zone: id,
    x: Math.round(clamp(corner.x - rect.x, EDGE, Math.max(EDGE, rect.w - NOTE_SIZE.w - EDGE))),
    y: Math.round(clamp(corner.y - rect.y, top, Math.max(top, rect.h - NOTE_SIZE.h - EDGE))),
  };
}

/**
 * The place of the box of a group that is laid here: in the zone under its middle, or the nearest, inside its sides and
 * with its notes under the name of the zone. Downwards the zone grows as it needs to.
 * @returns undefined on a board without zones.
 */
export function placeBoxAt(board: Pick<Board, 'zones'>, rects: ZoneRects, box: Rect): ZonePlace | undefined {
  const nearest = nearestZone(rects, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  if (nearest === undefined) return undefined;
  const [id, rect] = nearest;
  const top = Math.max(topOf(board, id) - GROUP_BOX.top, 0);
  return {
    zone: id,
    x: Math.round(clamp(box.x - rect.x, 0, Math.max(0, rect.w - box.w))),
    y: Math.round(clamp(box.y - rect.y, top, Math.max(top, rect.h - box.h))),
  };
}

/** How high notes lie in a zone at most, zone-relative. */
function topOf(board: Pick<Board, 'zones'>, id: ZoneId): number {
  const kind = board.zones.find((zone) => zone.id === id)?.kind;
  return kind === 'empty' ? EDGE : UNDER_NAME;
}

/** The first free slot of a zone: on no other note, and outside the boxes of groups. */
export function slotIn(
  board: Pick<Board, 'notes' | 'groups'>,
  rects: ZoneRects,
  zone: ZoneId,
): ZonePlace | undefined {
  const rect = rects.get(zone);
  if (rect === undefined) return undefined;
  const taken = notesIn(board, zone);
  const boxes = groupBoxes(board.groups, taken);
  return { zone, ...freeSlot(taken, rect.w, taken.length + 1, 0, boxes) };
}
