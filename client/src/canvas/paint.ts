/** Paints the four layers of the board on plain 2D contexts. Konva only says when and on which canvas. */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import type { Detail } from '@ruimte/shared/drawing/detail';
import type { GroupNames } from '@ruimte/shared/drawing/draw-group';
import { drawNote, type NoteLook } from '@ruimte/shared/drawing/draw-note';
import { drawZone } from '@ruimte/shared/drawing/draw-zone';
import { fitNote, type NoteScale } from '@ruimte/shared/drawing/note-boxes';
import type { Palette } from '@ruimte/shared/drawing/palette';
import type { TextFitter } from '@ruimte/shared/drawing/text-fit';
import type { Rect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import type { Locale } from '@ruimte/shared/content/format';
import { type Camera, toScreen, viewRect, type ViewSize } from '../model/camera.ts';
import type { Arrangement } from './arrangement.ts';
import type { Holder } from './held-by-others.ts';
import type { NotePictures } from './note-pictures.ts';
import { paintHolder } from './paint-holder.ts';
import type { RoundPicture } from './round-picture.ts';
import type { LayerName, Scene } from './scene.ts';
import type { Light } from './spotlight.ts';

/** Everything one frame is painted from. */
export interface Frame {
  readonly scene: Scene;
  readonly arrangement: Arrangement;
  readonly groupNames: GroupNames;
  readonly pictures: NotePictures;
  /** What rounds lay on the board besides notes; undefined while there is nothing of it. */
  readonly round: RoundPicture | undefined;
  readonly fitter: TextFitter;
  readonly palette: Palette;
  readonly camera: Camera;
  readonly size: ViewSize;
  readonly detail: Detail;
  readonly locale: Locale;
  readonly light: Light;
  /** Read from across a hall. */
  readonly onWall: boolean;
  readonly now: number;
  /** Own notes in the hand. */
  readonly carried: { readonly ids: ReadonlySet<NoteId>; readonly dx: number; readonly dy: number };
  /** The rectangle that is being drawn around notes. */
  readonly lasso: Rect | undefined;
  readonly selected: ReadonlySet<NoteId>;
  /** Chosen one by one for something; undefined while nothing is chosen. */
  readonly picked: ReadonlySet<NoteId> | undefined;
  /** What search and filter found; undefined when nothing is looked for. */
  readonly highlighted: ReadonlySet<NoteId> | undefined;
  /** Notes shown whole, on top of the others. */
  readonly enlarged: ReadonlySet<NoteId>;
  /** The note whose text field is open: the field shows it. */
  readonly editing: NoteId | undefined;
  /** Notes that others have selected or are typing in. */
  readonly heldByOthers: ReadonlyMap<NoteId, Holder>;
}

/** Shadows and large notes reach outside the rectangle a note is found by, board units. */
const OVERHANG = 60;
/** How far the shadow and the edge of a note that lies still reach, board units. */
const SHADOW = 20;
const OUTLINE = { px: 2, awayPx: 3 } as const;
const LASSO = { px: 1, alpha: 0.08 } as const;
/** The tick on a note that was picked: its radius and its line. */
const TICK = { px: 11, linePx: 2 } as const;

/** Paints in board units as the camera sees them. */
export function inBoardUnits(ctx: DrawingContext, { camera }: Frame, paint: () => void): void {
  ctx.save();
  ctx.scale(camera.zoom, camera.zoom);
  ctx.translate(-camera.x, -camera.y);
  paint();
  ctx.restore();
}

/** True for notes that the notes layer leaves to another layer. */
function isApart(frame: Frame, id: NoteId): boolean {
  return (
    frame.carried.ids.has(id) ||
    frame.scene.motion.moving.has(id) ||
    frame.enlarged.has(id) ||
    frame.editing === id
  );
}

/** How much is left of a note, 0 to 1: of what the light or the search is not on, little. */
export function strengthOf(frame: Frame, id: NoteId, zone: ZoneId): number {
  const found = frame.highlighted?.has(id) ?? true;
  return frame.light.of(id, zone) * (found ? 1 : frame.palette.dimmed);
}

function lookOf(frame: Frame, opacity: number, scale: NoteScale = 'M', lifted = false): NoteLook {
  return { fitter: frame.fitter, palette: frame.palette, detail: frame.detail, scale, opacity, lifted };
}

/** The ground and the zones. */
export function paintZones(ctx: DrawingContext, frame: Frame): void {
  const { scene, palette, camera, size, light } = frame;
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, size.w, size.h);
  inBoardUnits(ctx, frame, () => {
    const rects = scene.rects();
    for (const zone of scene.board().zones) {
      const rect = rects.get(zone.id);
      if (rect === undefined) continue;
      const picture = {
        rect,
        kind: zone.kind,
        tint: zone.tint,
        title: zone.title[frame.locale],
        occupied: scene.isOccupied(zone.id) || frame.round?.hasPaperIn(zone.id) === true,
      };
      drawZone(ctx, picture, camera.zoom, palette, light.zone(zone.id), frame.onWall);
    }
    frame.round?.paintZones(ctx, frame);
  });
}

