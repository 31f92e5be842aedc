/**
 * How this device signs what it writes: the author its notes carry, and the Yjs client id they are written under.
 * With names both are one and the same everywhere; for a meet-up without, see `apart.ts`.
 */
import type { NoteId, ParticipantId } from '@ruimte/shared/ids';
import type * as Y from 'yjs';

export interface Signing {
  /** The author that this note carries when it is this person's; empty for the wall. */
  authorOf(note: NoteId): ParticipantId | '';
  /** Whether own notes are never laid or removed together: what is done in one change is seen to be one person's. */
  readonly apart: boolean;
  /**
   * Makes a change of the document that is about this note alone; undefined for one about several.
   * @param isStep - it leaves the words of a note that is there as they are.
   */
  write(doc: Y.Doc, note: NoteId | undefined, change: () => void, isStep?: true): void;
  /** Makes steps that are taken back together. */
  together(steps: Y.UndoManager, make: () => void): void;
  /** Takes the last step back, or what was taken back. It may bring own words, of whatever note. */
  takeBack(steps: Y.UndoManager, way: 'undo' | 'redo'): void;
  /** Whether this device writes the document under this client id, or has done so. */
  isUnder(doc: Y.Doc, clientId: number): boolean;
  /** Tells everybody something that changes with every note of this person. */
  tell(run: () => void): void;
}

/** Signs everything with the participant's id, under the one client id of the document. */
export function signAs(participant: ParticipantId | null): Signing {
  return {
    authorOf: () => participant ?? '',
    apart: false,
    write: (_doc, _note, change) => change(),
    together: (_steps, make) => make(),
    takeBack: (steps, way) => void steps[way](),
    isUnder: (doc, clientId) => doc.clientID === clientId,
    tell: (run) => run(),
  };
}
