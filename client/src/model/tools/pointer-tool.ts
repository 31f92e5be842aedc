/** Turns pointers into gestures: one at a time, for mouse, pen and fingers alike. */
import { toBoard } from '../camera.ts';
import type { Gesture, GestureHost, PointerInput } from './gesture.ts';
import { startPanning } from './panning.ts';
import { startPinching } from './pinching.ts';
import { startPointing } from './pointing.ts';

/** Two clicks this close in time and place are a double click. */
const DOUBLE = { ms: 400, px: 10 } as const;

export interface PointerTool {
  /** What is going on, for the shape of the pointer; undefined when nothing is. */
  readonly gesture: Gesture['name'] | undefined;
  /** @param pushing - true with the space bar or the middle button: the board moves, whatever lies under. */
  down(input: PointerInput, pushing: boolean): void;
  move(input: PointerInput): void;
  up(input: PointerInput): void;
  /** Time goes on. @returns true while another frame is needed. */
  advance(now: number): boolean;
  /** Puts back what the gesture did. @returns false when nothing was going on. */
  cancel(): boolean;
}

/**
 * A tool that selects, carries, pushes and zooms. It can only push and zoom when `interactive` is false.
 * @param changed - another gesture goes on, or none.
 */
export function createPointerTool(
  host: GestureHost,
  interactive: boolean,
  changed: () => void = () => undefined,
): PointerTool {
  const pointers = new Map<number, PointerInput>();
  let gesture: Gesture | undefined;
  function go(next: Gesture | undefined): void {
    const before = gesture?.name;
    gesture = next;
    if (next?.name !== before) changed();
  }
  let lastClick: PointerInput | undefined;

  function click(input: PointerInput): void {
    const isDouble =
      lastClick !== undefined &&
      input.time - lastClick.time <= DOUBLE.ms &&
      Math.hypot(input.at.x - lastClick.at.x, input.at.y - lastClick.at.y) <= DOUBLE.px;
    lastClick = isDouble ? undefined : input;
    if (!isDouble || host.isPicking() || host.tool() === 'dot') return;
    const note = host.noteAt(input.at, input.touch);
    const point = toBoard(host.camera(), input.at);
    if (note !== undefined) {
      // A second tap of a finger has opened it already.
      if (!input.touch) host.edit(note);
    } else if (input.touch) {
      host.lookAt(point);
    } else {
      host.addAt(point);
    }
  }

  function beginPointing(input: PointerInput): Gesture {
    const pointing = startPointing(host, input, (next) => {
      if (gesture === pointing) go(next);
    });
    return pointing;
  }

  return {
    get gesture() {
      return gesture?.name;
    },
    down: (input, pushing) => {
      const [first] = pointers.values();
      pointers.set(input.id, input);
      if (first !== undefined && pointers.size === 2) {
        gesture?.cancel();
        go(startPinching(host, first, input));
      } else if (pointers.size === 1) {
        go(pushing || !interactive ? startPanning(host, input) : beginPointing(input));
      }
    },
    move: (input) => {
      if (!pointers.has(input.id)) return;
      pointers.set(input.id, input);
      go(gesture?.move(input));
    },
    up: (input) => {
      if (!pointers.delete(input.id)) return;
      const ended = gesture;
      go(undefined);
      ended?.up(input);
      if (ended?.name === 'pointing') click(input);
      // The finger that stays goes on pushing the board.
      const [left] = pointers.values();
      if (ended?.name === 'pinching' && left !== undefined) go(startPanning(host, left));
    },
    advance: (now) => gesture?.advance?.(now) ?? false,
    cancel: () => {
      const active = gesture !== undefined;
      gesture?.cancel();
      go(undefined);
      pointers.clear();
      return active;
    },
  };
}
