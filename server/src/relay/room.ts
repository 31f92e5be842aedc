/**
 * One document in memory and the sockets that have it open. Order of every change: judged by the gate, applied here,
 * kept on disk, and only then shown to anybody else. What fails between applying and keeping ends the room: memory and
 * disk must not part, so everybody opens the document anew.
 */
import type { ParticipantId } from '@ruimte/shared/ids';
import { RuimteError } from '@ruimte/shared/errors';
import { encodeDurable, encodePong, encodeSaving } from '@ruimte/shared/protocol/messages';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { SchemaTable } from '@ruimte/shared/schema/table';
import type { Limits } from '@ruimte/shared/limits';
import type { Note } from '@ruimte/shared/schema/note';
import { readNote } from '@ruimte/shared/schema/note';
import * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import { type Logger, summariseError } from '../log.ts';
import type { DocumentKey, StoreRecord } from '../store/store.ts';
import { BoardBytes } from './board-bytes.ts';
import type { CommitLoop, CommitPart, CommitSource } from './commit-loop.ts';
import type { Connection, Holder } from './connection.ts';
import { asksForAll, FirstAnswer } from './first-answer.ts';
import { toFrame } from './frames.ts';
import type { Gate, Sender, Verdict } from './gate.ts';
import { BoardCounts } from './gate/counts.ts';
import { type Pending, relayUpdates } from './relay-updates.ts';
import { RoomPresence } from './room-presence.ts';
import { type ClientMessage, encodeStep1, encodeStep2, readClientMessage } from './sync-messages.ts';

/** What the meet-up tells the room about whoever writes. */
export interface RoomPolicy {
  /** Who this is for the gate; undefined for those who never write here. */
  sender(holder: Holder): Sender | undefined;
  /** Why this person may not write now; undefined when they may. */
  whyNotWrite(holder: Holder): CloseReason | undefined;
  /** Records to keep beside an update that removes notes. */
  removed(notes: readonly Note[], by: ParticipantId): readonly StoreRecord[];
}

export interface RoomParts {
  readonly key: DocumentKey;
  readonly doc: Y.Doc;
  readonly owners: Map<number, ParticipantId>;
  readonly table: SchemaTable;
  readonly limits: Limits;
  readonly policy: RoomPolicy;
  readonly gate: Gate;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  readonly log: Logger;
  /** Rows of the document on disk when it was loaded, and their bytes. */
  readonly rows: number;
  readonly bytes: number;
}

/** A sync answer that may only leave once everything it shows is on disk. */
interface Waiting {
  readonly connection: Connection;
  readonly frames: readonly Buffer[];
}

const MAX_INCOMPLETE = 20;
/** A state vector of a full board is 40 kB. */
const MAX_STATE_VECTOR_BYTES = 64 * 1024;

export class Room implements CommitSource {
  readonly key: DocumentKey;
  readonly doc: Y.Doc;
  readonly #parts: RoomParts;
  readonly #counts = new BoardCounts();
  readonly #bytes: BoardBytes;
  readonly #first: FirstAnswer;
  readonly #connections = new Set<Connection>();
  #pending: Pending[] = [];
  #records: StoreRecord[] = [];
  #waiting: Waiting[] = [];
  #acks = new Map<Connection, Map<number, number>>();
  #barriers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  readonly #presence: RoomPresence;
  #sequence = 0;
  /** Batches handed to the commit loop that are not on disk yet. */
  #underway = 0;
  /** Called when memory and disk have parted for good, so that the room is let go. */
  onLost: (() => void) | undefined;
  /** Rows this document has on disk: what compaction looks at. */
  rows: number;
  /** Set when the room is over: nothing is taken any more. */
  #ended = false;
  #whenIdle: (() => void)[] = [];

