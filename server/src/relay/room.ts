/**
 * One document in memory and the sockets that have it open. Order of every change: judged by the gate, applied here,
 * kept on disk, and only then shown to anybody else.
 */
import type { ParticipantId } from '@ruimte/shared/ids';
import { RuimteError } from '@ruimte/shared/errors';
import { encodeDurable, encodePong, encodeSaving, MESSAGE } from '@ruimte/shared/protocol/messages';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { SchemaTable } from '@ruimte/shared/schema/table';
import type { Limits } from '@ruimte/shared/limits';
import type { Note } from '@ruimte/shared/schema/note';
import { readNote } from '@ruimte/shared/schema/note';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import type { DocumentKey, StoreRecord } from '../store/store.ts';
import { readAwareness, RoomAwareness } from './awareness.ts';
import type { CommitLoop, CommitPart, CommitSource } from './commit-loop.ts';
import type { Connection, Holder } from './connection.ts';
import type { Gate, Sender } from './gate.ts';
import { BoardCounts } from './gate/counts.ts';
import { encodeStep1, encodeStep2, encodeUpdate, SYNC } from './sync-messages.ts';

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
  /** Rows of the document on disk when it was loaded. */
  readonly rows: number;
}

interface Pending {
  readonly update: Uint8Array;
  readonly from: Connection | undefined;
  readonly sequence: number;
}

/** A sync answer that may only leave once everything it shows is on disk. */
interface Waiting {
  readonly connection: Connection;
  readonly message: Uint8Array;
}

const MAX_INCOMPLETE = 20;

export class Room implements CommitSource {
  readonly key: DocumentKey;
  readonly doc: Y.Doc;
  readonly awareness = new RoomAwareness();
  readonly #parts: RoomParts;
  readonly #counts = new BoardCounts();
  readonly #connections = new Set<Connection>();
  #pending: Pending[] = [];
  #records: StoreRecord[] = [];
  #waiting: Waiting[] = [];
  #acks = new Map<Connection, Map<number, number>>();
  #barriers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  /** Client ids seen in presence before any update: nobody else may claim them. Not kept. */
  readonly #claims = new Map<number, ParticipantId>();
  #sequence = 0;
  /** Batches handed to the commit loop that are not on disk yet. */
  #underway = 0;
  /** Called when memory and disk have parted for good, so that the room is let go. */
  onLost: (() => void) | undefined;
  /** Rows this document has on disk: what compaction looks at. */
  rows: number;
  /** Set when the room is over: nothing is taken any more. */
  #ended = false;

  constructor(parts: RoomParts) {
    this.key = parts.key;
    this.doc = parts.doc;
    this.rows = parts.rows;
    this.#parts = parts;
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

  /** A socket opens the document: it is told what we have and asked for what we lack. */
  join(connection: Connection): void {
    if (this.#ended) return connection.close('oldGeneration', 'this generation is over');
    this.#connections.add(connection);
    connection.listen({
      onMessage: (bytes) => this.#receive(connection, bytes),
      onGone: () => this.#leave(connection),
    });
    connection.send(encodeStep1(this.doc));
    const present = this.awareness.all();
    if (present !== undefined) connection.send(present);
    if (connection.extras) connection.send(encodeSaving(this.#parts.loop.saving));
  }

  #leave(connection: Connection): void {
    this.#connections.delete(connection);
    if (connection.awarenessId !== undefined) this.awareness.remove(connection.awarenessId);
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
    const updates: Uint8Array[] = [];
    const gather = (update: Uint8Array): void => void updates.push(update);
    this.doc.on('update', gather);
    try {
      this.doc.transact(() => change(this.doc), 'server');
    } finally {
      this.doc.off('update', gather);
    }
    for (const update of updates) {
      this.#sequence += 1;
      this.#pending.push({ update, from: undefined, sequence: this.#sequence });
    }
    this.#records.push(...records);
    return this.flush();
  }

  /** Resolves when everything applied so far is on disk. */
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#barriers.push({ resolve, reject });
      this.#parts.loop.mark(this);
    });
  }

  take(): CommitPart {
    const pending = this.#pending;
    const records = this.#records;
    const waiting = this.#waiting;
    const acks = this.#acks;
    const barriers = this.#barriers;
    this.#pending = [];
    this.#records = [];
    this.#waiting = [];
    this.#acks = new Map();
    this.#barriers = [];
    this.#underway += 1;
    const updates = pending.map(({ update }) => update);
    return {
      records: [
        ...records,
        ...(updates.length > 0 ? [{ kind: 'updates' as const, document: this.key, updates }] : []),
      ],
      kept: () => {
        this.#underway -= 1;
        if (updates.length > 0) this.rows += 1;
        this.#relay(pending);
        for (const { connection, message } of waiting) connection.send(message);
        for (const [connection, clocks] of acks) {
          for (const [client, clock] of clocks) connection.send(encodeDurable(client, clock));
        }
        for (const { resolve } of barriers) resolve();
      },
      lost: (error) => {
        this.#underway -= 1;
        for (const { reject } of barriers) reject(error);
        // What is in memory is not what is on disk: everybody opens the document anew.
        this.onLost?.();
      },
    };
  }

