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
import type { DocumentKey, Store, StoredDocument } from '../store/store.ts';
import type { CommitLoop } from './commit-loop.ts';
import type { Gate } from './gate.ts';
import { bytesOf, layStored, storedAnswer } from './load-document.ts';
import { applyAll, type Rebuilder } from './rebuild.ts';
import { Room } from './room.ts';
import type { RoomPolicy } from './room-parts.ts';
import { Setbacks } from './setbacks.ts';

const ROOTS = { board: BOARD_ROOTS, desk: DESK_ROOTS, stage: STAGE_ROOTS } as const;
const TABLES = { board: BOARD_TABLE, desk: DESK_TABLE, stage: STAGE_TABLE } as const;
/** A room nobody has open stays this long: phones lock and come back. */
const IDLE_MS = 60_000;
/** Updates after which a document is rewritten without its history when it is opened or left. */
const COMPACT_IDLE_ROWS = 100;
/**
 * While it is open it is rewritten above so many, provided that fewer came since the last look: rewriting takes a
 * thread, which those who write need more. The last row stands for whatever is written.
 */
const COMPACT_OPEN = [
  { rows: 2_000, since: 1_000 },
  { rows: 50_000, since: 20_000 },
  { rows: 1_000_000, since: Number.POSITIVE_INFINITY },
] as const;
/** A document that cannot be read is not tried again for this long: reading it may be what hurts. */
const QUARANTINE_MS = 60_000;

export interface RoomsParts {
  readonly store: Store;
  readonly loop: CommitLoop;
  readonly gate: Gate;
  readonly rebuilder: Rebuilder;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Logger;
}

const NOTHING_STORED: StoredDocument = { updates: [], compacted: 0, clients: new Map(), upTo: 0 };

/** A desk holds what one person writes in a round, not a board. */
function forDesk(limits: Limits): Limits {
  const { notesPerDesk } = limits;
  return {
    ...limits,
    notesPerBoard: notesPerDesk,
    objectsPerBoard: notesPerDesk * 2,
    boardBytes: 1024 * 1024,
  };
}

/** A document without its history, and the last row it was made from. */
interface Rewritten {
  readonly pieces: readonly Uint8Array[];
  readonly upTo: number;
}

/** A room, and when its document has been built. */
interface Opening {
  readonly room: Room;
  readonly ready: Promise<void>;
}

