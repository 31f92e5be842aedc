/**
 * Keeps notes that were placed by themselves from lying under one another. Two people who lay a note at the same
 * moment choose the same free slot; each finds out a moment later, and the one with the higher id makes room.
 */
import { overlaps } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { moveNotes } from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import type * as Y from 'yjs';
import { type ActionsOptions, findSlot } from './actions.ts';
import type { Signing } from './signing.ts';
import type { Timers } from './timers.ts';

/** How long after being placed a note still makes room: after that somebody may have got used to where it lies. */
const SETTLING_MS = 5_000;
/** What comes in together is looked at together. */
const LOOK_AFTER_MS = 120;
const MOST_MOVES = 5;

export interface MakeRoomOptions {
  readonly board: ActionsOptions['board'];
  /** The document when this person may write and it is connected; undefined otherwise. */
  readonly doc: () => Y.Doc | undefined;
  readonly signing: Signing;
  readonly timers: Timers;
  /** Server time, milliseconds. */
  readonly now: () => number;
}

export interface MakeRoom {
  /** An own note was placed by itself, not by hand. */
  placed(id: NoteId, place: { readonly x: number; readonly y: number }): void;
  /** Something changed on the board. */
  boardChanged(): void;
  stop(): void;
}

interface Settling {
  readonly x: number;
  readonly y: number;
  readonly until: number;
  readonly moves: number;
}

/** Follows the own notes that have just been placed. */
export function createMakeRoom(options: MakeRoomOptions): MakeRoom {
  const { board, timers } = options;
  const settling = new Map<NoteId, Settling>();
  let cancelLook: (() => void) | undefined;

  /** Whether the note has to go elsewhere because of this other one. */
  function yields(note: Note, other: Note): boolean {
    if (other.id === note.id || !overlaps({ ...note, ...NOTE_SIZE }, { ...other, ...NOTE_SIZE }))
      return false;
    const justLaid = options.now() - other.at < SETTLING_MS;
    return !justLaid || note.id > other.id;
  }

  function look(): void {
    cancelLook = undefined;
    const doc = options.doc();
    for (const [id, place] of settling) {
      const note = board.note(id);
      const movedByHand = note !== undefined && (note.x !== place.x || note.y !== place.y);
      if (options.now() > place.until || movedByHand || place.moves >= MOST_MOVES) {
        settling.delete(id);
        continue;
      }
      if (doc === undefined || note === undefined) continue;
      const before = [...board.notesOf(note.zone)].filter((other) => yields(note, other)).length;
      if (before === 0) continue;
      // Everybody under the same slot looks at the same moment: each leaves the first places to those before.
      const { x, y } = findSlot(board, note.zone, id, before - 1);
      settling.set(id, { ...place, x, y, moves: place.moves + 1 });
      // Not an action of the person: undo passes over it.
      options.signing.write(doc, id, () => moveNotes(doc, [{ id, zone: note.zone, x, y }], 'outbox'), true);
    }
  }

  return {
    placed: (id, { x, y }) => {
      const until = options.now() + SETTLING_MS;
      settling.set(id, { x: Math.round(x), y: Math.round(y), until, moves: 0 });
    },
    boardChanged: () => {
      if (settling.size > 0) cancelLook ??= timers.later(LOOK_AFTER_MS, look);
    },
    stop: () => cancelLook?.(),
  };
}
