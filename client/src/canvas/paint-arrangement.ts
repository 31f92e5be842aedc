/** Paints groups and links between the zones and the notes, following notes that are carried or glide. */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { drawGroup } from '@ruimte/shared/drawing/draw-group';
import { drawLink } from '@ruimte/shared/drawing/draw-link';
import { type BoardPoint, overlaps, type Rect } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import { viewRect } from '../model/camera.ts';
import { boxAround, curveBetween } from './arrangement.ts';
import { type Frame, inBoardUnits, strengthOf } from './paint.ts';

/** Where a note is shown in this frame. */
function placeOf({ scene, carried, now }: Frame, id: NoteId): BoardPoint | undefined {
  const at = scene.resting(id);
  if (at === undefined) return undefined;
  if (carried.ids.has(id)) return { x: at.x + carried.dx, y: at.y + carried.dy };
  return scene.motion.moving.has(id) ? scene.motion.shown(id, at, now) : at;
}

/** A line is a rectangle without height when it runs straight. */
const THICK = 1;

/** The boxes of groups that are in view, and the lines on top of them. */
export function paintArrangement(ctx: DrawingContext, frame: Frame): void {
  inBoardUnits(ctx, frame, () => paintInBoardUnits(ctx, frame));
}

function paintInBoardUnits(ctx: DrawingContext, frame: Frame): void {
  const { arrangement, scene, camera, palette, detail, groupNames } = frame;
  const view = viewRect(camera, frame.size);
  const place = (id: NoteId): BoardPoint | undefined => placeOf(frame, id);
  const isMoving = (id: NoteId): boolean => frame.carried.ids.has(id) || scene.motion.moving.has(id);
  const anyMoves = frame.carried.ids.size + scene.motion.moving.size > 0;
  const strength = (id: NoteId): number => {
    const note = scene.note(id);
    return note === undefined ? 0 : strengthOf(frame, id, note.zone);
  };

  for (const group of arrangement.groups()) {
    const members = [...group.members];
    const rect = anyMoves && members.some(isMoving) ? boxAround(members, place) : group.rect;
    if (rect === undefined || !overlaps(view, rect)) continue;
    drawGroup(
      ctx,
      { rect, name: group.name },
      camera.zoom,
      palette,
      groupNames,
      Math.max(...members.map(strength)),
    );
  }
  const thin = detail === 'far' || detail === 'block';
  for (const link of arrangement.links()) {
    const moves = anyMoves && (isMoving(link.from) || isMoving(link.to));
    const curve = moves ? curveBetween(link.from, link.to, place) : link.curve;
    if (curve === undefined || !overlaps(view, thickened(curve.bounds))) continue;
    const opacity = Math.min(strength(link.from), strength(link.to));
    drawLink(ctx, curve, camera.zoom, palette, { thin, opacity });
  }
}

function thickened({ x, y, w, h }: Rect): Rect {
  return { x: x - THICK, y: y - THICK, w: w + THICK * 2, h: h + THICK * 2 };
}
