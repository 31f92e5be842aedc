/** A simulated world: one server, its disk, the network and everybody on it, all of it decided by one seed. */
import { join } from 'node:path';
import { restoreNotes } from '@ruimte/server/meetup/restore-notes';
import type { Meetup } from '@ruimte/server/meetup/meetup';
import type { Room } from '@ruimte/server/relay/room';
import type { NoteId } from '@ruimte/shared/ids';
import * as Y from 'yjs';
import { Random } from '../support/random.ts';
import type { Actor, Cast } from './cast.ts';
import { HonestDevice, type DeviceWorld } from './device.ts';
import { Disk } from './disk.ts';
import { isPending } from './findings.ts';
import { Ledger, newBoard } from './ledger.ts';
import { Line, type LineListener } from './line.ts';
import { type SimServer, startSimServer } from './sim-server.ts';
import type { Time } from './time.ts';
import { Trace } from './trace.ts';

/** The sentence that did not hold. */
export class Violation extends Error {}

/** What happened in a world. */
export interface Counts {
  operations: number;
  /** Updates that honest people sent. */
  updates: number;
  attacks: number;
  crashes: Record<string, number>;
  /** Stops as on SIGTERM. */
  restarts: number;
  faults: number;
  cuts: number;
  compactions: number;
  restored: number;
  /** Why lines of honest people were closed. */
  closes: Record<string, number>;
}

/** What the server may log as an error, since the seed made it happen. */
const EXPECTED_ERRORS = [
  'saving failed',
  'compaction failed',
  // What can never be kept ends the document, and everybody opens it anew.
  'something can never be kept',
  'this could not be kept',
  // Whoever comes in while the disk is slow is sent away, to try again.
  'took more than',
  // What came in while the disk failed and the server stopped.
  'the server stopped before saving',
];
const MOST_DOWN_MS = 3_000;

export class World implements DeviceWorld {
  readonly time: Time;
  readonly random: Random;
  readonly trace: Trace;
  readonly ledger: Ledger;
  readonly cast: Cast;
  readonly disk: Disk;
  readonly devices: HonestDevice[] = [];
  readonly counts: Counts = {
    operations: 0,
    updates: 0,
    attacks: 0,
    crashes: {},
    restarts: 0,
    faults: 0,
    cuts: 0,
    compactions: 0,
    restored: 0,
    closes: {},
  };
  /** Undefined while there is none. */
  server: SimServer | undefined;
  /** How often a server was started. */
  lives = 0;
  readonly #lines = new Set<Line>();
  readonly #unanswered = new Set<Promise<unknown>>();
  #violation: Violation | undefined;
  /** The newest revision of the stage that a command was answered with. */
  #revision = 0;

  constructor(seed: number, cast: Cast, time: Time, root: string, keepLines: boolean) {
    this.time = time;
    this.cast = cast;
    this.random = new Random(seed);
    this.trace = new Trace(() => time.now, keepLines);
    this.ledger = new Ledger(cast.boardKey, (sentence) => this.fail(sentence));
    this.ledger.owners.set(cast.serverClient, 'server');
    if (cast.facilitator.participant !== null) this.ledger.facilitators.add(cast.facilitator.participant);
    this.disk = new Disk({
      root: join(root, String(seed)),
      template: cast.folder,
      time,
      random: this.random,
      onKept: (batch) => this.ledger.keep(batch),
      onLoaded: (document, updates) => this.ledger.keepUpdates(document, updates),
      onDeath: (point) => this.#die(point),
    });
  }

  /** The board in the memory of the server; undefined while there is none or nobody has it open. */
  get boardRoom(): Room | undefined {
    return this.server?.rooms.loaded.get(this.cast.boardKey);
  }

  /** The meet-up on the server that is up. @throws Error when none is. */
  get meetup(): Meetup {
    if (this.server === undefined) throw new Error('there is no server at the moment');
    return this.server.meetups.get(this.cast.meetup);
  }

  /** How many commands wait for their answer. */
  get unanswered(): number {
    return this.#unanswered.size;
  }

  /** Remembers the first sentence that does not hold; the run ends at the next step. */
  fail(sentence: string): void {
    this.trace.add(`VIOLATION ${sentence}`);
    this.#violation ??= new Violation(sentence);
  }