  #relay(pending: readonly Pending[]): void {
    for (const { update, from, sequence } of pending) {
      let message: Uint8Array | undefined;
      for (const connection of this.#connections) {
        if (connection === from || connection.syncedAt === undefined || sequence <= connection.syncedAt)
          continue;
        message ??= encodeUpdate(update);
        connection.send(message);
      }
    }
  }

  #receive(connection: Connection, bytes: Uint8Array): void {
    if (!connection.open) return;
    const decoder = decoding.createDecoder(bytes);
    try {
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE.sync) {
        this.#receiveSync(connection, decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
      } else if (type === MESSAGE.awareness) {
        this.#receiveAwareness(connection, decoding.readVarUint8Array(decoder));
      } else if (type === MESSAGE.queryAwareness) {
        const present = this.awareness.all();
        if (present !== undefined) connection.sendPresence(present);
      } else if (type === MESSAGE.ping) {
        connection.send(encodePong(decoding.readFloat64(decoder), this.#parts.clock.now()));
      } else {
        connection.close('malformed', `message type ${type} is not known`);
      }
    } catch (error) {
      connection.close('malformed', error instanceof Error ? error.message : 'unreadable message');
    }
  }

  #receiveSync(connection: Connection, kind: number, body: Uint8Array): void {
    if (kind === SYNC.step1) this.#answerStep1(connection, body);
    else if (kind === SYNC.step2 || kind === SYNC.update) this.#receiveUpdate(connection, body);
    else connection.close('malformed', `sync message ${kind} is not known`);
  }

  /** The answer is made now and leaves once everything it shows is on disk. */
  #answerStep1(connection: Connection, stateVector: Uint8Array): void {
    const message = encodeStep2(this.doc, stateVector);
    connection.syncedAt = this.#sequence;
    this.#waiting.push({ connection, message });
    if (connection.extras && connection.holder.participant !== null) {
      // What this person's devices sent before the connection broke is confirmed again.
      for (const [client, owner] of this.#parts.owners) {
        if (owner === connection.holder.participant) this.#acknowledge(connection, client);
      }
    }
    this.#parts.loop.mark(this);
  }

  #acknowledge(connection: Connection, client: number): void {
    const clock = Y.getState(this.doc.store, client);
    if (!connection.extras || clock === 0) return;
    const clocks = this.#acks.get(connection) ?? new Map<number, number>();
    clocks.set(client, clock);
    this.#acks.set(connection, clocks);
  }

  #receiveUpdate(connection: Connection, update: Uint8Array): void {
    const { gate, policy, table, limits, owners, loop } = this.#parts;
    const { holder } = connection;
    const sender = policy.sender(holder);
    const verdict = gate(
      { doc: this.doc, table, owners, limits, counts: this.#counts },
      sender ?? NOBODY,
      update,
    );
    if (verdict.kind === 'nothing') return;
    if (verdict.kind === 'incomplete') return this.#answerIncomplete(connection);
    if (sender === undefined) return connection.close('forbidden', 'this role only reads');
    if (verdict.kind === 'refuse') return connection.close(verdict.code, verdict.reason);
    const why = policy.whyNotWrite(holder);
    if (why !== undefined) return connection.close(why, 'no writing at this moment');
    if (!loop.saving) return connection.close('notSaving', 'the store takes no writes');
    if (verdict.bind.some((client) => this.#isClaimedByOther(client, sender.participant))) {
      return connection.close('foreignClient', 'a client id somebody else has shown');
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
    this.#sequence += 1;
    this.#pending.push({ update: verdict.update, from: connection, sequence: this.#sequence });
    for (const client of Y.parseUpdateMeta(verdict.update).to.keys()) this.#acknowledge(connection, client);
    loop.mark(this);
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

  #receiveAwareness(connection: Connection, body: Uint8Array): void {
    const entries = readAwareness(body);
    if (entries === undefined) return connection.close('malformed', 'unreadable presence');
    const participant = connection.holder.participant;
    for (const entry of entries) {
      if (connection.awarenessId === undefined) {
        if (!this.#mayShow(entry.client, connection)) continue;
        connection.awarenessId = entry.client;
        if (participant !== null) this.#claims.set(entry.client, participant);
      }
      if (entry.client === connection.awarenessId) this.awareness.set(entry, participant ?? '');
    }
  }

  /** Whether a socket may show itself under this client id: its own, or one nobody has. */
  #mayShow(client: number, connection: Connection): boolean {
    const { participant } = connection.holder;
    const owner = this.#parts.owners.get(client) ?? this.#claims.get(client);
    if (owner !== undefined) return owner === participant;
    if (Y.getState(this.doc.store, client) > 0) return false;
    for (const other of this.#connections) {
      if (other !== connection && other.awarenessId === client && other.open) return false;
    }
    return true;
  }

  #isClaimedByOther(client: number, participant: ParticipantId): boolean {
    const claim = this.#claims.get(client);
    return claim !== undefined && claim !== participant;
  }

  /** Sends what changed in presence to everybody; called once per window. */
  sendPresence(): void {
    const message = this.awareness.takeChanged();
    if (message === undefined) return;
    for (const connection of this.#connections) connection.sendPresence(message);
  }

  /** Tells everybody who asked whether the store takes writes. */
  sendSaving(saving: boolean): void {
    const message = encodeSaving(saving);
    for (const connection of this.#connections) if (connection.extras) connection.send(message);
  }
}

/** The sender for roles that never write: whatever is new in their update is refused. */
const NOBODY: Sender = { participant: '' as ParticipantId, community: '', facilitator: false };
