/**
 * While somebody zooms on a slow machine the last picture is stretched, and painted anew when the zoom rests: letters of
 * another size are dear, since each has to be drawn for the first time. Knows no canvas.
 */
import type { Camera, ViewSize } from '../model/camera.ts';

/** How the last picture lies now: its size as a factor, and its corner in css pixels. */
export interface Stretch {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface ZoomStretch {
  /**
   * How to lay the last picture for this camera.
   * @returns undefined when it has to be painted: nothing was painted yet, the zoom is the same, painting is quick, or the
   * picture would become too coarse or leave too much uncovered.
   */
  to(camera: Camera, size: ViewSize): Stretch | undefined;
  painted(camera: Camera): void;
  /** What painting everything took, with what the browser does with it, milliseconds. */
  took(ms: number): void;
  close(): void;
}

/** Half of a frame: what takes less may be painted every time. */
const SLOW_MS = 8;
const REST_MS = 120;
/** Letters twice their size are still read; an edge of this share of the view may stay uncovered for a moment. */
const MOST_SCALE = 2;
const MOST_UNCOVERED = 0.16;

/** @param onRest - the zoom has rested for 120 ms: everything is to be painted now. */
export function createZoomStretch(onRest: () => void): ZoomStretch {
  let last: Camera | undefined;
  let tookMs = 0;
  let asked: Camera | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    to: (camera, size) => {
      if (last === undefined || tookMs < SLOW_MS || camera.zoom === last.zoom) return undefined;
      const scale = camera.zoom / last.zoom;
      const x = (last.x - camera.x) * camera.zoom;
      const y = (last.y - camera.y) * camera.zoom;
      const uncovered = Math.max(x, y, size.w - x - size.w * scale, size.h - y - size.h * scale);
      if (scale > MOST_SCALE || uncovered > Math.min(size.w, size.h) * MOST_UNCOVERED) return undefined;
      if (camera !== asked) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          last = undefined;
          onRest();
        }, REST_MS);
      }
      asked = camera;
      return { scale, x, y };
    },
    painted: (camera) => {
      clearTimeout(timer);
      last = camera;
    },
    took: (ms) => {
      // One slow frame may be somebody else's doing.
      tookMs = (tookMs + ms) / 2;
    },
    close: () => clearTimeout(timer),
  };
}