  /** One step of time, after which everything that holds at every moment is looked at. */
  async step(): Promise<void> {
    await this.time.step();
    for (const room of this.server?.rooms.loaded.values() ?? []) {
      if (isPending(room.doc)) this.fail('D4: the server holds something whose causes it lacks');
    }
    if (this.disk.isDead) await this.#startAgain();
    if (this.#violation !== undefined) throw this.#violation;
  }

  /** Steps until something is so. @throws Violation when it takes too long. */
  async until(what: string, holds: () => boolean, withinMs: number): Promise<void> {
    const late = this.time.now + withinMs;
    while (!holds()) {
      if (this.time.now > late) throw new Violation(`D2: ${what} did not happen within ${withinMs} ms`);
      await this.step();
    }
  }

  /** Steps for so many milliseconds. */
  async pass(ms: number): Promise<void> {
    let over = false;
    this.time.after(ms, () => (over = true));
    await this.until('the passing of time', () => over, Infinity);
  }

  async startServer(): Promise<void> {
    const { cast, random } = this;
    this.lives += 1;
    const store = await this.disk.open();
    await this.#readBack(() => store.loadDocument(cast.boardKey));
    let server: SimServer | undefined;
    let failure: unknown;
    startSimServer({
      store: {
        ...store,
        compact: (...asked) => {
          this.counts.compactions += 1;
          return store.compact(...asked);
        },
      },
      key: cast.key,
      nextClient: () => {
        const client = random.below(2 ** 32);
        this.ledger.owners.set(client, 'server');
        return client;
      },
      onError: (line) => this.#judgeError(line),
    }).then(
      (started) => (server = started),
      (error: unknown) => (failure = error),
    );
    const isSettled = (): boolean => server !== undefined || failure !== undefined || this.disk.isDead;
    await this.time.settle();
    if (!isSettled()) await this.time.until('the server to start', isSettled, 60_000);
    if (failure !== undefined) throw failure;
    this.server = server;
    this.trace.add('the server is up');
    const { revision } = this.meetup.stage;
    if (revision < this.#revision)
      this.fail(`D1: the stage is back at revision ${revision} of ${this.#revision}`);
  }

  /** What the disk holds of the board, held against the ledger before anybody comes in. */
  async #readBack(
    load: () => Promise<{ readonly updates: readonly Uint8Array[] } | undefined>,
  ): Promise<void> {
    const slow = this.disk.slowMs;
    this.disk.slowMs = 0;
    const found = newBoard();
    for (const update of (await load())?.updates ?? []) Y.applyUpdate(found, update);
    this.disk.slowMs = slow;
    this.ledger.checkRecovered(found);
  }

  #judgeError(line: string): void {
    if (EXPECTED_ERRORS.some((words) => line.includes(words))) return;
    this.fail(`the server logged an error: ${line}`);
  }

  /** From this moment on nothing that the server does reaches anybody. */
  #die(point: string): void {
    this.trace.add(`crash ${point}`);
    this.counts.crashes[point] = (this.counts.crashes[point] ?? 0) + 1;
    this.server = undefined;
    this.#unanswered.clear();
    for (const line of this.#lines) line.loseServer(this.random.below(2_000));
    this.#lines.clear();
  }

  async #startAgain(): Promise<void> {
    this.time.dropServerTimers();
    await this.disk.bury();
    await this.time.pass(this.random.below(MOST_DOWN_MS));
    await this.startServer();
  }

  /** The machine dies between two messages. */
  crash(): void {
    if (this.server !== undefined) this.disk.die('between messages');
  }

  /** Stops the server as on SIGTERM and starts it again. */
  async restart(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.trace.add('stop');
    this.counts.restarts += 1;
    this.server = undefined;
    const { lives } = this;
    let closed = false;
    server.close().then(
      () => (closed = true),
      (error: unknown) => this.fail(`stopping failed: ${String(error)}`),
    );
    await this.until('the server to stop', () => closed || this.lives > lives, 30_000);
    if (!closed) return;
    this.#lines.clear();
    await this.pass(this.random.below(MOST_DOWN_MS));
    await this.startServer();
  }

  dial(actor: Actor, extras: boolean, listener: LineListener): Line | undefined {
    const { server, cast } = this;
    if (server === undefined) return undefined;
    const line = new Line({
      time: this.time,
      random: this.random,
      listener,
      onWritten: (message) => this.ledger.checkWritten(message),
    });
    this.#lines.add(line);
    const ticket = server.ticket(this.meetup, actor.sessionHash);
    this.time.after(1 + this.random.below(60), () => {
      if (this.server === server && line.isOpen) server.upgrade(line, cast.board, ticket, extras);
      else line.loseServer(0);
    });
    return line;
  }

  /** Opens a device of somebody; it connects by itself. */
  addDevice(actor: Actor, extras: boolean): HonestDevice {
    const device = new HonestDevice(this, actor, `device ${this.devices.length}`, extras);
    this.devices.push(device);
    device.connect();
    return device;
  }

  /** Somebody waits for what the server makes of a command; only one that dies leaves it unanswered. */
  ask<T>(command: Promise<T>, answered: (value: T) => void, refused: (error: unknown) => void): void {
    const asked = command.then(answered, refused).finally(() => this.#unanswered.delete(asked));
    this.#unanswered.add(asked);
  }

  /** A command was answered with this revision of the stage. */
  answered(revision: number): void {
    this.trace.add(`revision ${revision}`);
    this.#revision = Math.max(this.#revision, revision);
  }

  /** What the server should have done did not work, though nothing was in its way. */
  readonly crashed = (error: unknown): void => this.fail(`the server could not: ${String(error)}`);

  /** The facilitator brings notes back from the bin, as the interface does when asked. */
  restoreFromBin(isMeant: (note: NoteId) => boolean): void {
    if (this.server === undefined) return;
    this.ask(
      restoreNotes(this.server, this.meetup, ({ note }) => isMeant(note.id)),
      (count) => {
        this.counts.restored += count;
        this.trace.add(`${count} notes brought back`);
      },
      // An empty bin, or a store that takes nothing at the moment: the interface says so.
      (error) => this.trace.add(`nothing brought back: ${String(error)}`),
    );
  }
}
