/** Pushing the board: the point that was taken stays under the pointer. */
import { panBy } from '../camera.ts';
import type { Gesture, GestureHost, PointerInput } from './gesture.ts';

/** Starts pushing at a pointer. Cancelling leaves the view where it is: nothing was changed for anybody. */
export function startPanning(host: GestureHost, start: PointerInput): Gesture {
  let last = start.at;
  const panning: Gesture = {
    name: 'panning',
    move: ({ id, at }) => {
      if (id !== start.id) return panning;
      host.moveCamera(panBy(host.camera(), at.x - last.x, at.y - last.y));
      last = at;
      return panning;
    },
    up: () => undefined,
    cancel: () => undefined,
  };
  return panning;
}
