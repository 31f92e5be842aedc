/** A device of an honest person: the product's edits, a real undo manager, and a line that drops and repeats. */
import type { Sender } from '@ruimte/server/relay/gate';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import type { GateRoom } from './gate-room.ts';
import { actOnce, createUndo } from './honest-act.ts';
import type { Random } from './random.ts';

const REMOTE = 'remote';

export class Device {
  doc: Y.Doc;
  isOnline = true;
  undo: Y.UndoManager;
  readonly sender: Sender;
  readonly random: Random;
  private readonly room: GateRoom;
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
    this.undo = createUndo(this.doc, this.random);
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
    if (this.sender.secret !== undefined) this.doc.clientID = this.random.below(2 ** 32);
    actOnce(this);
  }
}
