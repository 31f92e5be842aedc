/** What is open in the list, and what the list does with a note. */
import type { NoteId } from '@ruimte/shared/ids';
import { useEffect, useRef, useState } from 'react';

/** What of a note is open: its actions, or the field with its words. */
export type Opened = { readonly note: NoteId; readonly editing: boolean };

/** What the list does when somebody does something with a note; the same object as long as the list is there. */
export interface RowHandlers {
  /** Opens the note or closes it, or picks it while notes are chosen. */
  press(note: NoteId): void;
  edit(note: NoteId): void;
  /** Goes on from its actions or its field to the note itself. */
  leave(note: NoteId): void;
  goTo(note: NoteId): void;
}

/** @param does - as it is in this drawing of the list; always the latest is called. */
export function useRowHandlers(does: RowHandlers): RowHandlers {
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });
  const [same] = useState<RowHandlers>(() => ({
    press: (note) => latest.current.press(note),
    edit: (note) => latest.current.edit(note),
    leave: (note) => latest.current.leave(note),
    goTo: (note) => latest.current.goTo(note),
  }));
  return same;
}