export class Rooms {
  readonly #parts: RoomsParts;
  readonly #openings = new Map<DocumentKey, Promise<Opening>>();
  readonly #loaded = new Map<DocumentKey, Room>();
  readonly #idleSince = new Map<DocumentKey, number>();
  /** Documents that could not be read, and until when (monotonic) nobody tries. */
  readonly #quarantine = new Map<DocumentKey, { readonly until: number; readonly error: Error }>();
  readonly #setbacks = new Setbacks();
  /** Rooms that have ended with something still on its way to disk. */
  readonly #ending = new Map<DocumentKey, Promise<void>>();
  /** How many updates each room had on disk at the last look. */
  readonly #rowsBefore = new WeakMap<Room, number>();
  /** Documents that are being rewritten. */
  readonly #compacting = new Map<DocumentKey, Promise<void>>();
  /** Set when the server stops: nothing is opened or rewritten any more. */
  #closed = false;

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
  async open(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Room> {
    const { room, ready } = await this.#find(key, kind, policy);
    await ready;
    return room;
  }

  /**
   * The room of a document for sockets, which may join as soon as there is an answer for them, before all of it has
   * been built here.
   * @throws StoreError `damaged`, like `open`.
   */
  async enter(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Room> {
    return (await this.#find(key, kind, policy)).room;
  }

  /**
   * A document as it lies in the store, without a room: to look at, once.
   * @param kind - one that the server alone writes.
   * @throws StoreError `damaged`, like `open`.
   */
  async read(key: DocumentKey, kind: 'stage'): Promise<Y.Doc> {
    try {
      const found = (await this.#parts.store.loadDocument(key)) ?? NOTHING_STORED;
      const doc = new Y.Doc({ guid: key });
      defineRoots(doc, ROOTS[kind]);
      applyAll(doc, found.updates);
      return doc;
    } catch (error) {
      if (error instanceof StoreError && error.code === 'damaged') this.#quarantineDocument(key, error);
      throw error;
    }
  }

  #find(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Opening> {
    this.#idleSince.delete(key);
    const known = this.#openings.get(key);
    if (known !== undefined) return known;
    if (this.#closed) return Promise.reject(stopping());
    const bad = this.#quarantine.get(key);
    if (bad !== undefined && performance.now() < bad.until) return Promise.reject(bad.error);
    const opening = this.#load(key, kind, policy);
    this.#openings.set(key, opening);
    opening
      .then(({ ready }) => ready)
      .catch((error: unknown) => {
        // A failed load must not stand in the way of the next attempt.
        if (this.#openings.get(key) === opening) this.end(key, 'loading');
        if (error instanceof StoreError && error.code === 'damaged') this.#quarantineDocument(key, error);
      });
    return opening;
  }

  #quarantineDocument(key: DocumentKey, error: Error): void {
    this.#quarantine.set(key, { until: performance.now() + QUARANTINE_MS, error });
    this.#parts.log.error({ ...summariseError(error), key }, 'a document cannot be read and is set apart');
  }

  async #load(key: DocumentKey, kind: DocumentKind, policy: RoomPolicy): Promise<Opening> {
    const { store, loop, gate, limits, clock, log } = this.#parts;
    await this.#ending.get(key);
    await this.#setbacks.pass(key);
    if (this.#closed) throw stopping();
    const found = (await store.loadDocument(key)) ?? NOTHING_STORED;
    const doc = new Y.Doc({ guid: key });
    defineRoots(doc, ROOTS[kind]);
    const stored = storedAnswer(found);
    const room = new Room({
      key,
      doc,
      owners: new Map<number, ParticipantId>(found.clients),
      table: TABLES[kind],
      limits: kind === 'desk' ? forDesk(limits) : limits,
      policy,
      gate,
      loop,
      clock,
      log,
      rows: found.updates.length - found.compacted,
      bytes: bytesOf(found.updates),
      stored,
    });
    room.onLost = () => {
      this.#setbacks.note(key);
      this.end(key, 'restart');
    };
    this.#loaded.set(key, room);
    const ready = this.#build(room, doc, found, kind === 'stage');
    // Without an answer at hand nobody comes in before the document is there.
    if (stored === undefined) await ready;
    return { room, ready };
  }

  /** Builds the document of a room, and then lets it begin. @param trusted - whether the server alone writes it. */
  async #build(room: Room, doc: Y.Doc, found: StoredDocument, trusted: boolean): Promise<void> {
    const { rebuilder } = this.#parts;
    const pieces = await layStored(doc, found.updates, { trusted, rebuilder });
    room.begin();
    this.#quarantine.delete(room.key);
    // It has just been rewritten anyway.
    if (pieces !== undefined && room.rows > COMPACT_IDLE_ROWS) {
      void this.#compact(room, async () => ({ pieces, upTo: found.upTo }));
    }
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
    this.#openings.delete(key);
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
      if (this.#isCompactionDue(room)) void this.#compact(room, () => this.#rebuild(key));
      if (room.connections.size > 0 || !room.settled) {
        this.#idleSince.delete(key);
        continue;
      }
      const since = this.#idleSince.get(key) ?? now;
      this.#idleSince.set(key, since);
      if (now - since >= IDLE_MS) void this.#release(key, room);
    }
  }

  #isCompactionDue(room: Room): boolean {
    const before = this.#rowsBefore.get(room) ?? 0;
    this.#rowsBefore.set(room, room.rows);
    return COMPACT_OPEN.some(({ rows, since }) => room.rows > rows && room.rows - before < since);
  }

  /** Lets a saved and empty room go, rewriting its rows as one first when there are many. */
  async #release(key: DocumentKey, room: Room): Promise<void> {
    if (room.rows > COMPACT_IDLE_ROWS) await this.#compact(room, () => this.#rebuild(key));
    // Somebody may have come in meanwhile: opening takes a room off the list of idle ones.
    if (this.#loaded.get(key) === room && this.#idleSince.has(key) && room.settled) this.#forget(key);
  }

  /** What is on disk, without its history; undefined when nothing is. */
  async #rebuild(key: DocumentKey): Promise<Rewritten | undefined> {
    const { store, rebuilder } = this.#parts;
    const found = await store.loadDocument(key);
    if (found === undefined) return undefined;
    return { pieces: await rebuilder.rebuild(found.updates), upTo: found.upTo };
  }

  /**
   * Puts what is on disk, rewritten without its history, in the place of the rows it was made from. What is in memory
   * is not asked: it may hold what is not on disk yet.
   */
  #compact(room: Room, rewrite: () => Promise<Rewritten | undefined>): Promise<void> {
    const { key } = room;
    if (this.#closed || this.#compacting.has(key)) return Promise.resolve();
    const compacting = this.#rewrite(room, rewrite)
      // The rows are still there: the document is only bigger than it need be.
      .catch((error: unknown) => this.#logFailure(error, key, 'compaction failed'))
      .finally(() => this.#compacting.delete(key));
    this.#compacting.set(key, compacting);
    return compacting;
  }

  async #rewrite(room: Room, rewrite: () => Promise<Rewritten | undefined>): Promise<void> {
    const { key, rows } = room;
    const rewritten = await rewrite();
    // The document may have been dropped meanwhile, or opened anew.
    if (rewritten === undefined || this.#loaded.get(key) !== room) return;
    await this.#parts.store.compact(key, rewritten.pieces, rewritten.upTo);
    room.rows -= rows;
  }

  /** What was given up since the server stops did not fail. */
  #logFailure(error: unknown, key: DocumentKey, what: string): void {
    if (this.#closed && error instanceof StoreError && error.code === 'closed') return;
    this.#parts.log.error({ ...summariseError(error), key }, what);
  }

  /**
   * Opens and rewrites nothing more.
   * @returns resolves when nothing is being loaded or rewritten any more: from then on the store may be closed.
   */
  async close(): Promise<void> {
    this.#closed = true;
    this.#setbacks.end();
    const loading = [...this.#openings.values()].map(async (opening) => (await opening).ready);
    await Promise.allSettled([...loading, ...this.#compacting.values()]);
  }
}

function stopping(): StoreError {
  return new StoreError('closed', 'the server stops');
}
