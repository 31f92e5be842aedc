/** Real Yjs updates of one person, made before anything is measured: an honest client's, by the product's own edits. */
import { createId, type CommunityId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import type { RoundId, ZoneId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { addNote, moveNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import type { Dialect, Seat } from './job.ts';
import { encodeUpdate, toClientFrame } from './wire.ts';

/** What is sent, with what is needed to recognise it when somebody else gets it. */
export interface Sendable {
  readonly frame: Buffer;
  /** The sender's clock before and after it. */
  readonly from: number;
  readonly to: number;
  /** Bytes of the update itself. */
  readonly length: number;
}

const ZONE = 'twijfel' as ZoneId;
const WORDS = 'wij luisteren eerst naar wat het kind al weet en daarna pas naar elkaar ';

export class Writer {
  readonly client: number;
  readonly sends: Sendable[] = [];
  readonly #doc = new Y.Doc();
  readonly #seat: Seat;
  readonly #notes: NoteId[] = [];
  #moves = 0;

  constructor(seat: Seat, dialect: Dialect) {
    this.#seat = seat;
    this.client = this.#doc.clientID;
    defineRoots(this.#doc, BOARD_ROOTS);
    let clock = 0;
    this.#doc.on('update', (update: Uint8Array) => {
      const to = Y.getState(this.#doc.store, this.client);
      const frame = toClientFrame(encodeUpdate(dialect, seat.room, update));
      this.sends.push({ frame, from: clock, to, length: update.length });
      clock = to;
    });
  }

  get hasNotes(): boolean {
    return this.#notes.length > 0;
  }

  /** Lays a new note with its first letters. */
  lay(letters: number): void {
    const id = createId<NoteId>();
    const count = this.#notes.push(id);
    const note = {
      id,
      zone: ZONE,
      x: (count * 37) % 900,
      y: (count * 53) % 900,
      text: WORDS.slice(0, letters),
      author: this.#seat.author as ParticipantId,
      community: this.#seat.community as CommunityId | '',
      round: '' as RoundId | '',
      at: Date.now(),
    };
    addNote(this.#doc, note, 'user');
  }

  /** Types until the newest note has so many letters. */
  type(letters: number): void {
    const id = this.#notes.at(-1);
    if (id !== undefined) setNoteText(this.#doc, id, WORDS.slice(0, letters), 'typing');
  }

  /** Writes one position of a note being dragged; by default the newest. */
  drag(number = this.#notes.length - 1): void {
    const id = this.#notes[number];
    this.#moves += 1;
    const at = { x: (this.#moves * 3) % 1000, y: (this.#moves * 7) % 1000 };
    if (id !== undefined) moveNotes(this.#doc, [{ id, zone: ZONE, ...at }], 'user');
  }
}
