/** The board moves by itself while something is held near an edge of the view. Not an animation: the hand moves it. */
import type { ScreenPoint } from '@ruimte/shared/geometry';
import { panBy, type ViewSize } from '../camera.ts';
import type { GestureHost } from './gesture.ts';

/** From so near an edge the board moves, css pixels. */
const EDGE_PX = 48;
/** At the edge itself, css pixels a second. */
const MOST_PX_PER_S = 900;
/** A note taken near an edge is not carried off at once: full speed comes after this time. */
const WARM_UP_MS = 300;
/** A frame that came late moves the board no further than this, milliseconds. */
const LONGEST_FRAME_MS = 50;

/** How fast the view goes for a pointer here, css pixels a second; it stands still outside the view. */
export function edgeSpeed(at: ScreenPoint, { w, h }: ViewSize): { readonly x: number; readonly y: number } {
  if (at.x < 0 || at.y < 0 || at.x > w || at.y > h) return { x: 0, y: 0 };
  const near = (distance: number): number => Math.max(0, 1 - distance / EDGE_PX) * MOST_PX_PER_S;
  return { x: near(w - at.x) - near(at.x), y: near(h - at.y) - near(at.y) };
}

export interface EdgePush {
  /** Moves the camera for a pointer that rests here. @returns whether it moves, so that another frame is asked for. */
  advance(at: ScreenPoint, now: number): boolean;
}

/** One for each gesture that carries something. */
export function createEdgePush(host: Pick<GestureHost, 'camera' | 'moveCamera' | 'size'>): EdgePush {
  let began: number | undefined;
  let last = 0;
  return {
    advance: (at, now) => {
      const { x, y } = edgeSpeed(at, host.size());
      if (x === 0 && y === 0) {
        began = undefined;
        return false;
      }
      began ??= now;
      const elapsed = Math.min(now - Math.max(last, began), LONGEST_FRAME_MS) / 1000;
      last = now;
      const share = Math.min(1, (now - began) / WARM_UP_MS) * elapsed;
      if (share > 0) host.moveCamera(panBy(host.camera(), -x * share, -y * share));
      return true;
    },
  };
}
