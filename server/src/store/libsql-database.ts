/** The database of the embedded store: locked for this process, durable, and erasing what it deletes. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type Database from 'libsql';
import {
  copyDatabase,
  DATA_FILES,
  mendOrRefuse,
  openDatabase,
  refuseLostDatabase,
  syncFolder,
} from './database-file.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate, SQLITE_TYPES } from './sql/migrations.ts';
import type { Tables } from './sql/tables.ts';
import { isDamage, StoreError } from './store-error.ts';

/** Larger files are not read whole at every start: that would take more than a tenth of a second or so. */
const CHECK_UP_TO_BYTES = 32 * 1024 * 1024;

/** Files made by the database get the rights of this one. */
function createFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** What kysely needs, over a connection that can be replaced, with each statement prepared once. */
class Handle implements SqliteDatabase {
  database: Database.Database;
  #prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();

  constructor(database: Database.Database) {
    this.database = database;
  }

  /** Goes on with another connection, after `close`. */
  replace(database: Database.Database): void {
    this.database = database;
  }

  /** Safe to call twice. */
  close(): void {
    this.#prepared = new Map();
    if (this.database.open) this.database.close();
  }

  prepare(sql: string): ReturnType<SqliteDatabase['prepare']> {
    // SQLite has already rolled back by itself when a disk is full or fails; that error must reach the caller.
    if (sql === 'rollback' && !this.database.inTransaction) {
      return {
        reader: false,
        all: () => [],
        run: () => ({ changes: 0, lastInsertRowid: 0 }),
        iterate: () => [].values(),
      };
    }
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.database.prepare(sql) as unknown as ReturnType<SqliteDatabase['prepare']>;
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** The open database of a data folder. */
export interface LibsqlDatabase {
  readonly db: Kysely<Tables>;
  /**
   * Moves everything from the log into the file and empties the log, so that what was deleted is in neither.
   * @returns false when another process was reading (a backup): then the log is as it was.
   */
  checkpoint(): boolean;
  /**
   * Goes on with a fresh connection after the disk failed. The kernel may have dropped what it could not write and
   * then say yes to the next fsync: everything the log holds is written into the file once more before this returns.
   * @throws whatever the disk still says, or StoreError `damaged`; then it has to be called again.
   */
  reopen(): void;
  /** Lets another process have the folder; after `db.destroy()`. */
  release(): void;
}

function emptyLog(database: Database.Database): boolean {
  const [result] = database.prepare('pragma wal_checkpoint(truncate)').all() as { busy?: number }[];
  return result?.busy === 0;
}

/** A copy of the data as an older version left it, beside it; an earlier copy stays as it is. */
function copyBeforeUpgrade(path: string, folder: string, version: number): void {
  const copy = join(folder, `ruimte-schema-${version}.db`);
  if (existsSync(copy)) return;
  copyDatabase(path, copy);
  chmodSync(copy, 0o600);
}

/**
 * Opens the database in the folder, making both where needed (the folder for this user alone).
 * @throws StoreError `inUse`, `newer`, `damaged`, `failed`
 */
export async function openLibsql(folder: string): Promise<LibsqlDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, DATA_FILES.database);
  const release = lockFolder(folder);
  let handle: Handle | undefined;
  try {
    refuseLostDatabase(path);
    createFile(path);
    handle = new Handle(openDatabase(path));
    if (statSync(path).size <= CHECK_UP_TO_BYTES) {
      mendOrRefuse(handle.database, path, (sentence) => process.emitWarning(sentence));
    }
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: handle }) });
    await migrate(db, SQLITE_TYPES, (version) => copyBeforeUpgrade(path, folder, version));
    emptyLog(handle.database);
    syncFolder(folder);
    return toLibsqlDatabase(db, handle, path, release);
  } catch (error) {
    handle?.close();
    release();
    if (!isDamage(error)) throw error;
    throw new StoreError('damaged', `${path} cannot be read as a database: restore a backup`, {
      cause: error,
    });
  }
}

function toLibsqlDatabase(
  db: Kysely<Tables>,
  handle: Handle,
  path: string,
  release: () => void,
): LibsqlDatabase {
  return {
    db,
    release,
    checkpoint: () => emptyLog(handle.database),
    reopen: () => {
      handle.close();
      const database = openDatabase(path);
      try {
        if (!emptyLog(database)) throw new StoreError('failed', `${path} is being read: it is tried again`);
        mendOrRefuse(database, path, (sentence) => process.emitWarning(sentence));
      } catch (error) {
        database.close();
        throw error;
      }
      handle.replace(database);
    },
  };
}
