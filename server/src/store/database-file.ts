/** The database file: opening it durably, judging whether it is whole, copying it while it is in use. */
import { closeSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { isDamage, StoreError } from './store-error.ts';

/** Names of the files that are the data; the lock and the shared memory beside them are not. */
export const DATA_FILES = { database: 'ruimte.db', log: 'ruimte.db-wal', key: 'secret.key' } as const;

/** Without this a power cut just after making or renaming a file could forget the file itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * An empty database is made of nothing, and so is one that lost its content: SQLite takes both for a fresh start.
 * Where a key lies beside it there was data before.
 * @throws StoreError `damaged`
 */
export function refuseLostDatabase(path: string): void {
  const folder = dirname(path);
  const size = (name: string): number => {
    const file = join(folder, name);
    return existsSync(file) ? statSync(file).size : 0;
  };
  if (size(DATA_FILES.key) === 0 || size(DATA_FILES.database) > 0 || size(DATA_FILES.log) > 0) return;
  throw new StoreError(
    'damaged',
    `${path} is missing or empty, while ${DATA_FILES.key} beside it says that there was data: put it back, or restore a backup with "npm run restore -- <folder>"`,
  );
}

/** Opens the file for writing: a commit returns when it is on disk, and what is deleted is overwritten. */
export function openDatabase(path: string): Database.Database {
  const database = new Database(path);
  try {
    const [journal] = database.prepare('pragma journal_mode = wal').all() as { journal_mode?: string }[];
    if (journal?.journal_mode !== 'wal') {
      throw new StoreError(
        'failed',
        `${path} cannot be used with a write-ahead log: is it on a network disk?`,
      );
    }
    database.exec('pragma synchronous = full');
    database.prepare('pragma secure_delete = on').all();
    database.exec('pragma foreign_keys = on');
    database.exec('pragma cell_size_check = on');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What `integrity_check` found, at most 20 findings; empty for a file that is whole. */
export function findDamage(database: Database.Database): readonly string[] {
  const rows = database.prepare('pragma integrity_check(20)').all() as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
}

/** Findings about an index say nothing against the table: it can be made again from it. */
const IN_INDEX = /^(row \d+ missing from index|wrong # of entries in index|non-unique entry in index)/;

/**
 * Makes damaged indexes again and refuses any other damage. Reads the whole file, about 0.3 GB a second.
 * @param say - told once about what was mended.
 * @throws StoreError `damaged` naming the file and what to do.
 */
export function mendOrRefuse(
  database: Database.Database,
  path: string,
  say: (sentence: string) => void,
): void {
  try {
    const damage = findDamage(database);
    if (damage.length > 0 && damage.every((finding) => IN_INDEX.test(finding))) {
      database.exec('reindex');
      say(`an index of ${path} was damaged and has been made again: ${damage[0]}`);
      if (findDamage(database).length === 0) return;
    }
    if (damage.length > 0) throw new StoreError('damaged', `${path} is damaged (${damage[0]}): ${ADVICE}`);
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    throw new StoreError('damaged', `${path} is damaged: ${ADVICE}`, { cause });
  }
}

const ADVICE =
  'nothing was changed; keep a copy of the data folder and restore a backup with "npm run restore -- <folder>"';

/**
 * Copies the database as it is at this moment into a new file, also while a server writes it: a writer never waits.
 * What was deleted is not in the copy, not even in its free pages.
 */
export function copyDatabase(from: string, to: string): void {
  const database = new Database(from, { readonly: true });
  try {
    database.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
  const handle = openSync(to, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
