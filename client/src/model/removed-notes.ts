/**
 * Work of this person on notes that somebody else removed meanwhile: words go to the outbox with the reason, moves are
 * named. What was removed here, or was not being changed, leaves nothing behind.
 */
import type { NoteId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { Note } from '@ruimte/shared/schema/note';
import type { Drafts } from './drafts.ts';
import type { LostMove } from './meetup-model.ts';
import type { Outbox } from './outbox.ts';
import { createWritable, type Readable } from './readable.ts';
import type { Timers } from './timers.ts';

export interface RemovedNotesOptions {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly note: (id: NoteId) => Note | undefined;
  readonly round: () => RoundId | '';
  readonly generation: () => number;
  /** Whether what is done here reaches the server at once. */
  readonly isLive: () => boolean;
  readonly timers: Pick<Timers, 'now'>;
  /** Server time, milliseconds. */
  readonly now: () => number;
  /** Words that had lost their note can go into it again. */
  readonly onBack: () => void;
}

export interface RemovedNotes {
  readonly lostMoves: Readable<readonly LostMove[]>;
  forgetMove(id: NoteId): void;
  /** Words were typed into the note; until its field closes they are this person's work. */
  typed(id: NoteId, text: string): void;
  typingEnded(id: NoteId): void;
  moved(ids: readonly NoteId[]): void;
  /** The document is complete again: what was removed meanwhile is known by now, or within a moment. */
  synced(): void;
  /** @param own - this device changed them itself. */
  notesChanged(ids: readonly NoteId[], own: boolean): void;
}

/** Somebody who removes a note just after it was moved had not seen the move. */
const MOVE_TRAVELS_MS = 2_000;

interface Words {
  readonly text: string;
  readonly zone: ZoneId;
}
interface Typed extends Words {
  readonly x: number;
  readonly y: number;
}

/** Follows what this person does to notes that are on the board. */
export function createRemovedNotes(options: RemovedNotesOptions): RemovedNotes {
  const { outbox, drafts, timers } = options;
  const lostMoves = createWritable<readonly LostMove[]>([]);
  const typed = new Map<NoteId, Typed>();
  /** Until when, on this device's clock; undefined while there is no connection. */
  const moved = new Map<NoteId, LostMove & { readonly until: number | undefined }>();

  function forgetOldMoves(): void {
    const now = timers.now();
    for (const [id, { until }] of moved) if (until !== undefined && until < now) moved.delete(id);
  }

  /** Words that are in the open field, else those on their way. */
  function wordsFor(id: NoteId): Words | undefined {
    const draft = drafts.get(id);
    const open = typed.get(id);
    const entry = outbox.find(id);
    const underway = entry?.kind === 'edit' && entry.reason === undefined ? entry : undefined;
    const zone = draft?.zone ?? open?.zone ?? underway?.zone;
    const text = draft?.text ?? open?.text ?? underway?.text ?? '';
    return zone === undefined || text.trim() === '' ? undefined : { zone, text };
  }

  function gone(id: NoteId): void {
    const words = wordsFor(id);
    const open = typed.get(id);
    const move = moved.get(id);
    typed.delete(id);
    moved.delete(id);
    if (words !== undefined) {
      const known = outbox.find(id);
      // Where it lay: on a scale that is part of what it said.
      const { x, y } = open ?? known ?? {};
      drafts.clear(id);
      // Without the document it was laid in: that the server has kept the letters says nothing, their note is gone.
      outbox.put({
        id,
        zone: words.zone,
        text: words.text.slice(0, LIMITS.textUnits),
        round: known?.round ?? options.round(),
        typedAt: known?.typedAt ?? options.now(),
        generation: options.generation(),
        kind: 'edit',
        x,
        y,
        refusals: 0,
        reason: 'noteRemoved',
      });
    } else if (move !== undefined) {
      const { zone, text } = move;
      lostMoves.set([...lostMoves.get(), { id, zone, text }]);
    }
  }

  /** @returns whether words were waiting for this note. */
  function cameBack(id: NoteId): boolean {
    const entry = outbox.find(id);
    if (entry?.reason !== 'noteRemoved') return false;
    const { reason: _reason, ...rest } = entry;
    outbox.put(rest);
    return true;
  }

  return {
    lostMoves,
    forgetMove: (id) => lostMoves.set(lostMoves.get().filter((each) => each.id !== id)),
    typed: (id, text) => {
      const note = options.note(id);
      if (note !== undefined) typed.set(id, { text, zone: note.zone, x: note.x, y: note.y });
    },
    typingEnded: (id) => typed.delete(id),
    moved: (ids) => {
      forgetOldMoves();
      const until = options.isLive() ? timers.now() + MOVE_TRAVELS_MS : undefined;
      for (const id of ids) {
        const note = options.note(id);
        if (note !== undefined) moved.set(id, { id, zone: note.zone, text: note.text, until });
      }
    },
    synced: () => {
      const until = timers.now() + MOVE_TRAVELS_MS;
      for (const [id, move] of moved) moved.set(id, { ...move, until: move.until ?? until });
    },
    notesChanged: (ids, own) => {
      forgetOldMoves();
      let back = false;
      for (const id of ids) {
        if (options.note(id) !== undefined) back = (!own && cameBack(id)) || back;
        else if (!own) gone(id);
        else {
          typed.delete(id);
          moved.delete(id);
        }
      }
      if (back) options.onBack();
    },
  };
}
