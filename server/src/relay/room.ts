/**
 * One document in memory and the sockets that have it open. Order of every change: judged by the gate, applied here,
 * kept on disk, and only then shown to anybody else. What fails between applying and keeping ends the room: memory and
 * disk must not part, so everybody opens the document anew.
 */
import { RuimteError } from '@ruimte/shared/errors';
import { encodeDurable, encodePong, encodeSaving } from '@ruimte/shared/protocol/messages';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { Limits } from '@ruimte/shared/limits';
import * as Y from 'yjs';
import { summariseError } from '../log.ts';
import type { DocumentKey, StoreRecord } from '../store/store.ts';
import type { CommitPart, CommitSource } from './commit-loop.ts';
import type { Connection } from './connection.ts';
import { asksForAll, FirstAnswer } from './first-answer.ts';
import { toFrame } from './frames.ts';
import { type Pending, relayUpdates } from './relay-updates.ts';
import type { RoomParts } from './room-parts.ts';
import { RoomPresence } from './room-presence.ts';
import { RoomWrites } from './room-writes.ts';
import { type ClientMessage, encodeStep1, encodeStep2, readClientMessage } from './sync-messages.ts';

/** Somebody who wants what is beyond their state vector. */
interface Question {
  readonly connection: Connection;
  readonly stateVector: Uint8Array;
}

/** An answer that may only leave once everything it shows is on disk. */
interface Answer {
  readonly connection: Connection;
  readonly frames: readonly Buffer[];
}

/** A state vector of a full board is 40 kB, of one where every note has a client id of its own 160 kB. */
const MAX_STATE_VECTOR_BYTES = 192 * 1024;

export class Room implements CommitSource {
  readonly key: DocumentKey;
  readonly #parts: RoomParts;
  readonly #first: FirstAnswer;
  readonly #connections = new Set<Connection>();
  readonly #presence: RoomPresence;
  readonly #writes: RoomWrites;
  #pending: Pending[] = [];
  #records: StoreRecord[] = [];
  /** Questions that came before the document had been built. */
  #questions: Question[] = [];
  #answers: Answer[] = [];
  #acks = new Map<Connection, Map<number, number>>();
  #barriers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  #sequence = 0;
  /** Batches handed to the commit loop that are not on disk yet. */
  #underway = 0;
  /** Called when memory and disk have parted for good, so that the room is let go. */
  onLost: (() => void) | undefined;
  /** Updates this document has on disk: what compaction looks at. */
  rows: number;
  /** Whether the document has been built: before that nothing is judged. */
  #begun = false;
  /** Set when the room is over: nothing is taken any more. */
  #ended = false;
  #whenIdle: (() => void)[] = [];

  constructor(parts: RoomParts) {
    this.key = parts.key;
    this.rows = parts.rows;
    this.#parts = parts;
    this.#first = new FirstAnswer(parts.doc, parts.stored);
    this.#presence = new RoomPresence(parts, this.#connections);
    this.#writes = new RoomWrites(parts, this.#presence);
  }

