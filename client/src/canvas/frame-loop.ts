/** At most one picture per frame, none when nothing changes, and no more of a layer than changed. */
import type { Rect } from '@ruimte/shared/geometry';
import type { LayerName } from './scene.ts';

export interface FrameLoop {
  /** These layers are painted in the next frame. */
  outdated(...layers: readonly LayerName[]): void;
  /** Of the notes only what lies here is painted in the next frame. @param area - board units. */
  touched(area: Rect): void;
  close(): void;
}

/** Above so many places the whole layer is cheaper: each place looks for its notes and is cut out by itself. */
const MOST_AREAS = 12;

/**
 * @param advance - moves time on before painting; returns true while something moves, so that another frame follows.
 * @param paint - paints these layers, and of the notes only the areas, when the layer itself is not among them.
 */
export function createFrameLoop(
  advance: (now: number) => boolean,
  paint: (layers: ReadonlySet<LayerName>, areas: readonly Rect[]) => void,
): FrameLoop {
  let waiting = new Set<LayerName>();
  let areas: Rect[] = [];
  let request: number | undefined;
  let closed = false;
  function ask(): void {
    if (!closed) request ??= requestAnimationFrame(frame);
  }
  function frame(): void {
    request = undefined;
    const more = advance(performance.now());
    const layers = waiting;
    const parts = areas;
    waiting = new Set();
    areas = [];
    if (layers.size + parts.length > 0) paint(layers, layers.has('notes') ? [] : parts);
    if (more) ask();
  }
  return {
    outdated: (...layers) => {
      for (const layer of layers) waiting.add(layer);
      ask();
    },
    touched: (area) => {
      if (areas.length < MOST_AREAS) areas.push(area);
      else waiting.add('notes');
      ask();
    },
    close: () => {
      closed = true;
      if (request !== undefined) cancelAnimationFrame(request);
    },
  };
}
