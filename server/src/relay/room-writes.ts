/**
 * What sockets want to change in one room: gathered, and then judged and applied together in one transaction. Applying
 * costs Yjs 11 to 55 us an update in a transaction of its own and 3 to 8 us in one of twenty.
 */
import type { ParticipantId } from '@ruimte/shared/ids';
import { type Note, readNote } from '@ruimte/shared/schema/note';
import * as Y from 'yjs';
import { summariseError } from '../log.ts';
import type { StoreRecord } from '../store/store.ts';
import { BoardBytes } from './board-bytes.ts';
import type { Connection } from './connection.ts';
import type { Sender, Verdict } from './gate.ts';
import { BoardCounts } from './gate/counts.ts';
import type { RoomParts } from './room-parts.ts';
import type { RoomPresence } from './room-presence.ts';
import { encodeStep1 } from './sync-messages.ts';

/** A change that was applied. */
export interface Applied {
  readonly update: Uint8Array;
  readonly from: Connection;
  /** What is to be kept beside it. */
  readonly records: readonly StoreRecord[];
}

/** Whoever wants to know what became of what came in. */
export interface Outcomes {
  /** Called for each change right after it was applied. */
  readonly applied: (change: Applied) => void;
  /** All that a message brought under these client ids is in the document, some of it perhaps since long. */
  readonly arrived: (from: Connection, clients: readonly number[]) => void;
}

/** What a socket sent. */
interface Received {
  readonly update: Uint8Array;
  /** Whether it answers our question for what we lack. */
  readonly isAnswer: boolean;
}

type Accepted = Extract<Verdict, { kind: 'accept' }>;

const MAX_INCOMPLETE = 20;
/** Who comes back goes on writing until our question reaches them; a line that stalls may take half a minute. */
const MAX_BEFORE_ANSWER = 300;
/**
 * More changes than this are not left waiting for the next batch: while the disk writes there is time to judge, and a
 * transaction of so many is as cheap as one of more.
 */
const MAX_WAITING = 64;
/** More than this is not kept for a document that has not been built yet. */
const MAX_EARLY_BYTES = 1024 * 1024;
/** After so long in one go the other sockets and boards have their turn: a full message can take 90 ms. */
const SLICE_MS = 25;
/** What takes a letter or a note, not an hour of work offline: goes first. */
const LIGHT_BYTES = 4_096;

export class RoomWrites {
  readonly #parts: RoomParts;
  readonly #presence: RoomPresence;
  readonly #counts = new BoardCounts();
  readonly #bytes: BoardBytes;
  /** What each socket sent, in order; whose turn is next comes first, and whoever's next change is light before others. */
  readonly #light = new Map<Connection, Received[]>();
  readonly #heavy = new Map<Connection, Received[]>();
  /** When something was last left for later, monotonic. */
  #pausedAt = Number.NEGATIVE_INFINITY;
  #count = 0;
  #bytesReceived = 0;

  constructor(parts: RoomParts, presence: RoomPresence) {
    this.#parts = parts;
    this.#presence = presence;
    this.#bytes = new BoardBytes(parts.doc, parts.bytes, parts.limits.boardBytes);
  }

  /** True when nothing waits to be judged. */
  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Whether so much waits that there is something to do now, and the others had their turn since the last time. */
  get isFull(): boolean {
    return this.#count >= MAX_WAITING && performance.now() - this.#pausedAt > SLICE_MS;
  }

  /** Whether nothing more may wait for a document that cannot be judged by yet. */
  get isTooMuch(): boolean {
    return this.#bytesReceived > MAX_EARLY_BYTES;
  }

  /** Takes in what a socket sent. */
  add(connection: Connection, received: Received): void {
    const before = this.#light.get(connection) ?? this.#heavy.get(connection);
    if (before === undefined) this.#queue(connection, [received]);
    else before.push(received);
    this.#count += 1;
    this.#bytesReceived += received.update.length;
  }

  /** The document has grown by so many bytes, by whomever. */
  grow(bytes: number): void {
    this.#bytes.add(bytes);
  }