  constructor(parts: RoomParts) {
    this.key = parts.key;
    this.doc = parts.doc;
    this.rows = parts.rows;
    this.#parts = parts;
    this.#bytes = new BoardBytes(parts.doc, parts.bytes, parts.limits.boardBytes);
    this.#first = new FirstAnswer(parts.doc);
    this.#presence = new RoomPresence(parts, this.#connections);
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  get limits(): Limits {
    return this.#parts.limits;
  }

  /** True when nothing waits to be kept. */
  get settled(): boolean {
    return this.#underway === 0 && this.#pending.length === 0 && this.#records.length === 0;
  }

  /** Resolves when nothing handed to the commit loop is underway: only then is the disk what it will be. */
  idle(): Promise<void> {
    if (this.#underway === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** A socket opens the document: it is told what we have and asked for what we lack. */
  join(connection: Connection): void {
    if (this.#ended) return connection.close('restart', 'the document is opened anew');
    this.#connections.add(connection);
    connection.listen({
      onMessage: (bytes) => this.#receive(connection, bytes),
      onGone: () => this.#leave(connection),
    });
    connection.send(encodeStep1(this.doc));
    this.#presence.show(connection);
    if (connection.extras) connection.send(encodeSaving(this.#parts.loop.saving));
  }

  #leave(connection: Connection): void {
    this.#connections.delete(connection);
    this.#presence.leave(connection);
  }

  /** Ends the room: every socket is told why, later ones are turned away. */
  end(reason: CloseReason): void {
    this.#ended = true;
    for (const connection of this.#connections) connection.close(reason, 'the document has ended');
  }

  /**
   * A change by the server itself, kept together with other records in one batch.
   * @returns resolves when it is on disk.
   * @throws RuimteError `notSaving`; then nothing was changed.
   */
  edit(change: (doc: Y.Doc) => void, records: readonly StoreRecord[] = []): Promise<void> {
    if (!this.#parts.loop.saving) {
      return Promise.reject(new RuimteError('notSaving', 'the store takes no writes at the moment'));
    }
    if (this.#ended) return Promise.reject(new RuimteError('internal', 'the document is opened anew'));
    const updates: Uint8Array[] = [];
    const gather = (update: Uint8Array): void => void updates.push(update);
    this.doc.on('update', gather);
    try {
      this.doc.transact(() => change(this.doc), 'server');
    } catch (error) {
      // Half of the change may have been made.
      this.#fail(error);
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.doc.off('update', gather);
    }
    for (const update of updates) this.#enqueue(update, undefined);
    this.#records.push(...records);
    return this.flush();
  }

  /** An update that has been applied waits to be kept. */
  #enqueue(update: Uint8Array, from: Connection | undefined): void {
    this.#sequence += 1;
    this.#bytes.add(update.length);
    this.#first.note(update);
    this.#pending.push({ update, from, sequence: this.#sequence });
  }

  /** Something went wrong after applying: what waits is given up, and the document is opened anew from disk. */
  #fail(error: unknown): void {
    if (this.#ended) return;
    this.#parts.log.error({ ...summariseError(error), key: this.key }, 'a document is opened anew');
    this.#ended = true;
    const { barriers } = this.#drain();
    for (const { reject } of barriers) reject(new RuimteError('internal', 'the document is opened anew'));
    this.onLost?.();
  }

  /** Resolves when everything applied so far is on disk. */
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#barriers.push({ resolve, reject });
      this.#parts.loop.mark(this);
    });
  }

  /** Takes out everything that waits. */
  #drain() {
    const waited = {
      pending: this.#pending,
      records: this.#records,
      waiting: this.#waiting,
      acks: this.#acks,
      barriers: this.#barriers,
    };
    this.#pending = [];
    this.#records = [];
    this.#waiting = [];
    this.#acks = new Map();
    this.#barriers = [];
    return waited;
  }

  take(): CommitPart {
    const { pending, records, waiting, acks, barriers } = this.#drain();
    this.#underway += 1;
    const updates = pending.map(({ update }) => update);
    return {
      records: [
        ...records,
        ...(updates.length > 0 ? [{ kind: 'updates' as const, document: this.key, updates }] : []),
      ],
      deliveries: updates.length * this.#connections.size,
      kept: () => {
        this.#land();
        if (updates.length > 0) this.rows += 1;
        // Answers first: what was written after the question builds on what the answer holds.
        for (const { connection, frames } of waiting) {
          for (const chunk of frames) connection.sendFrames(chunk);
        }
        relayUpdates(pending, this.#connections);
        for (const [connection, clocks] of acks) {
          for (const [client, clock] of clocks) connection.send(encodeDurable(client, clock));
        }
        for (const { resolve } of barriers) resolve();
      },
      lost: (error) => {
        this.#land();
        for (const { reject } of barriers) reject(error);
        // What is in memory is not what is on disk.
        this.#fail(error);
      },
    };
  }

  #land(): void {
    this.#underway -= 1;
    if (this.#underway > 0) return;
    const resolvers = this.#whenIdle;
    this.#whenIdle = [];
    for (const resolve of resolvers) resolve();
  }

  #receive(connection: Connection, bytes: Uint8Array): void {
    if (!connection.open || this.#ended) return;
    let message: ClientMessage;
    try {
      message = readClientMessage(bytes);
    } catch (error) {
      return connection.close('malformed', error instanceof Error ? error.message : 'unreadable message');
    }
    try {
      this.#handle(connection, message);
    } catch (error) {
      // Whoever sent it would send it again: they are not asked back.
      connection.close('malformed', 'what this did is our fault');
      this.#fail(error);
    }
  }

  #handle(connection: Connection, message: ClientMessage): void {
    switch (message.type) {
      case 'step1':
        return this.#answerStep1(connection, message.body);
      case 'update':
        return this.#receiveUpdate(connection, message.body);
      case 'awareness':
        return this.#presence.receive(connection, message.body);
      case 'queryAwareness':
        return this.#presence.ask(connection);
      case 'ping':
        return connection.send(encodePong(message.clientTime, this.#parts.clock.now()));
      case 'unknown':
        return connection.passOver(message.detail);
    }
  }

  /** The answer is made now and leaves once everything it shows is on disk. */
  #answerStep1(connection: Connection, stateVector: Uint8Array): void {
    if (!connection.mayAsk('document')) return;
    const frames = this.#answerTo(stateVector);
    if (frames === undefined) return connection.close('malformed', 'an unreadable state vector');
    connection.syncedAt = this.#sequence;
    this.#waiting.push({ connection, frames });
    if (connection.extras && connection.holder.participant !== null) {
      // What this person's devices sent before the connection broke is confirmed again.
      for (const [client, owner] of this.#parts.owners) {
        if (owner === connection.holder.participant) this.#acknowledge(connection, client);
      }
    }
    this.#parts.loop.mark(this);
  }

  #answerTo(stateVector: Uint8Array): readonly Buffer[] | undefined {
    if (stateVector.length > MAX_STATE_VECTOR_BYTES) return undefined;
    if (asksForAll(stateVector)) return this.#first.frames();
    try {
      return [toFrame(encodeStep2(this.doc, stateVector))];
    } catch {
      // Nothing but the state vector can be wrong here: the document has been encoded before.
      return undefined;
    }
  }

  #acknowledge(connection: Connection, client: number): void {
    const clock = Y.getState(this.doc.store, client);
    if (!connection.extras || clock === 0) return;
    const clocks = this.#acks.get(connection) ?? new Map<number, number>();
    clocks.set(client, clock);
    this.#acks.set(connection, clocks);
  }

  #receiveUpdate(connection: Connection, update: Uint8Array): void {
    const { policy, loop } = this.#parts;
    const { holder } = connection;
    const sender = policy.sender(holder);
    const verdict = this.#judge(sender ?? NOBODY, update);
    if (verdict.kind === 'nothing') return;
    if (verdict.kind === 'incomplete') return this.#answerIncomplete(connection);
    if (sender === undefined) return connection.close('forbidden', 'this role only reads');
    if (verdict.kind === 'refuse') return connection.close(verdict.code, verdict.reason);
    const why = policy.whyNotWrite(holder);
    if (why !== undefined) return connection.close(why, 'no writing at this moment');
    if (!loop.saving) return connection.close('notSaving', 'the store takes no writes');
    if (verdict.bind.some((client) => this.#presence.isClaimedByOther(client, sender.participant))) {
      return connection.close('foreignClient', 'a client id somebody else has shown');
    }
    if (verdict.removedNotes.length === 0 && !this.#bytes.hasRoom(verdict.update.length)) {
      return connection.close('boardFull', 'the board has too many bytes');
    }
    connection.incomplete = 0;
    const removed = verdict.removedNotes.flatMap(
      (id) => readNote(id, this.doc.getMap('notes').get(id)) ?? [],
    );
    this.#records.push(...policy.removed(removed, sender.participant));
    for (const client of verdict.bind) this.#bind(client, sender.participant);
    Y.applyUpdate(this.doc, verdict.update, connection);
    if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) {
      throw new Error(`the gate of ${this.key} let an incomplete update pass`);
    }
    this.#enqueue(verdict.update, connection);
    for (const client of Y.parseUpdateMeta(verdict.update).to.keys()) this.#acknowledge(connection, client);
    loop.mark(this);
  }

