/** Carrying notes: shown to everybody while it lasts, written once when they are laid down. */
import type { NoteId } from '@ruimte/shared/ids';
import { toBoard } from '../camera.ts';
import type { Gesture, GestureHost, PointerInput } from './gesture.ts';

/** Starts carrying the note under the pointer, and with it all that is selected if it is one of them. */
export function startDragging(host: GestureHost, start: PointerInput, note: NoteId): Gesture {
  if (!host.selected.has(note)) host.select([note]);
  const carried = [...host.selected];
  const from = toBoard(host.camera(), start.at);
  const distance = ({ at }: PointerInput): { readonly x: number; readonly y: number } => {
    // In board units at every step: the camera may move while notes are in the hand.
    const now = toBoard(host.camera(), at);
    return { x: now.x - from.x, y: now.y - from.y };
  };
  const dragging: Gesture = {
    name: 'dragging',
    move: (input) => {
      if (input.id !== start.id) return dragging;
      const { x, y } = distance(input);
      host.carry(carried, x, y);
      return dragging;
    },
    up: (input) => {
      const { x, y } = distance(input);
      if (host.mayMove()) {
        host.drop(carried, x, y);
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
