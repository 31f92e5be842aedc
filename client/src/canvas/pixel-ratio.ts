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

/** Tells when the page has come on a screen with other pixels, or is zoomed, until the returned function is called. */
export function watchPixelRatio(changed: () => void): () => void {
  let stop = watchOnce();
  // A query only says that it no longer holds; the next one is about the new figure.
  function watchOnce(): () => void {
    const query = matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
    const answer = (): void => {
      stop = watchOnce();
      changed();
    };
    query.addEventListener('change', answer, { once: true });
    return () => query.removeEventListener('change', answer);
  }
  return () => stop();
}
