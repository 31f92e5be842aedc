/** The rooms of the process: found, loaded once however many join, kept while used, let go when saved and empty. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { Limits } from '@ruimte/shared/limits';
import { BOARD_ROOTS, DESK_ROOTS, defineRoots, STAGE_ROOTS } from '@ruimte/shared/schema/document';
import { BOARD_TABLE, DESK_TABLE, STAGE_TABLE } from '@ruimte/shared/schema/table';
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import { type Logger, summariseError } from '../log.ts';
import { StoreError } from '../store/store-error.ts';
import type { DocumentKey, Store } from '../store/store.ts';
import type { CommitLoop } from './commit-loop.ts';
import type { Gate } from './gate.ts';
import { Room, type RoomPolicy } from './room.ts';

const ROOTS = { board: BOARD_ROOTS, desk: DESK_ROOTS, stage: STAGE_ROOTS } as const;
const TABLES = { board: BOARD_TABLE, desk: DESK_TABLE, stage: STAGE_TABLE } as const;
/** A room nobody has open stays this long: phones lock and come back. */
const IDLE_MS = 60_000;
/** Rows after which a document is rewritten as one state: when it is left, and while it is open but quiet. */
const COMPACT_IDLE_ROWS = 100;
const COMPACT_OPEN_ROWS = 2_000;
/** A document that cannot be read is not tried again for this long: reading it may be what hurts. */
const QUARANTINE_MS = 60_000;

export interface RoomsParts {
  readonly store: Store;
  readonly loop: CommitLoop;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Logger;
}

export class Rooms {
  readonly #parts: RoomsParts;
  readonly #rooms = new Map<DocumentKey, Promise<Room>>();
  readonly #loaded = new Map<DocumentKey, Room>();
  readonly #idleSince = new Map<DocumentKey, number>();
  /** Documents that could not be read, and until when (monotonic) nobody tries. */
  readonly #quarantine = new Map<DocumentKey, { readonly until: number; readonly error: Error }>();
  /** Rooms that have ended with something still on its way to disk. */
  readonly #ending = new Map<DocumentKey, Promise<void>>();
  /** Documents that are being rewritten. */
  readonly #compacting = new Set<DocumentKey>();

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    parts.loop.onSaving((saving) => {
      for (const room of this.#loaded.values()) room.sendSaving(saving);
    });
  }

  /** Documents that could not be read when they were last asked for. */
  get setApart(): readonly DocumentKey[] {
    return [...this.#quarantine.keys()];
  }

  /** The rooms in memory. */
  get loaded(): ReadonlyMap<DocumentKey, Room> {
    return this.#loaded;
  }

  /**
   * The room of a document, loading it first; two people opening it load it once.
   * @throws StoreError `damaged` for a document that cannot be read, without touching it again for a minute.
   */
  open(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Room> {
    this.#idleSince.delete(key);
    const known = this.#rooms.get(key);
    if (known !== undefined) return known;
    const bad = this.#quarantine.get(key);
    if (bad !== undefined && performance.now() < bad.until) return Promise.reject(bad.error);
    const loading = this.#load(key, kind, policy);
    this.#rooms.set(key, loading);
    // A failed load must not stand in the way of the next attempt.
    loading.catch((error: unknown) => {
      this.#rooms.delete(key);
      if (error instanceof StoreError && error.code === 'damaged') this.#quarantineDocument(key, error);
    });
    return loading;
  }

  #quarantineDocument(key: DocumentKey, error: Error): void {
    this.#quarantine.set(key, { until: performance.now() + QUARANTINE_MS, error });
    this.#parts.log.error({ ...summariseError(error), key }, 'a document cannot be read and is set apart');
  }

  async #load(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Room> {
    const { store, loop, gate, limits, clock, log } = this.#parts;
    await this.#ending.get(key);
    const doc = new Y.Doc();
    defineRoots(doc, ROOTS[kind]);
    const stored = await store.loadDocument(key);
    const updates = stored?.updates ?? [];
    replay(doc, updates, key);
    const owners = new Map<number, ParticipantId>(stored?.clients);
    const room = new Room({
      key,
      doc,
      owners,
      table: TABLES[kind],
      limits,
      policy,
      gate,
      loop,
      clock,
      log,
      rows: updates.length,
      bytes: updates.reduce((sum, { length }) => sum + length, 0),
    });
    room.onLost = () => this.end(key, 'restart');
    this.#loaded.set(key, room);
    this.#quarantine.delete(key);
    return room;
  }

