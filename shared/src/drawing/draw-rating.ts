/** The steps of a zone that is rated, with the words at both ends; and once they are counted how they spread. */
import type { Rect } from '../geometry.ts';
import type { DrawingContext } from './context.ts';
import type { AxisWords } from './draw-axes.ts';
import { drawWords, fitEnds } from './draw-words.ts';
import { noteFont } from './fonts.ts';
import { type Palette, zoneColours } from './palette.ts';

/** What a rated zone shows besides its name. */
export interface RatingPicture extends AxisWords {
  readonly rect: Rect;
  readonly tint: number;
  readonly steps: number;
  /** How often each step was chosen, the first step first; undefined while it is not counted. */
  readonly counts?: readonly number[] | undefined;
}

/** Board units above the lower edge of the zone; the layout keeps notes above all of it. */
const WORDS = { top: 54, between: 24 } as const;
const STEP = { y: 78, radius: 19, size: 26, inset: 40 } as const;
const BAR = { foot: 104, height: 40, width: 54, size: 30, least: 4 } as const;

/**
 * Draws the steps along the lower edge of a zone, over the zone and under its notes. The context is in board units.
 * @param zoom - css pixels per board unit.
 */
export function drawRating(
  ctx: DrawingContext,
  rating: RatingPicture,
  zoom: number,
  palette: Palette,
  opacity = 1,
): void {
  const { rect, steps, counts } = rating;
  const { ink, tint } = zoneColours(palette, rating.tint);
  const foot = rect.y + rect.h;
  const [first, last] = [rect.x + STEP.inset + STEP.radius, rect.x + rect.w - STEP.inset - STEP.radius];
  const pitch = steps > 1 ? (last - first) / (steps - 1) : 0;
  const most = Math.max(1, ...(counts ?? []));
  ctx.globalAlpha = opacity;
  ctx.strokeStyle = ink;
  ctx.lineWidth = Math.max(2, 1.5 / zoom);
  ctx.beginPath();
  ctx.moveTo(first, foot - STEP.y);
  ctx.lineTo(last, foot - STEP.y);
  ctx.stroke();
  ctx.textBaseline = 'alphabetic';
  for (let step = 0; step < steps; step += 1) {
    const x = first + step * pitch;
    ctx.beginPath();
    ctx.arc(x, foot - STEP.y, STEP.radius, 0, Math.PI * 2);
    ctx.fillStyle = tint;
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = ink;
    ctx.textAlign = 'center';
    ctx.font = noteFont(STEP.size);
    ctx.fillText(String(step + 1), x, foot - STEP.y + STEP.size * 0.34);
    const count = counts?.[step];
    if (count === undefined) continue;
    const h = count === 0 ? BAR.least : (BAR.height * count) / most;
    ctx.fillRect(x - BAR.width / 2, foot - BAR.foot - h, BAR.width, h);
    ctx.font = noteFont(BAR.size);
    ctx.fillText(String(count), x, foot - BAR.foot - h - 6);
  }
  const room = (rect.w - STEP.inset * 2 - WORDS.between) / 2;
  ctx.fillStyle = ink;
  const { low, high } = fitEnds(ctx, rating, room);
  drawWords(ctx, low, rect.x + STEP.inset, foot - WORDS.top, 'left');
  drawWords(ctx, high, rect.x + rect.w - STEP.inset, foot - WORDS.top, 'right');
  ctx.globalAlpha = 1;
}
