/** A pointer went down and has not moved yet: it may become a click, carrying a note, or pushing the board. */
import type { Gesture, GestureHost, PointerInput } from './gesture.ts';
import { startDragging } from './dragging.ts';
import { startPanning } from './panning.ts';

/** How far a pointer moves before it is no longer a click, css pixels. A finger is less steady than a mouse. */
const STEADY = { mouse: 3, touch: 6 } as const;

/** Starts pointing. */
export function startPointing(host: GestureHost, start: PointerInput): Gesture {
  const note = host.noteAt(start.at, start.touch);
  const pointing: Gesture = {
    name: 'pointing',
    move: (input) => {
      if (input.id !== start.id) return pointing;
      const moved = Math.hypot(input.at.x - start.at.x, input.at.y - start.at.y);
      if (moved < (start.touch ? STEADY.touch : STEADY.mouse)) return pointing;
      if (host.tool() === 'pan') return startPanning(host, start).move(input);
      if (note !== undefined && host.mayMove()) return startDragging(host, start, note).move(input);
      if (note !== undefined) host.refuse();
      return startPanning(host, start).move(input);
    },
    up: () => {
      if (host.isPicking()) {
        if (note !== undefined) host.pick(note);
        return;
      }
      if (note === undefined) {
        if (!start.shift) host.select([]);
        return;
      }
      if (start.shift) {
        const selected = new Set(host.selected);
        if (!selected.delete(note)) selected.add(note);
        host.select([...selected]);
      } else if (start.touch && host.selected.size === 1 && host.selected.has(note)) {
        // A second tap opens the text: double-tapping fast is not for every hand.
        host.edit(note);
      } else {
        host.select([note]);
      }
    },
    cancel: () => undefined,
  };
  return pointing;
}
