/**
 * What a page knows and can do inside a meet-up: the contract between the model and every view of it.
 * `openMeetup` in `open-meetup.ts` makes one; it needs neither React nor a screen.
 */
import type { Command } from '@ruimte/shared/facilitation/commands';
import type { Marking, NoWriting, Sheet } from '@ruimte/shared/facilitation/engine';
import type { NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import type { ErrorCode } from '@ruimte/shared/errors';
import type { Board } from '@ruimte/shared/projection/board';
import type { ZoneRects } from '@ruimte/shared/projection/layout';
import type { CommandAnswer, MeetupView, SessionView } from '@ruimte/shared/protocol/api';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { Presence } from '@ruimte/shared/protocol/presence';
import type { NoteMove } from '@ruimte/shared/schema/edits/notes';
import type { Marks } from '@ruimte/shared/schema/marks';
import type { Note } from '@ruimte/shared/schema/note';
import type { RosterEntry, Stage, Written } from '@ruimte/shared/schema/stage';
import type * as Y from 'yjs';
import type { Drafts } from './drafts.ts';
import type { Readable } from './readable.ts';

/**
 * How it stands with the connection, in the words the screens use:
 * `opening` before the board is there; `live`; `lost`: what is written stays here and goes along later;
 * `notSaving`: the server cannot keep anything at the moment; `ended`: this session is over, with the reason.
 * `why` is what the server said when it closed the line, where waiting helps.
 */
export type ConnectionState =
  | { readonly state: 'opening'; readonly why?: CloseReason }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number; readonly why?: CloseReason }
  | { readonly state: 'notSaving' }
  | { readonly state: 'ended'; readonly reason: ErrorCode };

/**
 * An own note or own edit that the server has not confirmed as durable.
 * `sending`: on its way; `waiting`: no connection; `refused`: with the reason, to be copied or thrown away by hand.
 */
export interface UnsentNote {
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly text: string;
  readonly round: RoundId | '';
  readonly typedAt: number;
  readonly state: 'sending' | 'waiting' | 'refused';
  readonly reason?: ErrorCode;
}

/** A note that was moved here, and that somebody else removed before the move had arrived. */
export interface LostMove {
  readonly id: NoteId;
  /** Where it was moved to. */
  readonly zone: ZoneId;
  readonly text: string;
}

/** What this person has marked in this round: nobody else knows. */
export interface OwnMarks {
  /** Dots by note. */
  readonly votes: Marks;
  /** Steps by zone. */
  readonly ratings: Marks;
  /** Whether the server has all of them on disk. */
  readonly saved: boolean;
  /** Some were given without a line, and came when they were counted already: those do not count. */
  readonly late: boolean;
}

/** A note somebody wants to lay. */
export interface TypedNote {
  readonly zone: ZoneId;
  readonly text: string;
  /** Zone-relative board units; without it the first free slot. */
  readonly at?: { readonly x: number; readonly y: number };
}

/** What became of a note somebody wanted to lay. */
export type AddedNote =
  | { readonly ok: true; readonly id: NoteId }
  | { readonly ok: false; readonly reason: NoWriting | 'tooLong' | 'empty' };

/**
 * The board kept up to date by change events. Views that paint many notes follow `onNotesChanged`.
 * The notes of a board are put in order when they are first asked for: asked late, they are those of that moment.
 */
export interface BoardView extends Readable<Board> {
  /** Where the zones lie now, grown by what lies in them. */
  readonly rects: Readable<ZoneRects>;
  /**
   * Called with the ids of notes that were added, changed or removed, once per transaction.
   * `own` says that this device did it: then the server need not know of it yet.
   */
  onNotesChanged(changed: (ids: readonly NoteId[], own: boolean) => void): () => void;
  /** One note, without putting the whole board together; undefined when it is not on the board. */
  note(id: NoteId): Note | undefined;
  /** These too come without the notes, and stay the same object until something in them changes. */
  part<Root extends keyof Omit<Board, 'notes'>>(root: Root): Omit<Board, 'notes'>[Root];
  /**
   * The Yjs client that wrote where a note lies or what it belongs to; undefined for a note that is not there.
   * Yjs keeps this with every value, and has no other way to ask for it.
   */
  writerOf(id: NoteId, field: 'zone' | 'group'): number | undefined;
}

/** Another person's presence with the words the server gives for them. */
export interface OtherPresence extends Presence {
  readonly clientId: number;
  readonly person: RosterEntry | undefined;
}

/** Fields of the own presence to change; undefined takes one away, what is not named stays. */
export type PresenceChange = {
  readonly [Field in Exclude<keyof Presence, 'who' | 'unsent'>]?: Presence[Field] | undefined;
};