const around = ({ x, y, w, h }: Rect, room: number): Rect => ({
  x: x - room,
  y: y - room,
  w: w + room * 2,
  h: h + room * 2,
});

/**
 * The many notes that lie still: only what is in view, the lowest first.
 * @param within - paints no others than those that reach into this part of the board.
 */
export function paintNotes(ctx: DrawingContext, frame: Frame, within?: Rect): void {
  const area = around(within ?? viewRect(frame.camera, frame.size), OVERHANG);
  inBoardUnits(ctx, frame, () => {
    for (const id of frame.scene.index.search(area)) {
      if (isApart(frame, id)) continue;
      const note = frame.scene.note(id);
      const at = frame.scene.resting(id);
      if (note === undefined || at === undefined) continue;
      const look = lookOf(frame, strengthOf(frame, id, note.zone));
      drawNote(ctx, frame.pictures.of(note, at), frame.camera.zoom, look);
      frame.round?.paintOn(ctx, frame, id, at, look.opacity);
    }
  });
}

/** A canvas of which a part can be painted anew. */
export type PartContext = DrawingContext & Pick<CanvasRenderingContext2D, 'clip' | 'clearRect'>;

/**
 * Paints the notes anew where one of them changed, and leaves the rest of the layer as it is.
 * @param area - where it lay or lies now, board units, without its shadow.
 * @param ratio - device pixels per css pixel: the part ends between two of them, or its edge would show.
 */
export function paintNotesIn(ctx: PartContext, frame: Frame, area: Rect, ratio: number): void {
  const { camera, size } = frame;
  const part = around(area, SHADOW);
  const down = (px: number): number => Math.floor(px * ratio) / ratio;
  const up = (px: number): number => Math.ceil(px * ratio) / ratio;
  const corner = toScreen(camera, part);
  const left = Math.max(0, down(corner.x));
  const top = Math.max(0, down(corner.y));
  const right = Math.min(size.w, up(corner.x + part.w * camera.zoom));
  const bottom = Math.min(size.h, up(corner.y + part.h * camera.zoom));
  if (right <= left || bottom <= top) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  ctx.clearRect(left, top, right - left, bottom - top);
  paintNotes(ctx, frame, part);
  ctx.restore();
}

/** True when nothing would be painted on the layer. */
export function isBlank(layer: LayerName, frame: Frame): boolean {
  if (layer === 'hand') return frame.scene.motion.moving.size + frame.carried.ids.size === 0;
  if (layer !== 'overlay') return false;
  const { enlarged, heldByOthers, selected, picked, lasso } = frame;
  return lasso === undefined && enlarged.size + heldByOthers.size + selected.size + (picked?.size ?? 0) === 0;
}

/** What moves: notes carried by others or gliding, then those in one's own hand. */
export function paintHand(ctx: DrawingContext, frame: Frame): void {
  const { scene, carried } = frame;
  const moving = [...scene.motion.moving].sort((a, b) => scene.index.rank(a) - scene.index.rank(b));
  inBoardUnits(ctx, frame, () => {
    for (const id of moving) {
      const note = scene.note(id);
      const at = scene.resting(id);
      if (note === undefined || at === undefined || carried.ids.has(id) || frame.editing === id) continue;
      const shown = scene.motion.shown(id, at, frame.now);
      const look = lookOf(frame, shown.opacity * strengthOf(frame, id, note.zone), 'M', shown.lifted);
      const { x, y, turned } = shown;
      const draw = (): void =>
        drawNote(ctx, { ...frame.pictures.of(note, at), x, y }, frame.camera.zoom, look);
      if (turned < 1) frame.round?.paintTurning(ctx, frame, { x, y }, turned, draw);
      else draw();
    }
    for (const id of carried.ids) {
      const note = scene.note(id);
      const at = scene.resting(id);
      if (note === undefined || at === undefined) continue;
      const picture = { ...frame.pictures.of(note, at), x: at.x + carried.dx, y: at.y + carried.dy };
      drawNote(ctx, picture, frame.camera.zoom, lookOf(frame, 1, 'M', true));
    }
  });
}

