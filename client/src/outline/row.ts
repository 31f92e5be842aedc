/** What the list and its rows say to each other. */
import type { NoteId } from '@ruimte/shared/ids';

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
