/** A sample meet-up drawn as the product draws it, on a canvas without a page and in the product's own fonts. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { zonesOf } from '@ruimte/server/meetup/board-layout';
import { FORMATS } from '@ruimte/shared/content/formats';
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { drawNote, type NoteLook, type NotePicture } from '@ruimte/shared/drawing/draw-note';
import { drawZone } from '@ruimte/shared/drawing/draw-zone';
import { noteFont } from '@ruimte/shared/drawing/fonts';
import { PALETTES, type Theme } from '@ruimte/shared/drawing/palette';
import { createTextFitter, type Measure } from '@ruimte/shared/drawing/text-fit';
import { type BoardPoint, boundsOf, overlaps } from '@ruimte/shared/geometry';
import type { FormatId, ZoneId } from '@ruimte/shared/ids';
import {
  freeSlot,
  layoutZones,
  NOTE_SIZE,
  ZONE_SIZE,
  type ZoneRects,
} from '@ruimte/shared/projection/layout';
import type { Zone } from '@ruimte/shared/schema/zone';
import type { Sample } from './hold-meetup.ts';

/** The files the pages themselves load. The second family of the canvas serves what the first has no letters for. */
const FONTS = [
  ['source-sans-3-latin-wght-normal', 'Source Sans 3 Variable'],
  ['source-sans-3-latin-ext-wght-normal', 'Source Sans 3'],
  ['proza-libre-latin-500-normal', 'Proza Libre'],
] as const;

/** Makes the fonts known to every canvas of this process. @throws when one of them is not among the built files. */
export function registerFonts(): void {
  const assets = fileURLToPath(new URL('assets/', import.meta.resolve('@ruimte/client/built/index.html')));
  const files = readdirSync(assets);
  for (const [name, family] of FONTS) {
    const file = files.find((each) => each.startsWith(name) && each.endsWith('.woff2'));
    if (file === undefined || GlobalFonts.registerFromPath(assets + file, family) === null)
      throw new Error(`the font ${name} is missing: build first`);
  }
}

export interface SampleBoard {
  readonly zones: readonly Zone[];
  readonly rects: ZoneRects;
  /** Every note with its place on the board, in the order in which they were laid. */
  readonly notes: readonly (NotePicture & { readonly zone: ZoneId })[];
}

/**
 * The board as it lay at the end. A note whose place in the sample is taken goes to the first free slot, as when somebody
 * lays it without choosing.
 */
export function layOutSample(sample: Sample): SampleBoard {
  const format = FORMATS.get(sample.meetup.format as FormatId);
  if (format === undefined) throw new Error(`there is no format ${sample.meetup.format}`);
  const zones = zonesOf(format);
  const taken = new Map<ZoneId, BoardPoint[]>(zones.map(({ id }) => [id, []]));
  const placed = sample.notes.map((note, index) => {
    const zone = note.zone as ZoneId;
    const others = taken.get(zone);
    if (others === undefined) throw new Error(`note ${note.id} lies in no zone`);
    const wanted = { x: note.x, y: note.y, ...NOTE_SIZE };
    const free = !others.some((other) => overlaps(wanted, { ...other, ...NOTE_SIZE }));
    const { x, y } = free ? wanted : freeSlot(others, ZONE_SIZE.w, index + 1);
    others.push({ x, y });
    return { note, zone, x, y };
  });
  const lowest = new Map(
    [...taken].map(([zone, places]) => [zone, Math.max(0, ...places.map(({ y }) => y + NOTE_SIZE.h))]),
  );
  const rects = layoutZones(zones, lowest);
  const styles = new Map(sample.communities.map(({ id }, index) => [id, index + 1]));
  const names = new Map(sample.people.map(({ id, name }) => [id, name]));
  const notes = placed.map(({ note, zone, x, y }) => ({
    zone,
    x: (rects.get(zone)?.x ?? 0) + x,
    y: (rects.get(zone)?.y ?? 0) + y,
    text: note.text,
    style: styles.get(note.community) ?? 0,
    author: names.get(note.author) ?? '',
    ...(note.late === true ? { late: true } : {}),
  }));
  return { zones, rects, notes };
}

/** Measures with the canvas itself, in units of the font size. */
export function measureOn(ctx: SKRSContext2D): Measure {
  return (text) => {
    ctx.font = noteFont(100);
    return ctx.measureText(text).width / 100;
  };
}

/** How notes look from near by. */
export function nearLook(ctx: SKRSContext2D, theme: Theme = 'light'): NoteLook {
  return {
    fitter: createTextFitter(measureOn(ctx)),
    palette: PALETTES[theme],
    detail: 'near',
    scale: 'M',
    opacity: 1,
    lifted: false,
  };
}

/** Draws the whole board. @param zoom - pixels per board unit. */
export function drawSample(board: SampleBoard, zoom: number, theme: Theme = 'light'): Canvas {
  const bounds = boundsOf([...board.rects.values()]);
  if (bounds === undefined) throw new Error('the board has no zones');
  const { margin } = ZONE_SIZE;
  const canvas = createCanvas(
    Math.ceil((bounds.x + bounds.w + margin) * zoom),
    Math.ceil((bounds.y + bounds.h + margin) * zoom),
  );
  const ctx = canvas.getContext('2d');
  const look = nearLook(ctx, theme);
  ctx.fillStyle = look.palette.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(zoom, zoom);
  const drawing = ctx as DrawingContext;
  for (const zone of board.zones) {
    const rect = board.rects.get(zone.id);
    if (rect === undefined) continue;
    const occupied = board.notes.some((note) => note.zone === zone.id);
    const { kind, tint, title } = zone;
    drawZone(drawing, { rect, kind, tint, title: title.nl, occupied }, zoom, look.palette);
  }
  for (const note of board.notes) drawNote(drawing, note, zoom, look);
  return canvas;
}