  /**
   * Judges what came in and applies what may pass: of each socket in turn one change, the light ones first, so that
   * nobody waits behind all that somebody else has sent. Whoever sent something else is answered or closed.
   * @param whole - true goes on until nothing waits; false leaves the rest when it takes long.
   * @throws when a change could not be applied as judged: the document is spoilt then, and its sender closed.
   */
  settle(whole: boolean, outcomes: Outcomes): void {
    if (this.isEmpty) return;
    const begun = performance.now();
    this.#parts.doc.transact(() => {
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        this.#settleOne(next.connection, next.received, outcomes);
        if (whole || performance.now() - begun <= SLICE_MS) continue;
        this.#pausedAt = performance.now();
        return;
      }
    }, 'relay');
  }

  #queue(connection: Connection, waiting: Received[]): void {
    const [first] = waiting;
    if (first === undefined) return;
    (first.update.length <= LIGHT_BYTES ? this.#light : this.#heavy).set(connection, waiting);
  }

  /** Takes out the next change, and puts its socket at the end. */
  #next(): { readonly connection: Connection; readonly received: Received } | undefined {
    for (const queues of [this.#light, this.#heavy]) {
      for (const [connection, waiting] of queues) {
        const received = waiting.shift();
        queues.delete(connection);
        this.#queue(connection, waiting);
        if (received === undefined) continue;
        this.#count -= 1;
        this.#bytesReceived -= received.update.length;
        return { connection, received };
      }
    }
    return undefined;
  }

  #settleOne(connection: Connection, { update, isAnswer }: Received, outcomes: Outcomes): void {
    // One that was sent away for an earlier change is not heard any more; one that left by itself is.
    if (connection.sentAway) return;
    if (isAnswer && !connection.hasAnswered) {
      connection.hasAnswered = true;
      connection.incomplete = 0;
    }
    const { policy } = this.#parts;
    const sender = policy.sender(connection.holder);
    const verdict = this.#judge(sender ?? NOBODY, update);
    if (verdict.kind === 'nothing') return outcomes.arrived(connection, verdict.clients);
    if (verdict.kind === 'incomplete') return this.#askBack(connection);
    if (sender === undefined) return connection.close('forbidden', 'this role only reads');
    if (verdict.kind === 'refuse') return connection.close(verdict.code, verdict.reason);
    if (!this.#mayWrite(connection, sender, verdict)) return;
    connection.incomplete = 0;
    const records = this.#recordsOf(sender, verdict);
    try {
      this.#apply(verdict.update);
    } catch (error) {
      // Whoever sent it would send it again: they are not asked back.
      connection.close('malformed', 'what this did is our fault');
      throw error;
    }
    for (const client of verdict.bind) this.#parts.owners.set(client, sender.participant);
    outcomes.applied({ update: verdict.update, from: connection, records });
    outcomes.arrived(connection, verdict.clients);
  }

  /** What stands in the way although the change itself is right. Effects: closes the socket then. */
  #mayWrite(connection: Connection, sender: Sender, verdict: Accepted): boolean {
    const { policy, loop } = this.#parts;
    const why = policy.whyNotWrite(connection.holder);
    if (why !== undefined) connection.close(why, 'no writing at this moment');
    else if (!loop.saving) connection.close('notSaving', 'the store takes no writes');
    else if (verdict.bind.some((client) => this.#presence.isClaimedByOther(client, sender.participant)))
      connection.close('foreignClient', 'a client id somebody else has shown');
    else if (verdict.removedNotes.length === 0 && !this.#bytes.hasRoom(verdict.update.length))
      connection.close('boardFull', 'the board has too many bytes');
    else return true;
    return false;
  }

  /** The bindings and the bin: notes are read before the update takes them away. */
  #recordsOf(sender: Sender, { bind, removedNotes }: Accepted): readonly StoreRecord[] {
    const { key, policy, doc } = this.#parts;
    const { participant } = sender;
    const bindings = bind.map((client) => ({ kind: 'client' as const, document: key, client, participant }));
    if (removedNotes.length === 0) return bindings;
    const notes = doc.getMap('notes');
    const removed = removedNotes.flatMap((id): Note[] => {
      const note = readNote(id, notes.get(id));
      return note === undefined ? [] : [note];
    });
    return [...bindings, ...policy.removed(removed, participant)];
  }

  #apply(update: Uint8Array): void {
    const { doc, key } = this.#parts;
    Y.applyUpdate(doc, update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new Error(`the gate of ${key} let an incomplete update pass`);
    }
  }

  /** The verdict of the gate. Nothing has been changed yet, so when the gate itself fails only this update suffers. */
  #judge(sender: Sender, update: Uint8Array): Verdict {
    const { doc, gate, table, limits, owners, log, key } = this.#parts;
    try {
      return gate({ doc, table, owners, limits, counts: this.#counts }, sender, update);
    } catch (error) {
      log.error({ ...summariseError(error), key }, 'the gate failed');
      return { kind: 'refuse', code: 'malformed', reason: 'the gate failed' };
    }
  }

  /** Something an update builds on has not come: the client sends all of it when it gets our state vector. */
  #askBack(connection: Connection): void {
    connection.incomplete += 1;
    const count = connection.incomplete;
    // Every socket is asked as soon as the document is there: what is missing is in the answer.
    if (!connection.hasAnswered) {
      if (count > MAX_BEFORE_ANSWER) connection.close('tooFast', 'does not say what it has, and goes on');
      return;
    }
    if (count > MAX_INCOMPLETE) return connection.close('malformed', 'builds on changes that never come');
    if (count <= 2 || count % 5 === 0) connection.send(encodeStep1(this.#parts.doc));
  }
}

/** The sender for roles that never write: whatever is new in their update is refused. */
const NOBODY: Sender = { participant: '' as ParticipantId, community: '', facilitator: false };
