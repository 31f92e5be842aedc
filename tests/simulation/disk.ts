/**
 * The disk of a simulated world: the real SQL store on real files, slow, full, failing or dying when the seed says so.
 * What `embedded-worker.ts` does in its thread is done here in the same order and in this one: one request after the
 * other, a checkpoint after what erases, the database opened anew after an input/output error. An fsync is believed.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILES } from '@ruimte/server/store/database-file';
import { type LibsqlDatabase, openLibsql } from '@ruimte/server/store/libsql-database';
import { createSqlStore } from '@ruimte/server/store/sql/sql-store';
import { leavesDoubt, StoreError } from '@ruimte/server/store/store-error';
import type { Batch, DocumentKey, Store } from '@ruimte/server/store/store';
import type { Random } from '../support/random.ts';
import type { Time } from './time.ts';
import { tear } from './torn-file.ts';

/** Where the machine dies: around keeping a batch, around rewriting a document, or around emptying the log. */
export const CRASH_POINTS = [
  'before append',
  'during append',
  'after append',
  'before compact',
  'during compact',
  'after compact',
  'during checkpoint',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Those around rewriting a document. */
export const CRASHES_WHILE_REWRITING = CRASH_POINTS.filter((point) => !point.endsWith('append'));

/**
 * How writing fails: refused for lack of room, by an error after which nobody knows what was kept, or once and for all,
 * as only a mistake of ours could make it.
 */
export type DiskFault = 'full' | 'lost' | 'kept but not answered' | 'never';

export interface DiskParts {
  readonly root: string;
  /** A data folder that is copied to begin with. */
  readonly template: string;
  readonly time: Time;
  readonly random: Random;
  /** A batch was kept, and the answer is on its way. */
  readonly onKept: (batch: Batch) => void;
  /** A document was read: what it holds is on disk, answered or not. */
  readonly onLoaded: (document: DocumentKey, updates: readonly Uint8Array[]) => void;
  /** The machine has died. */
  readonly onDeath: (point: string) => void;
}

interface Content {
  readonly database: Buffer;
  readonly log: Buffer;
}

/** One opening of the store. */
interface Opening {
  isClosed: boolean;
}

const ERASING: readonly Batch[number]['kind'][] = ['dropDocument', 'emptyBin', 'dropSnapshot'];

export class Disk {
  /** How many milliseconds a request may take at most; 0 answers at once. */
  slowMs = 0;
  /** How writing fails at the moment. */
  fault: DiskFault | undefined;
  readonly #parts: DiskParts;
  #life = 0;
  /** The newest; what is asked of an earlier one is asked of a process that is over. */
  #opening: Opening = { isClosed: true };
  #database: LibsqlDatabase | undefined;
  #destroy: (() => Promise<void>) | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #inDoubt = false;
  #erasureDue = false;
  #isDead = false;
  #death: { readonly point: CrashPoint; left: number } | undefined;

  constructor(parts: DiskParts) {
    this.#parts = parts;
    cpSync(parts.template, this.folder, { recursive: true });
  }

  /** The data folder of this life of the machine. */
  get folder(): string {
    return join(this.#parts.root, String(this.#life));
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Has the machine die at the so manieth such moment from now, 1 for the next. */
  dieAt(point: CrashPoint, count: number): void {
    this.#death = { point, left: count };
  }

  /** Takes back what `dieAt` planned. */
  stayAlive(): void {
    this.#death = undefined;
  }

  /** Opens the store on what the disk holds; the real one, with its recovery. */
  async open(): Promise<Store> {
    const database = await openLibsql(this.folder);
    const sql = createSqlStore(database.db);
    this.#database = database;
    this.#destroy = async () => {
      await sql.close();
      database.release();
    };
    this.#isDead = false;
    this.#inDoubt = false;
    this.#erasureDue = false;
    this.#last = Promise.resolve();
    const opening: Opening = { isClosed: false };
    this.#opening = opening;
    const ask = <T>(work: () => Promise<T>): Promise<T> => this.#ask(opening, work);
    return {
      append: (batch) => ask(() => this.#append(sql, batch)),
      compact: (document, state, upTo) => ask(() => this.#compact(() => sql.compact(document, state, upTo))),
      loadDocument: (document) =>
        ask(async () => {
          const stored = await sql.loadDocument(document);
          this.#parts.onLoaded(document, stored?.updates ?? []);
          return stored;
        }),
      listMeetups: () => ask(() => sql.listMeetups()),
      findCommand: (meetup, id) => ask(() => sql.findCommand(meetup, id)),
      listPeople: (meetup) => ask(() => sql.listPeople(meetup)),
      findSession: (hash) => ask(() => sql.findSession(hash)),
      listBin: (meetup) => ask(() => sql.listBin(meetup)),
      listSnapshots: () => ask(() => sql.listSnapshots()),
      findSnapshot: (id) => ask(() => sql.findSnapshot(id)),
      listSupplement: (meetup) => ask(() => sql.listSupplement(meetup)),
      readSetting: (name) => ask(() => sql.readSetting(name)),
      close: () => ask(() => this.#close(opening)),
    };
  }

  async #close(opening: Opening): Promise<void> {
    opening.isClosed = true;
    this.#database?.checkpoint();
    await this.letGo();
  }

  /** Closes the files, whatever waits. */
  async letGo(): Promise<void> {
    const destroy = this.#destroy;
    this.#destroy = undefined;
    await destroy?.();
  }

  /** One request after the other; a machine that died answers nobody. */
  #ask<T>(opening: Opening, work: () => Promise<T>): Promise<T> {
    if (opening.isClosed) return Promise.reject(new StoreError('closed', 'the store is closed'));
    if (opening !== this.#opening) return never<T>();
    const answer = this.#last.then(async () => {
      await this.#spin();
      if (this.#isDead) return never<T>();
      if (opening.isClosed) throw new StoreError('closed', 'the store is closed');
      if (this.#inDoubt) this.#database?.reopen();
      this.#inDoubt = false;
      try {
        const value = await work();
        return this.#isDead ? await never<T>() : value;
      } catch (error) {
        this.#inDoubt ||= leavesDoubt(error);
        throw error;
      }
    });
    this.#last = answer.then(
      () => this.#erase(),
      () => undefined,
    );
    return answer;
  }

  async #spin(): Promise<void> {
    const ms = this.slowMs === 0 ? 0 : this.#parts.random.below(this.slowMs);
    if (ms > 0) await new Promise<void>((resolve) => setTimeout(resolve, ms));
  }

  async #append(sql: Store, batch: Batch): Promise<void> {
    if (this.fault === 'full') throw new StoreError('failed', 'no room', { cause: { code: 'SQLITE_FULL' } });
    if (this.fault === 'lost') throw inputOutputError();
    if (this.fault === 'never') throw new StoreError('impossible', 'this can never be kept');
    await this.#mayDie('append', () => sql.append(batch));
    if (this.#isDead) return;
    if (this.fault === 'kept but not answered') throw inputOutputError();
    if (batch.some(({ kind }) => ERASING.includes(kind))) this.#erasureDue = true;
    this.#parts.onKept(batch);
  }

  async #compact(work: () => Promise<void>): Promise<void> {
    if (this.fault !== undefined) throw inputOutputError();
    await this.#mayDie('compact', work);
    this.#erasureDue = true;
  }

  /** Does a write, unless the machine is to die before, during or after it. */
  async #mayDie(what: 'append' | 'compact', write: () => Promise<void>): Promise<void> {
    if (this.#isDue(`before ${what}`)) return this.die(`before ${what}`);
    if (this.#isDue(`during ${what}`)) {
      const before = this.#read();
      await write();
      const after = this.#read();
      // SQLite may have moved its log into the file by itself after the fsync: then nothing is torn any more.
      const isWhole = !before.database.equals(after.database);
      const log = isWhole ? after.log : tear(before.log, after.log, this.#parts.random);
      return this.die(`during ${what}`, { database: after.database, log });
    }
    await write();
    if (this.#isDue(`after ${what}`)) this.die(`after ${what}`);
  }

  /** Text that was erased leaves the log too, after the answer. */
  #erase(): void {
    if (!this.#erasureDue || this.#isDead || this.#destroy === undefined) return;
    const isLast = this.#isDue('during checkpoint');
    const before = isLast ? this.#read() : undefined;
    this.#erasureDue = this.#database?.checkpoint() === false;
    if (before === undefined) return;
    // The file is written and fsynced before the log is emptied.
    const database = tear(before.database, this.#read().database, this.#parts.random);
    this.die('during checkpoint', { database, log: before.log });
  }

  #isDue(point: CrashPoint): boolean {
    if (this.#death?.point !== point) return false;
    this.#death.left -= 1;
    return this.#death.left === 0;
  }

  #read(): Content {
    const read = (name: string): Buffer => readFileSync(join(this.folder, name));
    return { database: read(DATA_FILES.database), log: read(DATA_FILES.log) };
  }

  /**
   * The machine dies: what its disk holds becomes the folder of the next life. Behind what was fsynced there may be
   * the beginning of something that never was.
   */
  die(point: string, content: Content = this.#read()): void {
    this.#isDead = true;
    this.#death = undefined;
    this.#life += 1;
    const { random } = this.#parts;
    const tail = random.chance(0.3) ? Buffer.alloc(random.below(9_000), random.below(256)) : Buffer.alloc(0);
    mkdirSync(this.folder);
    writeFileSync(join(this.folder, DATA_FILES.database), content.database);
    writeFileSync(join(this.folder, DATA_FILES.log), Buffer.concat([content.log, tail]));
    cpSync(join(this.#parts.template, DATA_FILES.key), join(this.folder, DATA_FILES.key));
    this.#parts.onDeath(point);
  }

  /** Lets go of the files of the life that is over. */
  async bury(): Promise<void> {
    await this.letGo();
    rmSync(join(this.#parts.root, String(this.#life - 1)), { recursive: true, force: true });
  }
}

function inputOutputError(): StoreError {
  return new StoreError('failed', 'disk I/O error', { cause: { code: 'SQLITE_IOERR_WRITE' } });
}

/** What nobody answers any more. */
function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
