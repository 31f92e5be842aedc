/** How many notes lie in a pile, at the corner of the one on top. */
import type { DrawingContext } from './context.ts';
import { noteFont } from './fonts.ts';
import type { Palette } from './palette.ts';

const RADIUS = 17;
const SIZE = 24;

/** Draws the number over the upper right corner of a note. The context is in board units. */
export function drawPileCount(
  ctx: DrawingContext,
  corner: { readonly x: number; readonly y: number },
  count: number,
  palette: Palette,
  opacity = 1,
): void {
  ctx.globalAlpha = opacity;
  ctx.beginPath();
  ctx.arc(corner.x, corner.y, RADIUS, 0, Math.PI * 2);
  ctx.fillStyle = palette.ink;
  ctx.fill();
  ctx.strokeStyle = palette.ground;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fillStyle = palette.ground;
  ctx.font = noteFont(SIZE);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(String(count), corner.x, corner.y + SIZE * 0.34);
  ctx.textAlign = 'left';
  ctx.globalAlpha = 1;
}
