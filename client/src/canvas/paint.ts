/** Paints the four layers of the board on plain 2D contexts. Konva only says when and on which canvas. */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import type { Detail } from '@ruimte/shared/drawing/detail';
import { drawNote, type NoteLook } from '@ruimte/shared/drawing/draw-note';
import { drawZone } from '@ruimte/shared/drawing/draw-zone';
import { fitNote, type NoteScale } from '@ruimte/shared/drawing/note-boxes';
import { type Palette, paperIn } from '@ruimte/shared/drawing/palette';
import type { TextFitter } from '@ruimte/shared/drawing/text-fit';
import type { Rect } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import type { Locale } from '@ruimte/shared/content/format';
import { type Camera, viewRect, type ViewSize } from '../model/camera.ts';
import type { NotePictures } from './note-pictures.ts';
import type { Scene } from './scene.ts';
import type { Light } from './spotlight.ts';

/** Everything one frame is painted from. */
export interface Frame {
  readonly scene: Scene;
  readonly pictures: NotePictures;
  readonly fitter: TextFitter;
  readonly palette: Palette;
  readonly camera: Camera;
  readonly size: ViewSize;
  readonly detail: Detail;
  readonly locale: Locale;
  readonly light: Light;
  readonly now: number;
  /** Own notes in the hand. */
  readonly carried: { readonly ids: ReadonlySet<NoteId>; readonly dx: number; readonly dy: number };
  readonly selected: ReadonlySet<NoteId>;
  /** Notes shown whole, on top of the others. */
  readonly enlarged: ReadonlySet<NoteId>;
  /** The note whose text field is open: the field shows it. */
  readonly editing: NoteId | undefined;
  /** Notes whose text others are typing, with the style of their community. */
  readonly typedByOthers: ReadonlyMap<NoteId, number>;
}

/** Shadows and large notes reach outside the rectangle a note is found by, board units. */
const OVERHANG = 60;
const OUTLINE = { px: 2, awayPx: 3 } as const;
const OTHERS_OUTLINE_PX = 1.5;

function inBoardUnits(ctx: DrawingContext, { camera }: Frame, paint: () => void): void {
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

function lookOf(frame: Frame, opacity: number, scale: NoteScale = 'M', lifted = false): NoteLook {
  return { fitter: frame.fitter, palette: frame.palette, detail: frame.detail, scale, opacity, lifted };
}

/** The ground and the zones that are in view. */
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
        occupied: scene.isOccupied(zone.id),
      };
      drawZone(ctx, picture, camera.zoom, palette, light.zone(zone.id));
    }
  });
}

/** The many notes that lie still: only what is in view, the lowest first. */
export function paintNotes(ctx: DrawingContext, frame: Frame): void {
  const view = viewRect(frame.camera, frame.size);
  const area: Rect = {
    x: view.x - OVERHANG,
    y: view.y - OVERHANG,
    w: view.w + OVERHANG * 2,
    h: view.h + OVERHANG * 2,
  };
  inBoardUnits(ctx, frame, () => {
    for (const id of frame.scene.index.search(area)) {
      if (isApart(frame, id)) continue;
      const note = frame.scene.note(id);
      const at = frame.scene.resting(id);
      if (note === undefined || at === undefined) continue;
      const look = lookOf(frame, frame.light.of(id, note.zone));
      drawNote(ctx, frame.pictures.of(note, at), frame.camera.zoom, look);
    }
  });
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
      const look = lookOf(frame, shown.opacity * frame.light.of(id, note.zone), 'M', shown.lifted);
      drawNote(ctx, { ...frame.pictures.of(note, at), x: shown.x, y: shown.y }, frame.camera.zoom, look);
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
    for (const [id, style] of frame.typedByOthers) {
      const at = scene.resting(id);
      if (at !== undefined) {
        outline(
          ctx,
          fitNote(at, '', 'M', fitter).rect,
          camera.zoom,
          paperIn(palette, style).mark,
          OTHERS_OUTLINE_PX,
        );
      }
    }
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
