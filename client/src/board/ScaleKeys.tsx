/**
 * Shift and the arrow keys on scales and in quadrants, on the board and in the list alike: there the place of a note is
 * what it says, so it is reached in few presses and every step is told. Shows nothing.
 */
import type { NoteId } from '@ruimte/shared/ids';
import { overlaps } from '@ruimte/shared/geometry';
import { notesIn } from '@ruimte/shared/projection/board';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { freeRow, hasValues, placeOf, type ScaleValue, valueOf } from '@ruimte/shared/projection/scale';
import type { Note } from '@ruimte/shared/schema/note';
import { useEffect, useRef } from 'react';
import { marksTexts } from '../i18n/marks.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { sayPlace } from '../outline/say-value.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { useNoteActions } from './note-actions.ts';
import { useAnswers } from './use-answers.ts';

/** From end to end in twenty presses. */
const STEP = 0.05;
const STEPS: Readonly<Record<string, Required<ScaleValue>>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};
const PLACES = '.board-canvas, [data-outline-note]';

type Corner = Pick<Note, 'x' | 'y'>;

/** On a scale a note keeps its row as long as it lies on no other there. */
function besideOthers(at: Corner, others: readonly Corner[]): Corner {
  const isTaken = others.some((other) => overlaps({ ...other, ...NOTE_SIZE }, { ...at, ...NOTE_SIZE }));
  return isTaken ? freeRow(others, at.x) : at;
}

/** @param chosen - the notes a key is meant for. */
export function ScaleKeys({ chosen }: { readonly chosen: () => readonly NoteId[] }) {
  const model = useMeetup();
  const actions = useNoteActions();
  const answers = useAnswers();
  const text = useText(marksTexts);
  const say = useLocalized();
  const announce = useAnnounce();

  /** @returns whether the key was meant for a note on a scale. */
  function step(by: Required<ScaleValue>): boolean {
    const [id, ...more] = chosen();
    const note = id === undefined || more.length > 0 ? undefined : model.board.note(id);
    const zone = model.board.get().zones.find((each) => each.id === note?.zone);
    const size = note && model.board.rects.get().get(note.zone);
    const axes = model.session.meetup.zones.find((each) => each.id === note?.zone)?.axes;
    if (note === undefined || zone === undefined || size === undefined || axes === undefined) return false;
    // Up and down on a scale say nothing: there a note only goes out of the way of others.
    if (!hasValues(zone) || (zone.kind === 'scale' && by.x === 0)) return false;
    const why = actions.whyNot('move', [note]);
    if (why !== undefined) {
      answers.tell(why);
      return true;
    }
    const now = valueOf(zone, size, note);
    const to = placeOf(zone, size, { x: now.x + by.x, y: (now.y ?? 0) + by.y });
    const others = notesIn(model.board.get(), zone.id).filter((other) => other.id !== note.id);
    const place = zone.kind === 'scale' ? besideOthers({ x: to.x, y: note.y }, others) : to;
    model.actions.moveNotes([{ id: note.id, zone: zone.id, ...place }]);
    announce(sayPlace(valueOf(zone, size, place), axes, say, text));
    return true;
  }
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const by = STEPS[event.key];
      if (by === undefined || !event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!(event.target instanceof Element) || event.target.closest(PLACES) === null) return;
      if (event.target.closest('textarea, input') !== null || !latest.current(by)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the board, for which these keys move a note a little.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return null;
}
