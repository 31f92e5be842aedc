/** The entry of the relay without sockets: reading a message, the gate before a live document, presence. */
import type { Sender } from '@ruimte/server/relay/gate';
import { readAwareness, RoomAwareness } from '@ruimte/server/relay/awareness';
import { decodeUpdate } from '@ruimte/server/relay/gate/decode';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import { integrationOrder } from '@ruimte/server/relay/gate/references';
import { trimSections } from '@ruimte/server/relay/gate/trim';
import { type ClientMessage, encodeStep2, readClientMessage } from '@ruimte/server/relay/sync-messages';
import { LIMITS } from '@ruimte/shared/limits';
import * as Y from 'yjs';
import { boardOf, GateRoom } from '../gate-room.ts';
import type { FuzzTarget } from './fuzz.ts';

/** So many accepted updates are judged once more, to see that nothing new is left in them. */
const AGAIN_EVERY = 8;

export class GateTarget implements FuzzTarget {
  readonly #room = new GateRoom();
  readonly #presence = new RoomAwareness();
  #accepted = 0;

  write(update: Uint8Array): void {
    if (!isWhole(this.#room.doc, update)) return;
    Y.applyUpdate(this.#room.doc, update);
    this.#room.log.push(update);
  }

  push(sender: Sender, bytes: Uint8Array): string {
    let message: ClientMessage;
    try {
      message = readClientMessage(bytes);
    } catch (error) {
      // Its way to say that the message ends early: the room closes the socket.
      if (error instanceof Error) return 'unreadable';
      throw error;
    }
    switch (message.type) {
      case 'update':
        return this.#receive(sender, message.body);
      case 'awareness': {
        const entries = readAwareness(message.body);
        for (const entry of entries ?? []) this.#presence.set(entry, sender.participant);
        return entries === undefined ? 'unreadable presence' : 'presence';
      }
      case 'step1':
        return this.#answer(message.body);
      default:
        return message.type;
    }
  }

  #answer(stateVector: Uint8Array): string {
    try {
      encodeStep2(this.#room.doc, stateVector);
      return 'step 1';
    } catch (error) {
      if (error instanceof Error) return 'unreadable state vector';
      throw error;
    }
  }

  #receive(sender: Sender, update: Uint8Array): string {
    const room = this.#room;
    const verdict = judgeUpdate(room, sender, update);
    if (verdict.kind !== 'accept') return verdict.kind === 'refuse' ? verdict.code : verdict.kind;
    for (const client of verdict.bind) room.owners.set(client, sender.participant);
    Y.applyUpdate(room.doc, verdict.update);
    room.log.push(verdict.update);
    return 'accept';
  }

  check(sender: Sender, bytes: Uint8Array, ended: string): void {
    const { store } = this.#room.doc;
    if (store.pendingStructs !== null || store.pendingDs !== null) throw new Error('something is pending');
    this.#presence.takeChanged();
    if (ended !== 'accept') return;
    for (const [client, end] of Y.parseUpdateMeta(this.#room.log.at(-1) ?? new Uint8Array()).to) {
      if (Y.getState(store, client) !== end) throw new Error('an accepted update was not integrated whole');
    }
    this.#accepted += 1;
    if (this.#accepted % AGAIN_EVERY > 0) return;
    const message = readClientMessage(bytes);
    const again = message.type === 'update' ? judgeUpdate(this.#room, sender, message.body).kind : 'nothing';
    if (again !== 'nothing') throw new Error(`an update that was taken is "${again}" when it comes again`);
  }

  settle(): Promise<void> {
    const { doc } = this.#room;
    requireSame(doc, this.#room.replay());
    return Promise.resolve();
  }
}

/**
 * Whether all that an update builds on is in the document: damage in between may have kept it out, and then the server
 * would have written something else.
 */
export function isWhole(doc: Y.Doc, update: Uint8Array): boolean {
  const { sections, incomplete } = trimSections(doc, decodeUpdate(update, LIMITS).sections);
  return !incomplete && integrationOrder(doc, sections) !== undefined;
}

/** @throws Error when the two documents differ in what they show, in clocks or in deletions. */
export function requireSame(one: Y.Doc, other: Y.Doc): void {
  const [first, second] = [one, other].map((doc) =>
    JSON.stringify([
      boardOf(doc),
      [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
      [...Y.snapshot(doc).ds.clients].sort(([a], [b]) => a - b),
    ]),
  );
  if (first !== second) throw new Error('the document is not what its own updates make');
}
