/** The rooms of the process: found, loaded once however many join, kept while used, let go when saved and empty. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { Limits } from '@ruimte/shared/limits';
import { BOARD_ROOTS, DESK_ROOTS, defineRoots, STAGE_ROOTS } from '@ruimte/shared/schema/document';
import { BOARD_TABLE, DESK_TABLE, STAGE_TABLE } from '@ruimte/shared/schema/table';
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { DocumentKey, Store } from '../store/store.ts';
import type { CommitLoop } from './commit-loop.ts';
import type { Gate } from './gate.ts';
import { Room, type RoomPolicy } from './room.ts';

const ROOTS = { board: BOARD_ROOTS, desk: DESK_ROOTS, stage: STAGE_ROOTS } as const;
const TABLES = { board: BOARD_TABLE, desk: DESK_TABLE, stage: STAGE_TABLE } as const;
/** A room nobody has open stays this long: phones lock and come back. */
const IDLE_MS = 60_000;
/** Rows after which a document is rewritten as one state when it leaves memory. */
const COMPACT_AFTER_ROWS = 100;

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

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    parts.loop.onSaving((saving) => {
      for (const room of this.#loaded.values()) room.sendSaving(saving);
    });
  }

  /** The rooms in memory. */
  get loaded(): ReadonlyMap<DocumentKey, Room> {
    return this.#loaded;
  }

  /** The room of a document, loading it first; two people opening it load it once. */
  open(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Room> {
    this.#idleSince.delete(key);
    const known = this.#rooms.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(key, kind, policy);
    this.#rooms.set(key, loading);
    // A failed load must not stand in the way of the next attempt.
    loading.catch(() => this.#rooms.delete(key));
    return loading;
  }

  async #load(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Room> {
    const { store, loop, gate, limits, clock } = this.#parts;
    const doc = new Y.Doc();
    defineRoots(doc, ROOTS[kind]);
    const stored = await store.loadDocument(key);
    const updates = stored?.updates ?? [];
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, 'store');
    });
    const owners = new Map<number, ParticipantId>(stored?.clients);
    const table = TABLES[kind];
    const rows = updates.length;
    const room = new Room({ key, doc, owners, table, limits, policy, gate, loop, clock, rows });
    room.onLost = () => this.end(key, 'restart');
    this.#loaded.set(key, room);
    return room;
  }

  /** Ends a document for good, with a reason for whoever has it open. */
  end(key: DocumentKey, reason: Parameters<Room['end']>[0]): void {
    this.#loaded.get(key)?.end(reason);
    this.#forget(key);
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
    this.#forget(key);
    if (room.rows <= COMPACT_AFTER_ROWS) return;
    try {
      const stored = await this.#parts.store.loadDocument(key);
      if (stored === undefined) return;
      const doc = new Y.Doc();
      doc.transact(() => {
        for (const update of stored.updates) Y.applyUpdate(doc, update, 'store');
      });
      await this.#parts.store.compact(key, Y.encodeStateAsUpdate(doc), stored.upTo);
      doc.destroy();
    } catch (error) {
      // The rows are still there: the document is only bigger than it need be.
      this.#parts.log.error({ error: String(error), key }, 'compaction failed');
    }
  }

  /** Ends all connections with a reason; used when the server stops. */
  closeAll(reason: Parameters<Room['end']>[0]): void {
    for (const room of this.#loaded.values()) {
      for (const connection of room.connections) connection.close(reason, 'the server stops');
    }
  }
}