function outline(ctx: DrawingContext, rect: Rect, zoom: number, colour: string, px: number): void {
  const away = (OUTLINE.awayPx + px / 2) / zoom;
  ctx.strokeStyle = colour;
  ctx.lineWidth = px / zoom;
  ctx.strokeRect(rect.x - away, rect.y - away, rect.w + away * 2, rect.h + away * 2);
}

function paintLasso(ctx: DrawingContext, { x, y, w, h }: Rect, { camera, palette }: Frame): void {
  ctx.globalAlpha = LASSO.alpha;
  ctx.fillStyle = palette.selection;
  ctx.fillRect(x, y, w, h);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.selection;
  ctx.lineWidth = LASSO.px / camera.zoom;
  ctx.strokeRect(x, y, w, h);
}

/** A note that was picked: the outline of the selection, and a tick in its corner. */
function paintPicked(ctx: DrawingContext, { scene, carried, camera, palette }: Frame, id: NoteId): void {
  const at = scene.resting(id);
  if (at === undefined) return;
  const shift = carried.ids.has(id) ? carried : { dx: 0, dy: 0 };
  const rect: Rect = { x: at.x + shift.dx, y: at.y + shift.dy, ...NOTE_SIZE };
  outline(ctx, rect, camera.zoom, palette.selection, OUTLINE.px);
  const radius = TICK.px / camera.zoom;
  const [x, y] = [rect.x + rect.w, rect.y];
  ctx.fillStyle = palette.selection;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fill();
  ctx.strokeStyle = palette.ground;
  ctx.lineWidth = TICK.linePx / camera.zoom;
  ctx.beginPath();
  ctx.moveTo(x - radius * 0.45, y);
  ctx.lineTo(x - radius * 0.1, y + radius * 0.38);
  ctx.lineTo(x + radius * 0.5, y - radius * 0.35);
  ctx.stroke();
}

/** Notes shown whole, and the outlines of what is selected here and typed elsewhere. */
export function paintOverlay(ctx: DrawingContext, frame: Frame): void {
  const { scene, camera, fitter, palette } = frame;
  inBoardUnits(ctx, frame, () => {
    for (const id of frame.enlarged) {
      const note = scene.note(id);
      const at = scene.resting(id);
      if (note === undefined || at === undefined || frame.editing === id || frame.carried.ids.has(id))
        continue;
      // Shown to be read, so with its text at any zoom.
      const look: NoteLook = {
        ...lookOf(frame, 1, 'L'),
        within: scene.rects().get(note.zone),
        detail: frame.detail === 'near' ? 'near' : 'middle',
      };
      drawNote(ctx, frame.pictures.of(note, at), camera.zoom, look);
    }
    const named = frame.detail === 'middle' || frame.detail === 'near';
    for (const [id, holder] of frame.heldByOthers) {
      const at = scene.resting(id);
      if (at === undefined || frame.carried.ids.has(id)) continue;
      const shown = scene.motion.moving.has(id) ? scene.motion.shown(id, at, frame.now) : at;
      paintHolder(ctx, { x: shown.x, y: shown.y, ...NOTE_SIZE }, holder, camera.zoom, palette, named);
    }
    if (frame.lasso !== undefined) paintLasso(ctx, frame.lasso, frame);
    for (const id of frame.picked ?? []) paintPicked(ctx, frame, id);
    for (const id of frame.selected) {
      const note = scene.note(id);
      const at = scene.resting(id);
      if (note === undefined || at === undefined || frame.editing === id) continue;
      const scale = frame.enlarged.has(id) && !frame.carried.ids.has(id) ? 'L' : 'M';
      const shift = frame.carried.ids.has(id) ? frame.carried : { dx: 0, dy: 0 };
      const place = { x: at.x + shift.dx, y: at.y + shift.dy };
      const { rect } = fitNote(place, note.text, scale, fitter, scene.rects().get(note.zone));
      outline(ctx, rect, camera.zoom, palette.selection, OUTLINE.px);
    }
  });
}
