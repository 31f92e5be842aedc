/** What a person can do on the board. Each asks first whether it may, so that the server's gate is never met. */
import type { Marking, NoWriting, Sheet } from '@ruimte/shared/facilitation/engine';
import { overlaps } from '@ruimte/shared/geometry';
import { type CommunityId, createId, type NoteId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import { freeSlot, NOTE_SIZE, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import type { Origin } from '@ruimte/shared/schema/document';
import {
  addNotes,
  moveNotes,
  type NewNote,
  raiseNotes,
  removeNotes,
  setNoteText,
} from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import type { Stage } from '@ruimte/shared/schema/stage';
import { cleanText, fitsNote } from '@ruimte/shared/text';
import type * as Y from 'yjs';
import type { FollowingBoard } from './board-view.ts';
import type { OwnDesk } from './desk.ts';
import type { Drafts } from './drafts.ts';
import type { AddedNote, MeetupActions } from './meetup-model.ts';
import type { Outbox } from './outbox.ts';
import type { RemovedNotes } from './removed-notes.ts';
import type { Signing } from './signing.ts';
import type { Timers } from './timers.ts';
import { createTyping } from './typing.ts';
import type { Undo } from './undo.ts';

export interface ActionsOptions {
  readonly board: Pick<FollowingBoard, 'note' | 'notesOf' | 'rects' | 'groups' | 'onDesk'>;
  /**
   * The document of a sheet; undefined while it has never been complete: then words go to the outbox alone.
   */
  readonly docOf: (sheet: Sheet) => Y.Doc | undefined;
  /** Where new notes are laid now. */
  readonly sheet: () => Sheet;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly undo: Undo;
  readonly timers: Timers;
  readonly signing: Signing;
  readonly community: CommunityId | '';
  readonly generation: () => number;
  readonly stage: () => Stage;
  /** What can be marked now, besides notes. */
  readonly marking: () => Marking | undefined;
  readonly mark: OwnDesk['mark'];
  /** Why nothing may be changed on this sheet now. */
  readonly noWritingOn: (sheet: Sheet) => NoWriting | undefined;
  readonly mayEdit: (note: Note) => boolean;
  /** Server time, milliseconds. */
  readonly now: () => number;
  /** Told of every note whose place was found, not chosen. */
  readonly onPlaced: (id: NoteId, place: { readonly x: number; readonly y: number }) => void;
  /** Told of work on notes that somebody else may be removing. */
  readonly removed: Pick<RemovedNotes, 'typed' | 'typingEnded' | 'moved'>;
}

export interface Actions extends MeetupActions {
  /** Writes letters that are waiting; also when writing has just stopped, within the server's grace. */
  flush(): void;
  stop(): void;
}

/** The gate takes 5,000 delete ranges in one update; a note typed in many places needs a handful. */
const NOTES_PER_STEP = 1_000;

/**
 * The first free place in a zone.
 * @param id - decides how far from straight it lies.
 * @param skip - how many free places to leave to others.
 */
export function findSlot(
  board: ActionsOptions['board'],
  zone: ZoneId,
  id: NoteId,
  skip = 0,
): { readonly x: number; readonly y: number } {
  let seed = 0;
  for (const letter of id) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  const others = [...board.notesOf(zone)].filter((note) => note.id !== id);
  const boxes = groupBoxes(board.groups(), others);
  return freeSlot(others, board.rects.get().get(zone)?.w ?? ZONE_SIZE.w, seed, skip, boxes);
}

export function createActions(options: ActionsOptions): Actions {
  const { board, outbox, drafts, undo, signing } = options;
  /** Fields that stand empty: the note keeps its last words until the field closes. */
  const emptied = new Set<NoteId>();
  let lastTyped: NoteId | undefined;
  const typing = createTyping(options.timers, writeText);

  const roundNow = (): RoundId | '' => options.stage().round ?? '';

  /** The sheet a note lies on; one that has not come yet will lie on that of now. */
  function sheetOf(id: NoteId): Sheet {
    if (board.note(id) === undefined) return options.sheet();
    return board.onDesk(id) ? 'desk' : 'board';
  }
  const noWritingFor = (id: NoteId): NoWriting | undefined => options.noWritingOn(sheetOf(id));

  /** The document of a sheet when this person may write there now. */
  function writable(sheet: Sheet): Y.Doc | undefined {
    return options.noWritingOn(sheet) === undefined ? options.docOf(sheet) : undefined;
  }

  /** @param note - the one note it is about, if it is about one. */
  function step(edit: (doc: Y.Doc) => void, sheet: Sheet = 'board', note?: NoteId): boolean {
    typing.flush();
    const doc = writable(sheet);
    if (doc === undefined) return false;
    undo.startStep();
    signing.write(doc, note, () => doc.transact(() => edit(doc), 'user' satisfies Origin), true);
    undo.startStep();
    return true;
  }

  /**
   * The server refuses a change that takes away too much at once: more than a thousand notes are several steps.
   * @param most - how many are changed together.
   */
  function inSteps<T>(
    items: readonly T[],
    idOf: (item: T) => NoteId,
    edit: (doc: Y.Doc, some: readonly T[]) => void,
    most = NOTES_PER_STEP,
  ): void {
    typing.flush();
    for (const sheet of ['board', 'desk'] as const) {
      const there = items.filter((item) => sheetOf(idOf(item)) === sheet);
      undo.together(() => {
        for (let from = 0; from < there.length; from += most) {
          const some = there.slice(from, from + most);
          const [only] = some.length === 1 ? some : [];
          step((doc) => edit(doc, some), sheet, only && idOf(only));
        }
      });
    }
  }

  /** The note has gone from under its field: the words go on beside the board. */
  function isRemoved(id: NoteId): boolean {
    return board.note(id) === undefined && outbox.find(id)?.reason === 'noteRemoved';
  }

  function writeText(id: NoteId, text: string): void {
    const known = outbox.find(id);
    const note = board.note(id);
    const doc = options.docOf(sheetOf(id));
    if (known !== undefined && isRemoved(id)) return outbox.put({ ...known, text });
    if (doc !== undefined) return signing.write(doc, id, () => setNoteText(doc, id, text, 'typing'));
    if (known !== undefined) outbox.put({ ...known, text });
    else if (note !== undefined) {
      outbox.put({
        id,
        zone: note.zone,
        text,
        round: roundNow(),
        typedAt: options.now(),
        generation: options.generation(),
        kind: 'edit',
        refusals: 0,
      });
    }
  }

  /** Also of a note that is not on the board yet, or no more. */
  function mayType(id: NoteId): boolean {
    const note = board.note(id);
    return note === undefined ? outbox.find(id) !== undefined : options.mayEdit(note);
  }

  function removeNow(ids: readonly NoteId[]): void {
    const mine = ids.filter((id) => mayType(id) && noWritingFor(id) === undefined);
    if (mine.length === 0) return;
    for (const id of mine) drafts.clear(id);
    inSteps(
      mine,
      (id) => id,
      (doc, some) => removeNotes(doc, some, 'user'),
      signing.apart ? 1 : NOTES_PER_STEP,
    );
    outbox.drop(mine);
  }

  const moveNow: MeetupActions['moveNotes'] = (moves, also) => {
    const known = moves.filter(
      (move) => board.note(move.id) !== undefined && noWritingFor(move.id) === undefined,
    );
    if (known.length === 0) return;
    const moved = new Set(known.map(({ id }) => id));
    const idOf = ({ id }: (typeof known)[number]): NoteId => id;
    inSteps(known, idOf, (doc, some) => {
      moveNotes(doc, some, 'user');
      also?.(doc, some);
      // A note that was laid on another lies on top; others keep their place, which saves the board from growing.
      const covered = some.filter((move) => {
        const order = board.note(move.id)?.order ?? '';
        return [...board.notesOf(move.zone)].some(
          (other) =>
            !moved.has(other.id) &&
            other.order > order &&
            overlaps({ ...other, ...NOTE_SIZE }, { ...move, ...NOTE_SIZE }),
        );
      });
      raiseNotes(
        doc,
        covered.map(({ id }) => id),
        'user',
      );
    });
    options.removed.moved([...moved]);
  };

  /** Lays notes as one step. Each is in the outbox before anything else happens. */
  function layNow(wanted: Parameters<MeetupActions['addNotes']>[0]): readonly AddedNote[] {
    typing.flush();
    const sheet = options.sheet();
    const laid: NewNote[] = [];
    const found: NewNote[] = [];
    const results = wanted.map(({ zone, text: typed, at: chosen }): AddedNote => {
      const text = cleanText(typed).trim();
      if (text === '') return { ok: false, reason: 'empty' };
      if (!fitsNote(text)) return { ok: false, reason: 'tooLong' };
      const why = options.noWritingOn(sheet);
      if (why !== undefined) return { ok: false, reason: why };
      const id = createId<NoteId>();
      const author = signing.authorOf(id);
      if (author === '') return { ok: false, reason: 'role' };
      // The ones before it are not on the board yet: each leaves them the first free places.
      const { x, y } = chosen ?? findSlot(board, zone, id, found.length);
      const round = roundNow();
      const at = options.now();
      outbox.put({
        id,
        zone,
        text,
        round,
        typedAt: at,
        generation: options.generation(),
        kind: 'new',
        x,
        y,
        refusals: 0,
      });
      const note = { id, zone, x, y, text, author, community: options.community, round, at };
      laid.push(note);
      if (chosen === undefined) found.push(note);
      return { ok: true, id };
    });
    undo.together(() => {
      for (const some of signing.apart ? laid.map((note) => [note]) : [laid]) {
        step((doc) => addNotes(doc, some, 'user'), sheet, some[0]?.id);
      }
    });
    for (const { id, x, y } of found) options.onPlaced(id, { x, y });
    return results;
  }

  function mark(...what: Parameters<OwnDesk['mark']>): boolean {
    if (options.noWritingOn('desk') !== undefined) return false;
    options.mark(...what);
    return true;
  }

  return {
    addNote: (note) => layNow([note])[0] ?? { ok: false, reason: 'empty' },
    addNotes: layNow,
    typeNote: (id, text) => {
      const words = cleanText(text);
      if (!fitsNote(words)) return;
      if (noWritingFor(id) !== undefined && !isRemoved(id))
        return drafts.set(id, { ...drafts.get(id), text: words });
      if (!mayType(id)) return;
      if (words.trim() === '') return void emptied.add(id);
      emptied.delete(id);
      if (lastTyped !== id) undo.startStep();
      lastTyped = id;
      options.removed.typed(id, words);
      typing.type(id, words);
    },
    endTyping: (id) => {
      typing.flush();
      options.removed.typingEnded(id);
      lastTyped = undefined;
      undo.startStep();
      // What was typed while nobody might write stays a draft.
      if (noWritingFor(id) === undefined) drafts.clear(id);
      if (emptied.delete(id)) removeNow([id]);
    },
    moveNotes: moveNow,
    sendToZone: (wanted, zone) => {
      const ids = typeof wanted === 'string' ? [wanted] : wanted;
      const moves = ids.map((id, index) => ({ id, zone, ...findSlot(board, zone, id, index) }));
      moveNow(moves);
      for (const { id, x, y } of moves) options.onPlaced(id, { x, y });
    },
    removeNotes: removeNow,
    setDots: (note, dots) => options.marking()?.dots !== undefined && mark('votes', note, dots),
    rate: (zone, steps) => options.marking()?.ratings === true && mark('ratings', zone, steps),
    change: (edit) => step(edit),
    undo: () => {
      typing.flush();
      if (writable(options.sheet()) !== undefined) undo.undo();
    },
    redo: () => {
      typing.flush();
      if (writable(options.sheet()) !== undefined) undo.redo();
    },
    flush: typing.flush,
    stop: typing.stop,
  };
}
