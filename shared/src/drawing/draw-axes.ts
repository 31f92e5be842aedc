/** The axes of scales and quadrants, with the words at their ends. They lie in the edges that no note lies in. */
import type { Rect } from '../geometry.ts';
import { SCALE_EDGE } from '../projection/scale.ts';
import type { DrawingContext } from './context.ts';
import { drawWords, fitEnds, fitWords, WORDS_LARGE } from './draw-words.ts';
import { type Palette, zoneColours } from './palette.ts';

/** The words at both ends of an axis. */
export interface AxisWords {
  readonly low: string;
  readonly high: string;
}

/** What a scale or a quadrant shows besides its name. */
export interface AxesPicture {
  readonly rect: Rect;
  readonly tint: number;
  readonly x: AxisWords;
  /** Only on quadrants. */
  readonly y?: AxisWords;
}

/** Of a scale: where its line lies above the lower edge of the zone, and how high the strokes at its ends are. */
const LINE = { above: 58, stroke: 18, px: 2 } as const;
const WORDS_BELOW_LINE = 7;
const BETWEEN = 24;
/** Arrows before the words of a quadrant: they say along which axis the words lie. */
const ARROW = { length: 26, half: 11, gap: 14 } as const;
/** Lowest edge of the words above the upright axis, and how far they keep from the name of the zone. */
const ABOVE_NOTES = 76;
const DASH = [10, 8];

function stroke(ctx: DrawingContext, points: readonly (readonly [number, number])[]): void {
  ctx.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.stroke();
}

/** A triangle that points along (dx, dy), its tip at (x, y). */
function drawArrow(ctx: DrawingContext, x: number, y: number, dx: number, dy: number): void {
  const { length, half } = ARROW;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - dx * length + dy * half, y - dy * length + dx * half);
  ctx.lineTo(x - dx * length - dy * half, y - dy * length - dx * half);
  ctx.closePath();
  ctx.fill();
}

function drawScale(ctx: DrawingContext, { rect, x }: AxesPicture): void {
  const [left, right] = [rect.x + SCALE_EDGE.x, rect.x + rect.w - SCALE_EDGE.x];
  const y = rect.y + rect.h - LINE.above;
  const up = LINE.stroke / 2;
  stroke(ctx, [
    [left, y],
    [right, y],
  ]);
  for (const end of [left, right, (left + right) / 2]) {
    const half = end === left || end === right ? up : up / 2;
    stroke(ctx, [
      [end, y - half],
      [end, y + half],
    ]);
  }
  const room = (right - left - BETWEEN) / 2;
  const below = y + WORDS_BELOW_LINE;
  const { low, high } = fitEnds(ctx, x, room - up);
  drawWords(ctx, low, left + up, below, 'left');
  drawWords(ctx, high, right - up, below, 'right');
}

/** Dashed lines where the middle of a note says "neither": the words stand where no note covers them. */
function drawQuadrant(ctx: DrawingContext, { rect, x }: AxesPicture, y: AxisWords): void {
  const [left, right] = [rect.x + SCALE_EDGE.x, rect.x + rect.w - SCALE_EDGE.x];
  const [top, bottom] = [rect.y + SCALE_EDGE.top, rect.y + rect.h - SCALE_EDGE.bottom];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  ctx.setLineDash([...DASH]);
  stroke(ctx, [
    [left, middle.y],
    [right, middle.y],
  ]);
  stroke(ctx, [
    [middle.x, top],
    [middle.x, bottom],
  ]);
  ctx.setLineDash([]);
  const aside = ARROW.length + ARROW.gap;
  const half = (right - left) / 2 - aside;
  const fit = (text: string, room: number) => fitWords(ctx, text, room, WORDS_LARGE);
  const line = bottom + SCALE_EDGE.bottom / 2;
  const low = fit(x.low, half - BETWEEN);
  drawWords(ctx, low, left + aside, line - low.height / 2, 'left');
  drawArrow(ctx, left, line, -1, 0);
  // The arrow stands on the axis, its words beside it; with those at the right they share the right half of the edge.
  const down = fit(y.low, half / 2);
  drawWords(ctx, down, middle.x + aside, line - down.height / 2, 'left');
  drawArrow(ctx, middle.x, line + ARROW.length / 2, 0, 1);
  const high = fit(x.high, half - down.width - aside - BETWEEN);
  drawWords(ctx, high, right - aside, line - high.height / 2, 'right');
  drawArrow(ctx, right, line, 1, 0);
  const up = fit(y.high, half);
  const highest = rect.y + ABOVE_NOTES;
  drawWords(ctx, up, middle.x + aside, highest - up.height, 'left');
  drawArrow(ctx, middle.x, highest - up.height / 2 - ARROW.length / 2, 0, -1);
}

/**
 * Draws the axes of a zone, over the zone and under its notes. The context is in board units.
 * @param zoom - css pixels per board unit.
 */
export function drawAxes(
  ctx: DrawingContext,
  axes: AxesPicture,
  zoom: number,
  palette: Palette,
  opacity = 1,
): void {
  const { ink } = zoneColours(palette, axes.tint);
  ctx.globalAlpha = opacity;
  ctx.fillStyle = ink;
  ctx.strokeStyle = ink;
  // Never thinner than a pixel and a half: from afar a finer line fades away.
  ctx.lineWidth = Math.max(LINE.px, 1.5 / zoom);
  if (axes.y === undefined) drawScale(ctx, axes);
  else drawQuadrant(ctx, axes, axes.y);
  ctx.globalAlpha = 1;
}
