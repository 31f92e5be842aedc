/** Carrying notes: shown to everybody while it lasts, written once when they are laid down. */
import type { NoteId } from '@ruimte/shared/ids';
import { toBoard } from '../camera.ts';
import { createEdgePush } from './edge-push.ts';
import type { Gesture, GestureHost, PointerInput } from './gesture.ts';

/**
 * Starts carrying notes.
 * @param alone - they leave their groups; else groups that are carried whole come along.
 */
export function startDragging(
  host: GestureHost,
  start: PointerInput,
  notes: readonly NoteId[],
  alone = false,
): Gesture {
  const from = toBoard(host.camera(), start.at);
  const push = createEdgePush(host);
  let last = start;
  const distance = (): { readonly x: number; readonly y: number } => {
    // In board units at every step: the camera may move while notes are in the hand.
    const now = toBoard(host.camera(), last.at);
    return { x: now.x - from.x, y: now.y - from.y };
  };
  function carry(): void {
    const { x, y } = distance();
    host.carry(notes, x, y);
  }
  const dragging: Gesture = {
    name: 'dragging',
    move: (input) => {
      if (input.id !== start.id) return dragging;
      last = input;
      carry();
      return dragging;
    },
    advance: (now) => {
      if (!push.advance(last.at, now)) return false;
      carry();
      return true;
    },
    up: (input) => {
      last = input;
      const { x, y } = distance();
      if (host.mayMove()) {
        host.drop(notes, x, y, alone);
      } else {
        // Locked while the note was in the hand.
        host.putBack();
        host.refuse();
      }
    },
    cancel: () => host.putBack(),
  };
  return dragging;
}
