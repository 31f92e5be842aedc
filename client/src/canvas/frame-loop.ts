/** At most one picture per frame, and none when nothing changes. */
import type { LayerName } from './scene.ts';

export interface FrameLoop {
  /** These layers are painted in the next frame. */
  outdated(...layers: readonly LayerName[]): void;
  close(): void;
}

/**
 * @param advance - moves time on before painting; returns true while something moves, so that another frame follows.
 * @param paint - paints one layer.
 */
export function createFrameLoop(
  advance: (now: number) => boolean,
  paint: (layer: LayerName) => void,
): FrameLoop {
  const waiting = new Set<LayerName>();
  let request: number | undefined;
  let closed = false;
  function ask(): void {
    if (!closed) request ??= requestAnimationFrame(frame);
  }
  function frame(): void {
    request = undefined;
    const more = advance(performance.now());
    const layers = [...waiting];
    waiting.clear();
    for (const layer of layers) paint(layer);
    if (more) ask();
  }
  return {
    outdated: (...layers) => {
      for (const layer of layers) waiting.add(layer);
      ask();
    },
    close: () => {
      closed = true;
      if (request !== undefined) cancelAnimationFrame(request);
    },
  };
}
