/** Paper that lies face down in a private round: it says that something was written and nothing else. */
import type { Rect } from '../geometry.ts';
import type { DrawingContext } from './context.ts';
import { noteFont } from './fonts.ts';
import type { Palette } from './palette.ts';

/** The paper of nobody, the same in both themes like every paper. */
const PAPER = { fill: '#ebe9e3', hatch: '#b4b1a8', edge: '#85837d', ink: '#171a22' } as const;
/** Distance between the lines and their width, board units. */
const HATCH = { pitch: 16, width: 3 } as const;
/** Papers of a stack lie so far from each other. */
const STEP = 14;

/** Lines at 45 degrees, rising to the right, each cut where it leaves the paper: a clip for every paper costs more. */
function hatch(ctx: DrawingContext, { x, y, w, h }: Rect): void {
  ctx.beginPath();
  for (let along = HATCH.pitch; along < w + h; along += HATCH.pitch) {
    // From the left or lower edge up to the upper or right edge.
    const from = along <= h ? [x, y + along] : [x + along - h, y + h];
    const to = along <= w ? [x + along, y] : [x + w, y + along - w];
    ctx.moveTo(from[0] ?? x, from[1] ?? y);
    ctx.lineTo(to[0] ?? x, to[1] ?? y);
  }
  ctx.stroke();
}

/**
 * Draws one paper face down. The context is in board units.
 * @param zoom - css pixels per board unit.
 */
export function drawFaceDown(
  ctx: DrawingContext,
  rect: Rect,
  zoom: number,
  palette: Palette,
  opacity = 1,
): void {
  const forced = palette.edge !== undefined;
  ctx.globalAlpha = opacity;
  ctx.fillStyle = forced ? palette.ground : PAPER.fill;
  ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  ctx.strokeStyle = palette.edge ?? PAPER.hatch;
  ctx.lineWidth = HATCH.width;
  hatch(ctx, rect);
  ctx.strokeStyle = palette.edge ?? PAPER.edge;
  ctx.lineWidth = 1.25 / zoom;
  ctx.strokeRect(rect.x, rect.y, rect.w, rect.h);
  ctx.globalAlpha = 1;
}

/**
 * Draws a stack of such papers with how many they are.
 * @param number - undefined for a stack of which nothing is counted.
 */
export function drawFaceDownStack(
  ctx: DrawingContext,
  rect: Rect,
  number: number | undefined,
  zoom: number,
  palette: Palette,
  opacity = 1,
): void {
  const step = Math.min(STEP, rect.h / 8);
  const paper = { w: rect.w - step * 2, h: rect.h - step * 2 };
  for (const layer of [2, 1, 0]) {
    drawFaceDown(
      ctx,
      { x: rect.x + step * layer, y: rect.y + step * layer, ...paper },
      zoom,
      palette,
      opacity,
    );
  }
  if (number === undefined) return;
  const size = Math.min(72, paper.h * 0.62);
  ctx.font = noteFont(size);
  ctx.globalAlpha = opacity;
  const text = String(number);
  const [x, y] = [rect.x + paper.w / 2, rect.y + paper.h / 2];
  const plate = { w: ctx.measureText(text).width + size * 0.5, h: size * 1.12 };
  ctx.fillStyle = palette.edge === undefined ? PAPER.fill : palette.ground;
  ctx.fillRect(x - plate.w / 2, y - plate.h / 2, plate.w, plate.h);
  ctx.fillStyle = palette.edge ?? PAPER.ink;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, x, y + size * 0.34);
  ctx.textAlign = 'left';
  ctx.globalAlpha = 1;
}
