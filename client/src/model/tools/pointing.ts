/** A pointer went down and has not moved yet: it may become a click, carrying, pushing the board, or a long press. */
import type { GroupId, NoteId } from '@ruimte/shared/ids';
import { type Gesture, type GestureHost, hasMoved, type PointerInput } from './gesture.ts';
import { startDragging } from './dragging.ts';
import { startLassoing } from './lassoing.ts';
import { startPanning } from './panning.ts';

/** A finger that rests this long asks for more, milliseconds. */
const LONG_PRESS_MS = 500;
/** A finger that has rested on a note this long means to take it: then it need not move as far. */
const TAKEN_MS = 150;

/** What carries on the ground when the pointer moves. */
function startCarrying(host: GestureHost, start: PointerInput, note: NoteId): Gesture {
  if (start.alt || !host.selected.has(note)) host.select([note]);
  if (start.alt) return startDragging(host, start, [note], true);
  return startDragging(host, start, host.selected.size > 1 ? [...host.selected] : host.groupedWith(note));
}

/** A long press has been answered: the finger does nothing more until it is lifted. */
function startResting(): Gesture {
  const resting: Gesture = {
    name: 'resting',
    move: () => resting,
    up: () => undefined,
    cancel: () => undefined,
  };
  return resting;
}

/**
 * Starts pointing.
 * @param become - goes on as another gesture without the pointer having moved.
 */
export function startPointing(
  host: GestureHost,
  start: PointerInput,
  become: (next: Gesture) => void,
): Gesture {
  const note = host.noteAt(start.at, start.touch);
  const group = note === undefined ? host.groupAt(start.at, start.touch) : undefined;
  const isGround = note === undefined && group === undefined;

  function longPress(): void {
    if (isGround && host.tool() === 'select' && !host.isPicking()) {
      become(startLassoing(host, start));
      return;
    }
    become(startResting());
    host.menu(start.at, start.touch);
  }
  const stopWaiting = start.touch ? host.later(LONG_PRESS_MS, longPress) : () => undefined;

  function moveOn(): Gesture {
    if (host.tool() !== 'select') return startPanning(host, start);
    if (isGround) return start.shift && !start.touch ? startLassoing(host, start) : startPanning(host, start);
    const asked = note !== undefined ? [note] : group === undefined ? [] : host.membersOf(group);
    if (!host.mayMove(asked)) {
      host.refuse(asked);
      return startPanning(host, start);
    }
    if (note !== undefined) return startCarrying(host, start, note);
    return startDragging(host, start, selectGroup(group));
  }
  function selectGroup(id: GroupId | undefined): readonly NoteId[] {
    const members = id === undefined ? [] : host.membersOf(id);
    host.select(start.shift ? [...new Set([...host.selected, ...members])] : members);
    return members;
  }
  function click(): void {
    host.enter(start.at);
    if (host.isPicking()) {
      if (note !== undefined) host.pick(note);
    } else if (note !== undefined && host.tool() === 'dot') {
      host.giveDot(note);
    } else if (note === undefined) {
      if (group !== undefined) selectGroup(group);
      else if (!start.shift) host.select([]);
    } else if (start.shift) {
      const selected = new Set(host.selected);
      if (!selected.delete(note)) selected.add(note);
      host.select([...selected]);
    } else if (start.touch && host.selected.size === 1 && host.selected.has(note)) {
      // A second tap opens the text: double-tapping fast is not for every hand.
      host.edit(note);
    } else {
      host.select([note]);
    }
  }

  const pointing: Gesture = {
    name: 'pointing',
    move: (input) => {
      const taken = note !== undefined && input.time - start.time >= TAKEN_MS;
      if (input.id !== start.id || !hasMoved(start, input, taken)) return pointing;
      stopWaiting();
      return moveOn().move(input);
    },
    up: () => {
      stopWaiting();
      click();
    },
    cancel: stopWaiting,
  };
  return pointing;
}
