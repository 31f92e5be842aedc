/**
 * What the world knows of one board by itself: what was kept, what anybody received, what was called saved, and who did
 * what. The server is held against it. The first sentence that does not hold ends the run.
 */
import type { Batch, BinRecord, DocumentKey } from '@ruimte/server/store/store';
import type { NoteId, ParticipantId } from '@ruimte/shared/ids';
import { MESSAGE, readOwnMessage } from '@ruimte/shared/protocol/messages';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { findMissing, isPending } from './findings.ts';

/** In every word of those who attack: it may never come on the board. Whoever writes in a removed note reaches nobody. */
export const EVIL = 'kwaadwil';

/** Where the wall lays notes: nobody else does. */
export const EVIL_PLACE = 66_666;

/** Whose client id it is: a participant, or the server itself. */
type Owner = ParticipantId | 'server';

export class Ledger {
  /** Everything of which the store has said that it is on disk. */
  kept: Y.Doc = newBoard();
  /** Everything that anybody received. */
  readonly received: Y.Doc = newBoard();
  /** Up to which clock each client was told that its words are saved. */
  readonly called = new Map<number, number>();
  readonly owners = new Map<number, Owner>();
  readonly facilitators = new Set<ParticipantId>();
  /** Notes that an honest person removed, or undid. */
  readonly removed = new Set<NoteId>();
  /** What honest people deleted, and nobody else. */
  readonly #deleted = new Map<number, { clock: number; len: number }[]>();
  /** Notes that were on the board at any moment. */
  readonly #laid = new Set<NoteId>();
  readonly #key: DocumentKey;
  readonly #fail: (sentence: string) => void;

  constructor(key: DocumentKey, fail: (sentence: string) => void) {
    this.#key = key;
    this.#fail = fail;
  }

  /** The store has answered that it keeps a batch. */
  keep(batch: Batch): void {
    for (const record of batch)
      if (record.kind === 'updates') this.keepUpdates(record.document, record.updates);
  }

  /** These updates of a document are on disk. */
  keepUpdates(document: DocumentKey, updates: readonly Uint8Array[]): void {
    if (document !== this.#key) return;
    for (const update of updates) {
      Y.applyUpdate(this.kept, update);
      if (isEvil(update) && isEvil(Y.encodeStateAsUpdate(this.kept)))
        this.#fail('D3: what nobody may write is on the board');
      for (const [id, note] of rootOf(this.kept, 'notes')) {
        this.#laid.add(id as NoteId);
        const place = note.get('p') as readonly number[] | undefined;
        if (place?.[0] === EVIL_PLACE) this.#fail('D3: the wall moved a note');
      }
    }
    if (isPending(this.kept)) this.#fail('D4: an update was kept whose causes were not');
  }

  /** The server has written a message to a socket: everything in it has to be on disk by now. */
  checkWritten(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) {
      if (decoding.readVarUint(decoder) === 0) return;
      const missing = findMissing(this.kept, decoding.readVarUint8Array(decoder));
      if (missing !== undefined) this.#fail(`D1: sent before it was on disk: ${missing}`);
    } else if (type === MESSAGE.durable) {
      const own = readOwnMessage(type, decoder);
      if (own?.type !== 'durable') return this.#fail('a durable message that ends early');
      const state = Y.getState(this.kept.store, own.clientId);
      if (own.clock > state) this.#fail(`D1: called saved up to ${own.clock}, on disk is ${state}`);
    }
  }

  /** Somebody received an update. */
  receive(update: Uint8Array): void {
    Y.applyUpdate(this.received, update);
  }

  /** Somebody was told that their words are saved. */
  call(client: number, clock: number): void {
    this.called.set(client, Math.max(clock, this.called.get(client) ?? 0));
  }

  /** An honest person deleted this. */
  allow(transaction: Y.Transaction): void {
    for (const [client, ranges] of transaction.deleteSet.clients) {
      const all = this.#deleted.get(client) ?? [];
      all.push(...ranges.map(({ clock, len }) => ({ clock, len })));
      this.#deleted.set(client, all);
    }
  }