  /** The document with everything in it that has come in so far. Effects: what waits to be judged is judged first. */
  get doc(): Y.Doc {
    this.#settle();
    return this.#parts.doc;
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  get limits(): Limits {
    return this.#parts.limits;
  }

  /** True when nothing waits to be judged or kept. */
  get settled(): boolean {
    const waits = this.#pending.length + this.#records.length + this.#underway;
    return this.#begun && waits === 0 && this.#writes.isEmpty;
  }

  /** Resolves when nothing handed to the commit loop is underway: only then is the disk what it will be. */
  idle(): Promise<void> {
    if (this.#underway === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** The document has been built: from now on what comes in is judged. */
  begin(): void {
    this.#begun = true;
    for (const connection of this.#connections) {
      connection.send(encodeStep1(this.#parts.doc));
      if (connection.syncedAt !== undefined) this.#acknowledgeOwn(connection);
    }
    // Before anything that came in meanwhile is judged: nobody is told their own words.
    for (const question of this.#questions.splice(0)) {
      const answer = this.#answer(question);
      if (answer !== undefined) this.#answers.push(answer);
    }
    this.#parts.loop.mark(this);
  }

  /** A socket opens the document: it is told what we have and asked for what we lack. */
  join(connection: Connection): void {
    if (this.#ended) return connection.close('restart', 'the document is opened anew');
    this.#connections.add(connection);
    connection.listen({
      onMessage: (bytes) => this.#receive(connection, bytes),
      onGone: () => this.#leave(connection),
    });
    if (this.#begun) connection.send(encodeStep1(this.#parts.doc));
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
    this.#settle();
    if (this.#ended) return Promise.reject(new RuimteError('internal', 'the document is opened anew'));
    const { doc } = this.#parts;
    const updates: Uint8Array[] = [];
    const gather = (update: Uint8Array): void => void updates.push(update);
    doc.on('update', gather);
    try {
      doc.transact(() => change(doc), 'server');
    } catch (error) {
      // Half of the change may have been made.
      this.#fail(error);
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    } finally {
      doc.off('update', gather);
    }
    for (const update of updates) this.#enqueue(update, undefined);
    this.#records.push(...records);
    return this.flush();
  }

  /** An update that has been applied waits to be kept. */
  #enqueue(update: Uint8Array, from: Connection | undefined): void {
    this.#sequence += 1;
    this.#writes.grow(update.length);
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

  /** Resolves when everything that has come in so far is on disk. */
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#barriers.push({ resolve, reject });
      this.#parts.loop.mark(this);
    });
  }

  /** Judges and applies what has come in; when not `whole`, as much as the others can wait for. */
  #settle(whole = true): void {
    if (!this.#begun || this.#ended) return;
    try {
      this.#writes.settle(whole, {
        applied: ({ update, from, records }) => {
          this.#records.push(...records);
          this.#enqueue(update, from);
          this.#parts.policy.changed?.(this.#parts.doc);
        },
        // Also what came over an earlier line of the same device: that one cannot be told any more.
        arrived: (from, clients) => this.#acknowledgeOwn(from, clients),
      });
    } catch (error) {
      this.#fail(error);
    }
    if (this.#pending.length > 0 || this.#records.length > 0 || !this.#writes.isEmpty) {
      this.#parts.loop.mark(this);
    }
  }

  /** Takes out everything that waits. */
  #drain() {
    const waited = {
      pending: this.#pending,
      records: this.#records,
      answers: this.#answers,
      acks: this.#acks,
      barriers: this.#barriers,
    };
    this.#pending = [];
    this.#records = [];
    this.#answers = [];
    this.#acks = new Map();
    this.#barriers = [];
    return waited;
  }

  take(): CommitPart | undefined {
    if (!this.#begun) return undefined;
    // Whoever waits for everything to be kept means everything.
    this.#settle(this.#barriers.length > 0);
    const { pending, records, answers, acks, barriers } = this.#drain();
    this.#underway += 1;
    const updates = pending.map(({ update }) => update);
    return {
      records: [
        ...records,
        ...(updates.length > 0 ? [{ kind: 'updates' as const, document: this.key, updates }] : []),
      ],
      kept: () => {
        this.#land();
        this.rows += updates.length;
        // Answers first: what was written after the question builds on what the answer holds.
        for (const answer of answers) send(answer);
        relayUpdates(pending, this.#connections);
        if (pending.length > 0) this.#presence.sendWhenDue();
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
    if (connection.sentAway || this.#ended) return;
    let message: ClientMessage;
    try {
      message = readClientMessage(bytes);
    } catch (error) {
      return connection.close('malformed', error instanceof Error ? error.message : 'unreadable message');
    }
    switch (message.type) {
      case 'step1':
        return this.#receiveQuestion(connection, message.body);
      case 'update':
        return this.#receiveUpdate(connection, message.body, message.isAnswer);
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

  #receiveUpdate(connection: Connection, update: Uint8Array, isAnswer: boolean): void {
    const { loop } = this.#parts;
    if (!this.#begun && this.#writes.isTooMuch) {
      return connection.close('loading', 'too much came in before the document was there');
    }
    this.#writes.add(connection, { update, isAnswer });
    // While nothing can be kept no batch begins: whoever writes is told at once.
    if (!loop.saving) this.#settle();
    else if (this.#writes.isFull) this.#settle(false);
    loop.mark(this);
  }

  /** The answer holds what has come in so far, and leaves once all of that is on disk. */
  #receiveQuestion(connection: Connection, stateVector: Uint8Array): void {
    if (!connection.mayAsk('document')) return;
    const question = { connection, stateVector };
    if (!this.#begun) return this.#receiveEarly(question);
    const onDisk = this.settled;
    this.#settle();
    const answer = this.#answer(question);
    if (answer === undefined) return;
    if (onDisk) send(answer);
    else this.#answers.push(answer);
    this.#parts.loop.mark(this);
  }

  /** Before the document has been built there is an answer for newcomers alone, and all of it is on disk. */
  #receiveEarly(question: Question): void {
    if (!this.#first.isReady || !asksForAll(question.stateVector)) {
      this.#questions.push(question);
      return;
    }
    const answer = this.#answer(question);
    if (answer !== undefined) send(answer);
  }

  /** @returns undefined when the question could not be read; then its socket was closed. */
  #answer({ connection, stateVector }: Question): Answer | undefined {
    const frames = this.#framesFor(stateVector);
    if (frames === undefined) {
      connection.close('malformed', 'an unreadable state vector');
      return undefined;
    }
    connection.syncedAt = this.#sequence;
    this.#acknowledgeOwn(connection);
    return { connection, frames };
  }

  /** Confirms what this person's devices wrote: under these client ids, or under all, since the connection broke. */
  #acknowledgeOwn(connection: Connection, clients?: readonly number[]): void {
    const { owners } = this.#parts;
    const { participant } = connection.holder;
    if (!connection.extras || participant === null) return;
    for (const client of clients ?? owners.keys()) {
      if (owners.get(client) === participant) this.#acknowledge(connection, client);
    }
  }

  #framesFor(stateVector: Uint8Array): readonly Buffer[] | undefined {
    if (stateVector.length > MAX_STATE_VECTOR_BYTES) return undefined;
    if (asksForAll(stateVector)) return this.#first.frames();
    try {
      return [toFrame(encodeStep2(this.#parts.doc, stateVector))];
    } catch {
      // Nothing but the state vector can be wrong here: the document has been encoded before.
      return undefined;
    }
  }

  /** Notes that what the document holds under this client id is to be called durable with the next batch. */
  #acknowledge(connection: Connection, client: number): void {
    const clock = Y.getState(this.#parts.doc.store, client);
    if (clock === 0) return;
    const clocks = this.#acks.get(connection);
    if (clocks === undefined) this.#acks.set(connection, new Map([[client, clock]]));
    else clocks.set(client, clock);
  }

  /** Sends what changed in presence, when it is due. */
  sendPresence(): void {
    this.#presence.sendWhenDue();
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

function send({ connection, frames }: Answer): void {
  for (const chunk of frames) connection.sendFrames(chunk);
}