export interface MeetupActions {
  /** Lays a note in a zone: at the place, or in the first free slot. It is in the outbox before anything else. */
  addNote(note: TypedNote): AddedNote;
  /** Lays several notes as one step of undo. @returns what became of each, in order. */
  addNotes(notes: readonly TypedNote[]): readonly AddedNote[];
  /**
   * Letters typed into an own note; several a second are fine. While nobody may write they become the note's draft.
   */
  typeNote(id: NoteId, text: string): void;
  /** The field of the note has closed: writes what was still waiting, and removes the note when nothing is left in it. */
  endTyping(id: NoteId): void;
  /**
   * Moves notes in one step of undo, up to a thousand of them.
   * @param also - what else belongs to the step; called once for each.
   */
  moveNotes(moves: readonly NoteMove[], also?: (doc: Y.Doc, moves: readonly NoteMove[]) => void): void;
  /** Moves notes to the first free slots of another zone, as one step. */
  sendToZone(notes: NoteId | readonly NoteId[], zone: ZoneId): void;
  removeNotes(ids: readonly NoteId[]): void;
  /**
   * Gives a note so many dots, 0 to take them away; on the own desk. Whoever calls it asks `dotsLeft` first: more than
   * the round gives are not counted.
   * @returns false when nobody may give dots now.
   */
  setDots(note: NoteId, dots: number): boolean;
  /** Rates a zone, 0 to take it away; on the own desk. @returns false when nobody may rate now. */
  rate(zone: ZoneId, step: number): boolean;
  /**
   * Makes any other change to the board as one step of undo; for the model itself, see `arranging.ts`.
   * @returns false when nobody may write now or the board is not there yet: then nothing was changed.
   */
  change(edit: (doc: Y.Doc) => void): boolean;
  undo(): void;
  redo(): void;
}

export interface MeetupModel {
  readonly session: SessionView & { readonly meetup: MeetupView };
  readonly board: BoardView;
  readonly stage: Readable<Stage>;
  readonly roster: Readable<ReadonlyMap<ParticipantId, RosterEntry>>;
  readonly connection: Readable<ConnectionState>;
  /** False while this device keeps nothing: what is unsent would be gone with the page. */
  readonly keeping: Readable<boolean>;
  /** Own notes not yet durable, oldest first. Empty means: everything is "opgeslagen". */
  readonly unsent: Readable<readonly UnsentNote[]>;
  /** Moves that came to nothing because the note was removed meanwhile; kept until they are forgotten. */
  readonly lostMoves: Readable<readonly LostMove[]>;
  readonly others: Readable<readonly OtherPresence[]>;
  /** Why this person may not write now; undefined when they may. In a private round that is on the own desk. */
  readonly noWriting: Readable<NoWriting | undefined>;
  /** Where a new note is laid now. */
  readonly sheet: Readable<Sheet>;
  /** Why this person may not change or move this note now; undefined when they may. */
  noWritingFor(id: NoteId): NoWriting | undefined;
  /** What can be marked now, besides notes; undefined when nothing can. */
  readonly marking: Readable<Marking | undefined>;
  /** True for a note on the own desk: it is in `board`, for this person alone, until the reveal. */
  onDesk(id: NoteId): boolean;
  /** How many notes lie on all desks, the own included, per zone. */
  readonly written: Readable<Written>;
  /** Own dots and ratings that have not been counted yet. */
  readonly ownMarks: Readable<OwnMarks>;
  /** It was read that marks came too late. */
  forgetLateMarks(): void;
  readonly undoable: Readable<{ readonly undo: boolean; readonly redo: boolean }>;
  /** Estimated server time, milliseconds. */
  now(): number;
  readonly actions: MeetupActions;
  /** True for a note that this person wrote; with or without names nobody else can tell. */
  isOwn(note: Pick<Note, 'id' | 'author'>): boolean;
  /** True when this person may change the words of the note or remove it. */
  mayEdit(note: Note): boolean;
  /** Shows the others where this person is; merged, and sent at most 20 times a second. */
  setPresence(presence: PresenceChange): void;
  /** Text of open fields, kept on this device until it has become a note. */
  readonly drafts: Drafts;
  /** A facilitator's command, sent at most once. @throws RuimteError with the server's code. */
  command(command: Command): Promise<CommandAnswer>;
  /** Throws away an unsent note that was refused. */
  dropUnsent(id: NoteId): void;
  /**
   * Lays the words of an unsent note as a new note in the same zone, and drops the unsent one.
   * @returns undefined when there is no such unsent note.
   */
  layAgain(id: NoteId): AddedNote | undefined;
  forgetMove(id: NoteId): void;
  /** Tries everything refused or waiting again now. */
  retryUnsent(): void;
  /** Leaves: closes sockets and watchers. What is unsent stays in the device's outbox. */
  close(): void;
}
