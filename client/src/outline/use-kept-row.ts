/**
 * Keeps the focus where one was in the list, whatever others do: a note that goes to another space takes the focus
 * along, and one that is removed hands it to the next. Questions and toasts in between give it back.
 */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { type RefObject, useEffect, useRef } from 'react';
import type { MeetupModel } from '../model/meetup-model.ts';
import { headingOf, placeInList } from './list-place.ts';
import { heirOf, type ListRows } from './list-rows.ts';

/** Focus that goes there comes back by itself. */
const BETWEEN = 'dialog, .pick-bar, .toast-place';
/** The canvas mirrors the list; it has the focus by itself. */
const OUTSIDE = 'body, html';

/**
 * @param list - the element around the spaces.
 * @param rows - as they are shown now.
 * @param focusRow - moves the focus to a note, also when its row was not in the page.
 * @param onGone - somebody else removed the note that had the focus.
 */
export function useKeptRow(
  list: RefObject<HTMLElement | null>,
  model: MeetupModel,
  rows: ListRows,
  focusRow: (note: NoteId) => void,
  onGone: () => void,
): void {
  const latest = useRef({ rows, focusRow, onGone });
  useEffect(() => {
    latest.current = { rows, focusRow, onGone };
  });
  useEffect(() => {
    const root = list.current;
    if (root === null) return undefined;
    let home: { readonly note: NoteId | undefined; readonly zone: ZoneId | undefined } | undefined;
    /** The order as it was when the focus came, to know what stood after a note that has gone. */
    let before: readonly NoteId[] = [];
    const removedHere = new Set<NoteId>();

    function remember({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      if (root?.contains(target) === true) {
        const { note, zone } = placeInList(target);
        home = { note, zone };
        before = latest.current.rows.notes;
      } else if (target.closest(BETWEEN) === null) home = undefined;
    }
    function forget({ target }: PointerEvent): void {
      if (target instanceof Element && root?.contains(target) !== true && target.closest(BETWEEN) === null)
        home = undefined;
    }
    function mend(): void {
      const { activeElement } = document;
      if (home === undefined || (activeElement !== null && !activeElement.matches(OUTSIDE))) return;
      const { note, zone } = home;
      if (note !== undefined && latest.current.rows.notes.includes(note))
        return latest.current.focusRow(note);
      if (note === undefined) return zone === undefined ? undefined : headingOf(zone)?.focus();
      const now = latest.current.rows.notes;
      const heir = heirOf(note, before, new Set(now));
      const byOther = model.board.note(note) === undefined && !removedHere.has(note);
      if (heir !== undefined) latest.current.focusRow(heir);
      else if (zone !== undefined) headingOf(zone)?.focus();
      if (byOther) latest.current.onGone();
    }
    const observer = new MutationObserver(mend);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    const stop = model.board.onNotesChanged((ids, own) => {
      if (home?.note === undefined || !ids.includes(home.note)) return;
      if (own) removedHere.add(home.note);
      else removedHere.delete(home.note);
    });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
      stop();
    };
  }, [list, model]);
}
