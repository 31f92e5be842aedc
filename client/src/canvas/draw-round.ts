/** Paints what rounds lay on the board besides notes, and knows which dots and piles there are. It reads the model. */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { drawAxes } from '@ruimte/shared/drawing/draw-axes';
import { drawFaceDown, drawFaceDownStack } from '@ruimte/shared/drawing/draw-face-down';
import { drawPileCount } from '@ruimte/shared/drawing/draw-pile';
import { drawRating } from '@ruimte/shared/drawing/draw-rating';
import { distributionOf, latestSheets, tallyDots } from '@ruimte/shared/facilitation/tally';
import type { Rect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { hasValues } from '@ruimte/shared/projection/scale';
import { type InPile, pilesOf } from '@ruimte/shared/projection/piles';
import type { Note } from '@ruimte/shared/schema/note';
import { type FacesDown, facesDownOf } from '../meetup/faces-down.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import type { RoundFrame, RoundPicture } from './round-picture.ts';

/** Board and stage come over lines of their own, so what lay face down may be gone before its notes have come. */
const JUST_NOW_MS = 2_000;
/** A paper on its edge would be without any width, and then without a shape. */
const NARROWEST = 0.02;

/** Follows nothing by itself: whoever has it says when something changed. */
export function createRoundPicture(model: MeetupModel): RoundPicture {
  const { board, session } = model;
  const words = new Map(session.meetup.zones.map((zone) => [zone.id, zone]));
  const lastFaceDown = new Map<ZoneId, number>();
  let faceDownBefore: readonly ZoneId[] = [];
  let tally: ReadonlyMap<string, number> = new Map();
  let facesDown: FacesDown | undefined;
  let piles: ReadonlyMap<NoteId, InPile> = new Map();
  let valued: ReadonlySet<ZoneId> = new Set();
  /** Notes that lie, or lay, where the place says something. */
  let inValued = new Set<NoteId>();

  function pileUp(): boolean {
    const before = piles;
    const byZone = new Map<ZoneId, Note[]>([...valued].map((zone) => [zone, []]));
    inValued = new Set();
    if (valued.size > 0) {
      for (const note of board.get().notes.values()) {
        const there = byZone.get(note.zone);
        if (there === undefined) continue;
        there.push(note);
        inValued.add(note.id);
      }
    }
    piles = new Map([...byZone.values()].flatMap((notes) => [...pilesOf(notes)]));
    if (piles.size !== before.size) return true;
    return [...piles].some(([id, { shift, count }]) => {
      const known = before.get(id);
      return known?.shift !== shift || known.count !== count;
    });
  }

  function refresh(): void {
    const marking = model.marking.get();
    tally =
      marking?.dots === undefined ? tallyDots(latestSheets(board.part('votes'))) : model.ownMarks.get().votes;
    facesDown = undefined;
    // What was face down until now counts too: its notes may come a moment later.
    const now = performance.now();
    for (const zone of faceDownBefore) lastFaceDown.set(zone, now);
    faceDownBefore = [...model.written.get().keys()];
    valued = new Set(
      board
        .part('zones')
        .filter(hasValues)
        .map(({ id }) => id),
    );
    pileUp();
  }
  refresh();

  function paintZone(ctx: DrawingContext, frame: RoundFrame, zone: ZoneId, rect: Rect, tint: number): void {
    const text = words.get(zone);
    const { zoom } = frame.camera;
    const { palette, locale } = frame;
    const opacity = frame.light.zone(zone);
    const at = ({
      low,
      high,
    }: {
      low: Record<typeof locale, string>;
      high: Record<typeof locale, string>;
    }) => ({
      low: low[locale],
      high: high[locale],
    });
    if (text?.axes !== undefined) {
      const { x, y } = text.axes;
      const axes = { rect, tint, x: at(x), ...(y === undefined ? {} : { y: at(y) }) };
      drawAxes(ctx, axes, zoom, palette, opacity);
    }
    if (text?.rating !== undefined) {
      const { steps } = text.rating;
      const sheets = latestSheets(board.part('ratings'));
      const counts = sheets.length === 0 ? undefined : distributionOf(sheets, zone, steps);
      drawRating(ctx, { rect, tint, steps, counts, ...at(text.rating) }, zoom, palette, opacity);
    }
    facesDown ??= facesDownOf(model);
    for (const { papers, ...place } of facesDown.get(zone)?.papers ?? []) {
      const paper = { ...place, x: rect.x + place.x, y: rect.y + place.y };
      if (papers === 1) drawFaceDown(ctx, paper, zoom, palette, opacity);
      else {
        const number = facesDown.get(zone)?.counted === true ? papers : undefined;
        drawFaceDownStack(ctx, paper, number, zoom, palette, opacity);
      }
    }
  }

  return {
    dots: (id) => tally.get(id) ?? 0,
    shift: (id) => piles.get(id)?.shift ?? 0,
    notesChanged: (ids) => {
      facesDown = undefined;
      const touches = (id: NoteId): boolean => {
        const zone = board.note(id)?.zone;
        return inValued.has(id) || (zone !== undefined && valued.has(zone));
      };
      return valued.size > 0 && ids.some(touches) && pileUp();
    },
    refresh,
    turnsIn: (zone, now) =>
      now - (lastFaceDown.get(zone) ?? -Infinity) < JUST_NOW_MS || model.written.get().has(zone),
    hasPaperIn: (zone) => (facesDown ??= facesDownOf(model)).has(zone),
    paintZones: (ctx, frame) => {
      const rects = frame.scene.rects();
      for (const { id, tint } of board.part('zones')) {
        const rect = rects.get(id);
        if (rect !== undefined) paintZone(ctx, frame, id, rect, tint);
      }
    },
    paintOn: (ctx, frame, id, at, opacity) => {
      const count = piles.get(id)?.count;
      if (count === undefined) return;
      drawPileCount(ctx, { x: at.x + NOTE_SIZE.w - 6, y: at.y + 6 }, count, frame.palette, opacity);
    },
    paintTurning: (ctx, frame, at, turned, front) => {
      const middle = at.x + NOTE_SIZE.w / 2;
      ctx.save();
      ctx.translate(middle, 0);
      ctx.scale(Math.max(NARROWEST, Math.abs(Math.cos(turned * Math.PI))), 1);
      ctx.translate(-middle, 0);
      if (turned < 0.5) drawFaceDown(ctx, { ...at, ...NOTE_SIZE }, frame.camera.zoom, frame.palette);
      else front();
      ctx.restore();
    },
  };
}