  /** Ends a document for good, with a reason for whoever has it open. */
  end(key: DocumentKey, reason: Parameters<Room['end']>[0]): void {
    const room = this.#loaded.get(key);
    this.#forget(key);
    if (room === undefined) return;
    room.end(reason);
    const ending = room.idle().then(() => {
      if (this.#ending.get(key) === ending) this.#ending.delete(key);
    });
    this.#ending.set(key, ending);
  }

  #forget(key: DocumentKey): void {
    this.#rooms.delete(key);
    this.#loaded.delete(key);
    this.#idleSince.delete(key);
  }

  /** Sends gathered presence; called every few hundredths of a second. */
  sendPresence(): void {
    for (const room of this.#loaded.values()) room.sendPresence();
  }

  /** Looks after sockets and lets go of rooms nobody uses. @param pingDue - whether sockets are pinged this time. */
  tick(pingDue: boolean): void {
    const now = performance.now();
    for (const [key, room] of this.#loaded) {
      for (const connection of room.connections) connection.tick(pingDue);
      room.sweep();
      if (room.rows > COMPACT_OPEN_ROWS) void this.#compact(key, room);
      if (room.connections.size > 0 || !room.settled) {
        this.#idleSince.delete(key);
        continue;
      }
      const since = this.#idleSince.get(key) ?? now;
      this.#idleSince.set(key, since);
      if (now - since >= IDLE_MS) void this.#release(key, room);
    }
  }

  /** Lets a saved and empty room go, rewriting its rows as one first when there are many. */
  async #release(key: DocumentKey, room: Room): Promise<void> {
    if (room.rows > COMPACT_IDLE_ROWS) await this.#compact(key, room);
    // Somebody may have come in meanwhile: opening takes a room off the list of idle ones.
    if (this.#loaded.get(key) === room && this.#idleSince.has(key) && room.settled) this.#forget(key);
  }

  /**
   * Puts the state in memory in the place of the rows on disk. Memory holds at least what the rows held when they were
   * counted; it is encoded at a moment when nothing in it waits for the disk, so it never makes durable what may still
   * be refused.
   */
  async #compact(key: DocumentKey, room: Room): Promise<void> {
    if (this.#compacting.has(key)) return;
    this.#compacting.add(key);
    const { store, log } = this.#parts;
    try {
      const rows = room.rows;
      const stored = await store.loadDocument(key);
      // Not quiet, or not the document any more: the next round tries again.
      if (stored === undefined || !room.settled || this.#loaded.get(key) !== room) return;
      await store.compact(key, Y.encodeStateAsUpdate(room.doc), stored.upTo);
      room.rows = Math.max(1, room.rows - rows + 1);
    } catch (error) {
      // The rows are still there: the document is only bigger than it need be.
      log.error({ ...summariseError(error), key }, 'compaction failed');
    } finally {
      this.#compacting.delete(key);
    }
  }

  /** Ends all connections with a reason; used when the server stops. */
  closeAll(reason: Parameters<Room['end']>[0]): void {
    for (const room of this.#loaded.values()) {
      for (const connection of room.connections) connection.close(reason, 'the server stops');
    }
  }
}

/**
 * Builds the document from its updates.
 * @throws StoreError `damaged` when they do not fit together: a board with something missing is never shown.
 */
function replay(doc: Y.Doc, updates: readonly Uint8Array[], key: DocumentKey): void {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, 'store');
    });
  } catch (cause) {
    throw new StoreError('damaged', `${key} cannot be rebuilt from its updates`, { cause });
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new StoreError('damaged', `${key} builds on updates that are missing`);
  }
}
