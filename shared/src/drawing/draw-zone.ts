/** The sheets of the board: a tint and a name. The empty space is no sheet but an opening; it shows only its name. */
import type { Rect } from '../geometry.ts';
import type { ZoneKind } from '../schema/zone.ts';
import { type DrawingContext, traceRoundRect } from './context.ts';
import { zoneFont } from './fonts.ts';
import { type Palette, zoneColours } from './palette.ts';

/** What a zone shows. No counts: nobody fills a space for a number. */
export interface ZonePicture {
  readonly rect: Rect;
  readonly kind: ZoneKind;
  readonly tint: number;
  readonly title: string;
  /** True once a note lies there: then the empty space keeps quiet about its name. */
  readonly occupied: boolean;
}

const CORNER = 4;
const NAME = { x: 32, y: 22, size: 44, far: 60, smallest: 24 } as const;
/** Names stay readable when the whole board is in view, css pixels. */
const MIN_NAME_PX = 18;
/** And on the wall from ten metres, as far as there is room above the notes. */
const WALL_NAME_PX = 30;
const FAR_ZOOM = 0.25;
/** Where the notes begin; how far letters reach below and above their line, in units of their size. */
const NOTES_FROM = 77;
const BELOW = 0.29;
const ABOVE = 0.81;
/** A name that is too large for its place reaches into the gutter above, and further only where notes would hide it. */
const GUTTER = 20;
const LOWEST_BASELINE = 70;
const EMPTY_NAME = { size: 40, spacing: 0.24 } as const;

/** The size of a name, board units, so that it is never under 18 px and never wider than its zone. */
function nameSize(ctx: DrawingContext, title: string, zoom: number, room: number, onWall: boolean): number {
  const forWall = onWall ? Math.min(NAME.far, WALL_NAME_PX / zoom) : 0;
  const wanted = Math.max(zoom < FAR_ZOOM ? NAME.far : NAME.size, MIN_NAME_PX / zoom, forWall);
  ctx.font = zoneFont(100);
  const width = (ctx.measureText(title).width * wanted) / 100;
  return width <= room ? wanted : Math.max(NAME.smallest, (wanted * room) / width);
}

/** Where the line of a name lies below the top of its sheet: as designed, or higher so that no note lies over it. */
function baselineOf(size: number): number {
  const aboveNotes = NOTES_FROM - size * BELOW;
  const inGutter = Math.min(size * ABOVE - GUTTER, LOWEST_BASELINE);
  return Math.min(NAME.y + size * 0.92, Math.max(aboveNotes, inGutter));
}

/** Letterspaced capitals, letter by letter: `letterSpacing` is missing in browsers we still serve. */
function drawEmptyName(
  ctx: DrawingContext,
  zone: ZonePicture,
  { zoom, onWall, colour }: { readonly zoom: number; readonly onWall: boolean; readonly colour: string },
): void {
  const letters = [...zone.title.toUpperCase()];
  ctx.font = zoneFont(100, 400);
  const shares = letters.map((letter) => ctx.measureText(letter).width / 100 + EMPTY_NAME.spacing);
  const share = shares.reduce((sum, width) => sum + width, 0) - EMPTY_NAME.spacing;
  // Never wider than its opening: the sheets beside it lie over what sticks out.
  const size = Math.min(
    Math.max(EMPTY_NAME.size, ((onWall ? WALL_NAME_PX : MIN_NAME_PX) * 0.9) / zoom),
    (zone.rect.w - NAME.x * 2) / share,
  );
  ctx.font = zoneFont(size, 400);
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const widths = shares.map((width) => width * size);
  const total = share * size;
  let x = zone.rect.x + (zone.rect.w - total) / 2;
  const y = zone.rect.y + zone.rect.h / 2;
  letters.forEach((letter, index) => {
    ctx.fillText(letter, x, y);
    x += widths[index] ?? 0;
  });
  ctx.textBaseline = 'alphabetic';
}

function drawOpening(ctx: DrawingContext, { rect }: ZonePicture, palette: Palette): void {
  const x = rect.x + rect.w / 2;
  const y = rect.y + rect.h / 2;
  const radius = rect.w / 2;
  const white = ctx.createRadialGradient(0, 0, 0, 0, 0, radius);
  white.addColorStop(0, palette.air);
  white.addColorStop(0.45, palette.air);
  white.addColorStop(1, palette.ground);
  ctx.fillStyle = white;
  // Squeezed to the shape of the opening, so that it ends in the ground on every side and shows no edge.
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1, rect.h / rect.w);
  ctx.fillRect(-radius, -radius, rect.w, rect.w);
  ctx.restore();
}

/**
 * Draws a zone. The context is in board units.
 * @param zoom - css pixels per board unit.
 * @param opacity - 0 to 1; below 1 when the light is on another zone.
 * @param onWall - read from across a hall.
 */
export function drawZone(
  ctx: DrawingContext,
  zone: ZonePicture,
  zoom: number,
  palette: Palette,
  opacity = 1,
  onWall = false,
): void {
  const colours = zoneColours(palette, zone.tint);
  ctx.globalAlpha = opacity;
  if (zone.kind === 'empty') {
    drawOpening(ctx, zone, palette);
    if (!zone.occupied) drawEmptyName(ctx, zone, { zoom, onWall, colour: palette.quietInk });
  } else {
    ctx.fillStyle = colours.tint;
    traceRoundRect(ctx, zone.rect, CORNER);
    ctx.fill();
    if (palette.edge !== undefined) {
      ctx.strokeStyle = palette.edge;
      ctx.lineWidth = 1 / zoom;
      ctx.stroke();
    }
    const size = nameSize(ctx, zone.title, zoom, zone.rect.w - NAME.x * 2, onWall);
    ctx.font = zoneFont(size);
    ctx.fillStyle = colours.ink;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'alphabetic';
    ctx.direction = 'ltr';
    ctx.fillText(zone.title, zone.rect.x + NAME.x, zone.rect.y + baselineOf(size));
  }
  ctx.globalAlpha = 1;
}
