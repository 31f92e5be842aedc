/** A device of an honest person: the product's edits, a real undo manager, and a line that drops and repeats. */
import type { Sender } from '@ruimte/server/relay/gate';
import type { GroupId, NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import {
  addNote,
  moveNotes,
  raiseNotes,
  removeNotes,
  setGroup,
  setNoteText,
} from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import type { GateRoom } from './gate-room.ts';
import type { Random } from './random.ts';

const REMOTE = 'remote';
const WORDS = [
  'durf',
  'kijk',
  'anders',
  'ruimte 🎨',
  'één',
  '👩‍🎨 samen',
  'vraag',
  'e\u0301',
  'stil\nzijn',
  '好奇',
];

export class Device {
  doc: Y.Doc;
  isOnline = true;
  readonly sender: Sender;
  private undo: Y.UndoManager;
  private readonly room: GateRoom;
  private readonly random: Random;
  private readonly outbox: Uint8Array[] = [];
  private readonly inbox: Uint8Array[] = [];

  constructor(room: GateRoom, sender: Sender, random: Random) {
    this.room = room;
    this.sender = sender;
    this.random = random;
    this.doc = new Y.Doc();
    this.undo = this.open(Y.encodeStateAsUpdate(room.doc));
  }

  /** Makes the document from a stored copy, under a new client id. */
  private open(stored: Uint8Array): Y.UndoManager {
    this.doc = new Y.Doc();
    this.doc.clientID = this.random.below(2 ** 32);
    defineRoots(this.doc, BOARD_ROOTS);
    Y.applyUpdate(this.doc, stored, REMOTE);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE && this.isOnline) this.outbox.push(update);
    });
    this.undo = new Y.UndoManager([rootOf(this.doc, 'notes'), rootOf(this.doc, 'groups')], {
      trackedOrigins: new Set(['user', 'typing']),
      captureTimeout: 1e12,
      ignoreRemoteMapChanges: this.random.chance(0.5),
    });
    return this.undo;
  }

  /** A relayed update is on its way to this device. */
  hear(update: Uint8Array): void {
    if (this.isOnline) this.inbox.push(update);
  }

  /** The line drops: what was under way in either direction is lost. */
  drop(): void {
    this.isOnline = false;
    this.outbox.length = 0;
    this.inbox.length = 0;
  }

  /** Comes back, and both sides send what the other lacks. */
  connect(): void {
    if (this.isOnline) return;
    this.isOnline = true;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.room.doc, Y.encodeStateVector(this.doc)), REMOTE);
    this.answer(Y.encodeStateVector(this.room.doc));
  }

  /** Starts the page afresh from its local copy; undo is forgotten. */
  reload(): void {
    this.drop();
    this.undo.destroy();
    this.open(Y.encodeStateAsUpdate(this.doc));
    if (this.random.chance(0.5)) this.connect();
  }

  /** Sends the whole history, or what the given state lacks: the second step of a sync. */
  answer(state?: Uint8Array): void {
    this.room.receive(this.sender, Y.encodeStateAsUpdate(this.doc, state), this);
  }

  /** Sends up to `count` updates; some get lost and some arrive twice. */
  send(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const update = this.outbox.shift();
      if (update === undefined) return;
      if (this.random.chance(0.02)) continue;
      this.deliver(update);
      if (this.random.chance(0.05)) this.deliver(update);
    }
  }

  private deliver(update: Uint8Array): void {
    const verdict = this.room.receive(this.sender, update, this);
    if (verdict.kind === 'incomplete') this.answer(Y.encodeStateVector(this.room.doc));
  }

  /** Takes in up to `count` updates. */
  take(count: number): void {
    for (const update of this.inbox.splice(0, count)) Y.applyUpdate(this.doc, update, REMOTE);
  }

  /** Does one thing a person does. */
  act(): void {
    const { random, doc } = this;
    if (random.chance(0.6)) this.undo.stopCapturing();
    const all = [...rootOf(doc, 'notes').keys()] as NoteId[];
    const mine = all.filter((id) => this.sender.facilitator || this.authorOf(id) === this.sender.participant);
    const some = all.filter(() => random.chance(2 / (all.length + 1)));
    const roll = random.below(100);
    if (roll < 14 || all.length === 0) this.add();
    else if (roll < 40) this.type(random.pick(mine));
    else if (roll < 55) this.move(some);
    else if (roll < 60) raiseNotes(doc, some, 'user');
    else if (roll < 66) setGroup(doc, some, random.chance(0.3) ? '' : (random.id() as GroupId), 'user');
    else if (roll < 72)
      removeNotes(
        doc,
        mine.filter(() => random.chance(1.5 / mine.length)),
        'user',
      );
    else if (roll < 88) this.undo.undo();
    else if (roll < 98) this.undo.redo();
    else this.mark(all);
  }

  private authorOf(id: NoteId): ParticipantId {
    return rootOf(this.doc, 'notes').get(id)?.get('author') as ParticipantId;
  }

  private add(): void {
    const { participant: author, community } = this.sender;
    const [id, zone] = [this.random.id() as NoteId, 'twijfel' as ZoneId];
    const text = this.random.pick(WORDS) ?? '';
    addNote(this.doc, { id, zone, x: 1, y: 2, text, author, community, round: '' as RoundId, at: 5 }, 'user');
  }

  private type(id: NoteId | undefined): void {
    if (id === undefined) return;
    const text = rootOf(this.doc, 'notes').get(id)?.get('text');
    const before = text instanceof Y.Text ? text.toString() : '';
    const cut = this.random.below(before.length + 1);
    const kept = before.slice(0, cut) + (this.random.chance(0.3) ? '' : before.slice(cut));
    setNoteText(this.doc, id, (kept + (this.random.pick(WORDS) ?? '')).slice(-100), 'typing');
  }

  private move(ids: readonly NoteId[]): void {
    const zone = (this.random.chance(0.5) ? 'twijfel' : 'kind') as ZoneId;
    const moves = ids.map((id) => ({ id, zone, x: this.random.below(999), y: this.random.below(999) }));
    moveNotes(this.doc, moves, 'user');
  }

  private mark(ids: readonly NoteId[]): void {
    const votes = rootOf(this.doc, 'votes');
    const id = this.random.pick(ids);
    if (id === undefined) return;
    this.doc.transact(() => {
      const own = votes.get(this.sender.participant) ?? new Y.Map<unknown>();
      if (own.doc === null) votes.set(this.sender.participant, own);
      if (this.random.chance(0.7)) own.set(id, 1);
      else own.delete(id);
    }, 'user');
  }
}