  /** After a crash: the document as it was found on disk. It is what is kept from now on. */
  checkRecovered(found: Y.Doc): void {
    const hold = (what: string, doc: Y.Doc): void => {
      const missing = findMissing(found, Y.encodeStateAsUpdate(doc));
      if (missing !== undefined) this.#fail(`D1: lost what ${what}: ${missing}`);
    };
    hold('was kept', this.kept);
    hold('somebody had received', this.received);
    for (const [client, clock] of this.called) {
      const state = Y.getState(found.store, client);
      if (state < clock) this.#fail(`D1: lost what was called saved: client ${client} ${state} of ${clock}`);
    }
    if (isPending(found)) this.#fail('D4: the store held an update without its causes');
    this.kept = found;
    for (const id of rootOf(found, 'notes').keys()) this.#laid.add(id as NoteId);
  }

  /** Whether everything on a board was written, and everything missing from it removed, by who may. */
  checkAuthors(board: Y.Doc): void {
    for (const [client, structs] of board.store.clients) {
      // Writing in what was removed is nobody's business: it is dead when it comes.
      const isDead = structs.every(({ deleted }) => deleted);
      if (!this.owners.has(client) && !isDead) this.#fail(`D3: client ${client} is nobody's`);
    }
    const notes = rootOf(board, 'notes');
    for (const [id, note] of notes) {
      const author = note.get('author') as ParticipantId;
      const text = note.get('text');
      if (!this.#isOf(author, itemOf(note))) this.#fail(`D3: note ${id} was laid in the name of ${author}`);
      if (text instanceof Y.Text) this.#checkLetters(id as NoteId, author, text);
    }
    for (const id of this.#laid) {
      if (!notes.has(id) && !this.removed.has(id))
        this.#fail(`D3: note ${id} is gone, and nobody removed it`);
    }
  }

  /** Whether everything that was ever on the board is on it or in the bin, with its author. */
  checkBin(board: Y.Doc, bin: readonly BinRecord[]): void {
    const binned = new Set(bin.map(({ note }) => note.id));
    for (const id of this.#laid) {
      if (!rootOf(board, 'notes').has(id) && !binned.has(id)) this.#fail(`M7: note ${id} is not in the bin`);
    }
  }

  #isOf(author: ParticipantId, item: Y.Item): boolean {
    const owner = this.owners.get(item.id.client);
    return owner === author || owner === 'server' || this.facilitators.has(owner as ParticipantId);
  }

  /** Letters are their author's, and those that went were taken by somebody honest. */
  #checkLetters(note: NoteId, author: ParticipantId, text: Y.Text): void {
    // oxlint-disable-next-line no-underscore-dangle -- the list of letters has no other name
    for (let item = text._start; item !== null; item = item.right) {
      if (!this.#isOf(author, item)) this.#fail(`D3: letters of somebody else in note ${note}`);
      if (item.deleted && !this.#wasTaken(item)) this.#fail(`D3: nobody took letters from note ${note}`);
    }
  }

  #wasTaken({ id, length }: Y.Item): boolean {
    const ranges = this.#deleted.get(id.client) ?? [];
    for (let clock = id.clock; clock < id.clock + length; clock += 1) {
      if (!ranges.some((range) => range.clock <= clock && clock < range.clock + range.len)) return false;
    }
    return true;
  }
}

const isEvil = (update: Uint8Array): boolean => Buffer.from(update).includes(EVIL);

function itemOf(note: Y.Map<unknown>): Y.Item {
  // oxlint-disable-next-line no-underscore-dangle -- where the map lies in the document has no other name
  const item = note._item;
  if (item === null) throw new Error('a note is an item of the board');
  return item;
}

/** An empty board. */
export function newBoard(): Y.Doc {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  return doc;
}
