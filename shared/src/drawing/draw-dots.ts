/** Dots on a note: bottom right, from right to left; from five on one dot and the number. */
import type { Rect } from '../geometry.ts';
import type { DrawingContext } from './context.ts';
import { noteFont } from './fonts.ts';
import type { Palette } from './palette.ts';

const DOT = { radius: 11, ring: 3, step: 28, colour: '#c22826', ringColour: '#ffffff' } as const;
/** From the edges of the paper to the middle of the first dot. */
const INSET = { x: 14 + DOT.radius, y: 11 + 12.5 } as const;
const MOST = 4;
const NUMBER = 26;
const digitsWidth = (dots: number): number => String(dots).length * NUMBER * 0.52;

/** How much of the foot of a note its dots take from the right, board units. */
export function dotsWidth(dots: number): number {
  if (dots <= 0) return 0;
  if (dots <= MOST) return dots * DOT.step + 6;
  return DOT.step + 10 + digitsWidth(dots);
}

/** Draws the dots of a note on its paper. @param shift - what else stands at the right of the foot, board units. */
export function drawDots(ctx: DrawingContext, rect: Rect, dots: number, palette: Palette, shift = 0): void {
  const right = rect.x + rect.w - INSET.x - shift;
  const y = rect.y + rect.h - INSET.y;
  const numbered = dots > MOST;
  const ink = palette.edge;
  let x = right;
  if (numbered) {
    ctx.font = noteFont(NUMBER);
    ctx.fillStyle = ink ?? '#171a22';
    ctx.textAlign = 'right';
    ctx.textBaseline = 'alphabetic';
    ctx.fillText(String(dots), right + DOT.radius, y + NUMBER * 0.34);
    ctx.textAlign = 'left';
    x = right - digitsWidth(dots) - 4;
  }
  for (let index = 0; index < (numbered ? 1 : dots); index += 1) {
    ctx.beginPath();
    ctx.arc(x - index * DOT.step, y, DOT.radius + DOT.ring / 2, 0, Math.PI * 2);
    ctx.fillStyle = ink ?? DOT.colour;
    ctx.fill();
    ctx.strokeStyle = ink === undefined ? DOT.ringColour : palette.ground;
    ctx.lineWidth = DOT.ring;
    ctx.stroke();
  }
}
