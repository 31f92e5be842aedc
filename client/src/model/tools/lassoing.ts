/** A rectangle drawn around notes: what it touches is selected with what was selected before. Never the only way. */
import type { Rect } from '@ruimte/shared/geometry';
import { toBoard } from '../camera.ts';
import { createEdgePush } from './edge-push.ts';
import { type Gesture, type GestureHost, hasMoved, type PointerInput } from './gesture.ts';

/** Starts at a pointer on the ground. Lifted where it went down, it asks for the menu of that place instead. */
export function startLassoing(host: GestureHost, start: PointerInput): Gesture {
  const before = [...host.selected];
  const from = toBoard(host.camera(), start.at);
  const push = createEdgePush(host);
  let last = start;
  let moved = false;
  function draw(): void {
    const to = toBoard(host.camera(), last.at);
    const rect: Rect = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(to.x - from.x),
      h: Math.abs(to.y - from.y),
    };
    host.lasso(rect);
    host.select([...new Set([...before, ...host.notesIn(rect)])]);
  }
  const lassoing: Gesture = {
    name: 'lassoing',
    move: (input) => {
      if (input.id !== start.id) return lassoing;
      last = input;
      moved ||= hasMoved(start, input);
      if (moved) draw();
      return lassoing;
    },
    advance: (now) => {
      if (!moved || !push.advance(last.at, now)) return false;
      draw();
      return true;
    },
    up: () => {
      host.lasso(undefined);
      if (!moved) host.menu(start.at, start.touch);
    },
    cancel: () => {
      host.lasso(undefined);
      host.select(before);
    },
  };
  return lassoing;
}
