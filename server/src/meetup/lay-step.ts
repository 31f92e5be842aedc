/**
 * What a step of the stage lays on the board: the notes of all desks where it reveals them, the marks of the round that
 * ends, and apart what lies on one another when writing ends. The meet-up keeps it all in one batch with the stage.
 */
import type { Format } from '@ruimte/shared/content/format';
import { type Marking, markingOf, whyNotWriteBoard } from '@ruimte/shared/facilitation/engine';
import { readBoard } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { addCountedMarks, clearMarks } from '@ruimte/shared/schema/edits/marks';
import { addNotes, moveNotes, removeNotes } from '@ruimte/shared/schema/edits/notes';
import type { Stage } from '@ruimte/shared/schema/stage';
import type { Room } from '../relay/room.ts';
import { countMarks, notesToClear, toReveal } from './desk-notes.ts';
import type { OpenDesk } from './desks.ts';
import { unstack, withMoves } from './stacked.ts';

const DESK_MARKS = ['votes', 'ratings'] as const;

/** From one stage to the next. */
export interface Step {
  readonly format: Format;
  readonly before: Stage;
  readonly after: Stage;
  /** Server time at which participants could last write, milliseconds; null when they never could. */
  readonly lastWritableAt: number | null;
  readonly now: number;
}

/** What a step brings about besides the stage itself. */
export interface Brought {
  readonly reveals: boolean;
  /** What was marked, by which rule it is counted; undefined when nothing is counted now. */
  readonly counts: Marking | undefined;
  /** Whether people's devices make room for one another no more, or did not until now. */
  readonly settles: boolean;
}

/** What this step brings about; undefined when nothing but the stage changes. */
export function broughtBy({ format, before, after, lastWritableAt }: Step): Brought | undefined {
  const rule = markingOf(format, before);
  const isOver = after.counted || after.roundStartedAt !== before.roundStartedAt;
  const mayWrite = (at: Stage): boolean => whyNotWriteBoard(format, at, 'participant') === undefined;
  const isStep = after.roundStartedAt !== before.roundStartedAt || after.lockedAt !== before.lockedAt;
  const brought = {
    reveals: before.sealed.some((round) => !after.sealed.includes(round)),
    counts: isOver ? rule : undefined,
    settles: mayWrite(before) ? !mayWrite(after) : isStep && lastWritableAt !== null,
  };
  return brought.reveals || brought.counts !== undefined || brought.settles ? brought : undefined;
}

/** What laying came to, before it is on disk. */
export interface Laid {
  /** Resolves when it is on disk, and rejects with the reason when nothing was taken. */
  readonly kept: Promise<void>;
  /** False when the board takes nothing at this moment: then nothing else may happen either. */
  readonly isLaid: boolean;
  /** Takes off the desks what lies on the board now; what the board had no room for stays with its writer. */
  emptyDesks(): readonly (Promise<void> | undefined)[];
}

/** Lays what a step brings, in one turn: whatever arrives later is judged by the new stage. */
export function layStep(
  { format, before, lastWritableAt, now }: Step,
  { reveals, counts, settles }: Brought,
  room: Room,
  desks: readonly OpenDesk[],
): Laid {
  const board = readBoard(room.doc);
  const moves = settles ? unstack(board, lastWritableAt ?? now) : [];
  const notes = reveals ? toReveal(withMoves(board, moves), desks) : [];
  const counted =
    counts === undefined
      ? { votes: [], ratings: [] }
      : countMarks({ format, stage: before, rule: counts }, (id) => board.notes.get(id)?.zone, desks);
  const kept = room.edit((doc) => {
    moveNotes(doc, moves, 'server');
    addNotes(doc, notes, 'server');
    addCountedMarks(doc, 'votes', counted.votes);
    addCountedMarks(doc, 'ratings', counted.ratings);
  });
  const onBoard = rootOf(room.doc, 'notes');
  return {
    kept,
    isLaid:
      notes.every(({ id }) => onBoard.has(id)) &&
      DESK_MARKS.every((root) => counted[root].every(({ id }) => rootOf(room.doc, root).has(id))),
    emptyDesks: () =>
      desks.map(({ room: desk, doc }) => {
        const gone = reveals ? notesToClear(doc, (id) => onBoard.has(id)) : [];
        const marked = counts !== undefined && DESK_MARKS.some((root) => rootOf(doc, root).size > 0);
        if (gone.length === 0 && !marked) return undefined;
        return desk.edit((emptying) => {
          removeNotes(emptying, gone, 'server');
          if (marked) clearMarks(emptying);
        });
      }),
  };
}