  /** The verdict of the gate. Nothing has been changed yet, so when the gate itself fails only this update suffers. */
  #judge(sender: Sender, update: Uint8Array): Verdict {
    const { gate, table, limits, owners, log } = this.#parts;
    try {
      return gate({ doc: this.doc, table, owners, limits, counts: this.#counts }, sender, update);
    } catch (error) {
      log.error({ ...summariseError(error), key: this.key }, 'the gate failed');
      return { kind: 'refuse', code: 'malformed', reason: 'the gate failed' };
    }
  }

  #answerIncomplete(connection: Connection): void {
    connection.incomplete += 1;
    const count = connection.incomplete;
    if (count > MAX_INCOMPLETE) return connection.close('malformed', 'builds on changes that never come');
    if (count <= 2 || count % 5 === 0) connection.send(encodeStep1(this.doc));
  }

  #bind(client: number, participant: ParticipantId): void {
    this.#parts.owners.set(client, participant);
    this.#records.push({ kind: 'client', document: this.key, client, participant });
  }

  /** Sends what changed in presence; called once per window. */
  sendPresence(): void {
    this.#presence.send();
  }

  /** Lets go of what nobody needs any more; called every few seconds. */
  sweep(): void {
    this.#first.sweep();
  }

  /** Tells everybody who asked whether the store takes writes. */
  sendSaving(saving: boolean): void {
    const message = encodeSaving(saving);
    for (const connection of this.#connections) if (connection.extras) connection.send(message);
  }
}

/** The sender for roles that never write: whatever is new in their update is refused. */
const NOBODY: Sender = { participant: '' as ParticipantId, community: '', facilitator: false };
