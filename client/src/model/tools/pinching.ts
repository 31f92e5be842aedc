/** Two fingers: their middle carries the board, their distance zooms it. */
import type { ScreenPoint } from '@ruimte/shared/geometry';
import { panBy, zoomAt } from '../camera.ts';
import type { Gesture, GestureHost, PointerInput } from './gesture.ts';

const middle = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = (a: ScreenPoint, b: ScreenPoint): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/** Starts pinching with two pointers; others are left alone. */
export function startPinching(host: GestureHost, first: PointerInput, second: PointerInput): Gesture {
  const places = new Map<number, ScreenPoint>([
    [first.id, first.at],
    [second.id, second.at],
  ]);
  const both = (): readonly [ScreenPoint, ScreenPoint] => [
    places.get(first.id) ?? first.at,
    places.get(second.id) ?? second.at,
  ];
  const pinching: Gesture = {
    name: 'pinching',
    move: ({ id, at }) => {
      if (!places.has(id)) return pinching;
      const before = both();
      places.set(id, at);
      const after = both();
      const from = middle(...before);
      const to = middle(...after);
      const camera = panBy(host.camera(), to.x - from.x, to.y - from.y);
      host.moveCamera(zoomAt(camera, to, camera.zoom * (apart(...after) / apart(...before))));
      return pinching;
    },
    up: () => undefined,
    cancel: () => undefined,
  };
  return pinching;
}
