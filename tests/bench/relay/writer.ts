/** Real Yjs updates of one person: an honest client's, by the product's own edits. */
import { createId, type CommunityId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import type { RoundId, ZoneId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import { addNote, moveNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import type { Dialect, Seat } from './job.ts';
import { encodeDrag } from './quick-drag.ts';
import { encodeUpdate, toClientFrame } from './wire.ts';

const ZONE = 'twijfel' as ZoneId;
const WORDS = 'wij luisteren eerst naar wat het kind al weet en daarna pas naar elkaar ';

export class Writer {
  readonly client: number;
  /** The clock after each update. */
  readonly ends: number[] = [];
  readonly #frames: (Buffer | undefined)[] = [];
  readonly #doc = new Y.Doc();
  readonly #seat: Seat;
  readonly #dialect: Dialect;
  readonly #notes: NoteId[] = [];
  /** Clock of the position of each note, once one was written without the document. */
  readonly #positions = new Map<number, number>();
  #moves = 0;

  constructor(seat: Seat, dialect: Dialect) {
    this.#seat = seat;
    this.#dialect = dialect;
    this.client = this.#doc.clientID;
    defineRoots(this.#doc, BOARD_ROOTS);
    this.#doc.on('update', (update: Uint8Array) => {
      this.#add(update, Y.getState(this.#doc.store, this.client));
    });
  }

  get #clock(): number {
    return this.ends.at(-1) ?? 0;
  }

  #add(update: Uint8Array, end: number): void {
    // What does not move the clock could not be recognised by it.
    if (end <= this.#clock) throw new Error('an update that does not move the clock');
    this.#frames.push(toClientFrame(encodeUpdate(this.#dialect, this.#seat.room, update)));
    this.ends.push(end);
  }

  get hasNotes(): boolean {
    return this.#notes.length > 0;
  }

  /** The frame of one update, which is let go: a long run sends millions. */
  take(number: number): Buffer | undefined {
    const frame = this.#frames[number];
    if (frame !== undefined) this.#frames[number] = undefined;
    return frame;
  }

  /** Lays a new note with its first letters. */
  lay(letters: number): void {
    this.#needDocument();
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
    this.#needDocument();
    const id = this.#notes.at(-1);
    if (id !== undefined) setNoteText(this.#doc, id, WORDS.slice(0, letters), 'typing');
  }

  /** Writes one position of the newest note being dragged. */
  drag(): void {
    this.#needDocument();
    const id = this.#notes.at(-1);
    if (id !== undefined) moveNotes(this.#doc, [{ id, zone: ZONE, ...this.#nextPlace() }], 'user');
  }

  /** The same of any note, and quickly. From the first of these on nothing else can be written. */
  dragQuickly(number: number): void {
    const clock = this.#clock;
    const before = this.#positions.get(number) ?? this.#positionOf(number);
    this.#add(encodeDrag(this.client, clock, before, this.#nextPlace()), clock + 1);
    this.#positions.set(number, clock);
  }

  #nextPlace(): { readonly x: number; readonly y: number } {
    this.#moves += 1;
    return { x: (this.#moves * 3) % 1000, y: (this.#moves * 7) % 1000 };
  }

  #positionOf(number: number): number {
    const note = rootOf(this.#doc, 'notes').get(this.#notes[number] ?? '');
    // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way to the id of an entry
    const item = note instanceof Y.Map ? note._map.get('p') : undefined;
    if (item === undefined) throw new Error(`there is no note ${number}`);
    return item.id.clock;
  }

  /** The document knows nothing of quick drags: whatever it wrote after them would take their clocks again. */
  #needDocument(): void {
    if (this.#positions.size > 0) throw new Error('after quick drags only more of them');
  }
}
