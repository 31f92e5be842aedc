/** The database file of the embedded store: locked for this process, durable, and erasing what it deletes. */
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { migrate, SQLITE_TYPES } from './sql/migrations.ts';
import type { Tables } from './sql/tables.ts';
import { StoreError } from './store-error.ts';

const DATABASE_FILE = 'ruimte.db';
const LOCK_FILE = 'ruimte.lock';

/**
 * Holds the folder for this process: an exclusive transaction on an empty database of its own. The kernel lets go of
 * it however the process ends, so it is never stale; the data itself stays readable for a backup meanwhile.
 * @throws StoreError `inUse`
 */
function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    if ((cause as { code?: unknown }).code !== 'SQLITE_BUSY') throw cause;
    throw new StoreError(
      'inUse',
      `the data folder ${folder} is in use by another Ruimte server: stop that one, or choose another folder`,
      { cause },
    );
  }
  return () => {
    lock.exec('rollback');
    lock.close();
  };
}

/** Files made by the database get the rights of this one. */
function createFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** Without this a power cut just after the first start could forget the files themselves. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function open(path: string): Database.Database {
  const database = new Database(path);
  const [journal] = database.prepare('pragma journal_mode = wal').all() as { journal_mode?: string }[];
  if (journal?.journal_mode !== 'wal') {
    throw new StoreError('failed', `${path} cannot be used with a write-ahead log: is it on a network disk?`);
  }
  database.exec('pragma synchronous = full');
  database.prepare('pragma secure_delete = on').all();
  database.exec('pragma foreign_keys = on');
  database.exec('pragma cell_size_check = on');
  return database;
}

/** What kysely needs, with each statement prepared once and a rollback that may find nothing to roll back. */
function toKysely(database: Database.Database): SqliteDatabase {
  type Prepared = ReturnType<SqliteDatabase['prepare']>;
  const prepared = new Map<string, Prepared>();
  return {
    close: () => database.close(),
    prepare(sql) {
      // SQLite has already rolled back by itself when a disk is full or fails; that error must reach the caller.
      if (sql === 'rollback' && !database.inTransaction) {
        return {
          reader: false,
          all: () => [],
          run: () => ({ changes: 0, lastInsertRowid: 0 }),
          iterate: () => [].values(),
        };
      }
      const statement = prepared.get(sql) ?? (database.prepare(sql) as unknown as Prepared);
      prepared.set(sql, statement);
      return statement;
    },
  };
}

/** The open database of a data folder. */
export interface LibsqlDatabase {
  readonly db: Kysely<Tables>;
  /**
   * Moves everything from the log into the file and empties the log, so that what was deleted is in neither.
   * @returns false when another process was reading (a backup): then the log is as it was.
   */
  checkpoint(): boolean;
  /** Lets another process have the folder; after `db.destroy()`. */
  release(): void;
}

/**
 * Opens the database in the folder, making both where needed (the folder for this user alone).
 * @throws StoreError `inUse`, `newer`, `failed`
 */
export async function openLibsql(folder: string): Promise<LibsqlDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  try {
    const path = join(folder, DATABASE_FILE);
    createFile(path);
    const database = open(path);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: toKysely(database) }) });
    await migrate(db, SQLITE_TYPES);
    const checkpoint = (): boolean => {
      const [result] = database.prepare('pragma wal_checkpoint(truncate)').all() as { busy?: number }[];
      return result?.busy === 0;
    };
    checkpoint();
    syncFolder(folder);
    return { db, checkpoint, release };
  } catch (error) {
    release();
    throw error;
  }
}
