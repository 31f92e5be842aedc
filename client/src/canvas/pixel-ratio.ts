/** How many device pixels the canvas has for a css pixel. */
import { Konva } from 'konva/lib/Global';

/** Three times as sharp is nine times the work, and nobody sees it. */
const MOST = 2;

/** Caps what Konva takes for every canvas it makes from now on, and returns it. */
export function capPixelRatio(): number {
  const ratio = Math.min(MOST, globalThis.devicePixelRatio || 1);
  Konva.pixelRatio = ratio;
  return ratio;
}
