/** Copying a data folder while its server runs, and putting a copy in its place when none does. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createSecret } from '@ruimte/shared/ids';
import { copyDatabase, DATA_FILES, syncFolder } from './database-file.ts';
import { lockFolder } from './folder-lock.ts';
import { openLibsql } from './libsql-database.ts';
import { checkDocuments, type DocumentCheck } from './sql/documents.ts';
import { StoreError, toStoreError } from './store-error.ts';

/** What using a database leaves beside it; after a checkpoint there is nothing in them. */
const WORKING_FILES = ['ruimte.lock', 'ruimte.db-shm', DATA_FILES.log];

/** A name beside the folder that nobody has, for something unfinished. */
const unfinished = (folder: string): string =>
  join(dirname(folder), `.${basename(folder)}.${createSecret()}.tmp`);

/** "2025-11-14T09-30-00": a moment as part of a file name, in UTC. */
export const stamp = (time: number): string => new Date(time).toISOString().slice(0, 19).replaceAll(':', '-');

function refuseExisting(target: string): void {
  if (existsSync(target))
    throw new StoreError('impossible', `${target} is there already: choose another folder`);
}

/**
 * Opens a copy as a server would, which brings it up to date, and reads every document in it.
 * @throws StoreError `damaged`, `newer`
 */
async function examine(folder: string): Promise<DocumentCheck> {
  const opened = await openLibsql(folder);
  try {
    const check = await checkDocuments(opened.db);
    if (!opened.checkpoint())
      throw new StoreError('failed', `the copy in ${folder} is used by somebody else`);
    return check;
  } finally {
    await opened.db.destroy();
    opened.release();
    for (const name of WORKING_FILES) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Makes a copy of the data folder that is whole and of one moment, also while the server writes. The target appears
 * under its name only when it is complete, checked and on disk.
 * @returns what was read back from the copy.
 * @throws StoreError `impossible` when the target exists, `failed`, `damaged`; then there is no target.
 */
export async function backUp(dataDir: string, target: string): Promise<DocumentCheck> {
  refuseExisting(target);
  mkdirSync(dirname(target), { recursive: true });
  const copy = unfinished(target);
  try {
    mkdirSync(copy, { mode: 0o700 });
    const database = join(copy, DATA_FILES.database);
    copyDatabase(join(dataDir, DATA_FILES.database), database);
    chmodSync(database, 0o600);
    const check = await examine(copy);
    copyFileSync(join(dataDir, DATA_FILES.key), join(copy, DATA_FILES.key));
    syncFolder(copy);
    refuseExisting(target);
    renameSync(copy, target);
    syncFolder(dirname(target));
    return check;
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    throw toStoreError(error);
  }
}

/**
 * Puts a copy of the backup in the place of the data folder, which is kept aside under a dated name.
 * @returns the folder that was kept aside; undefined when there was none.
 * @throws StoreError `inUse` while a server runs, `failed` when the backup is none, `damaged`, `newer`; then nothing
 * was changed.
 */
export async function restore(backup: string, dataDir: string, now: number): Promise<string | undefined> {
  const from = resolve(backup);
  if (from === dataDir) throw new StoreError('impossible', `${from} is the data folder itself`);
  for (const name of [DATA_FILES.database, DATA_FILES.key]) {
    if (existsSync(join(from, name))) continue;
    throw new StoreError('failed', `${from} is no backup of Ruimte: there is no ${name} in it`);
  }
  mkdirSync(dirname(dataDir), { recursive: true });
  const copy = unfinished(dataDir);
  const release = existsSync(dataDir) ? lockFolder(dataDir) : undefined;
  try {
    mkdirSync(copy, { mode: 0o700 });
    // A backup somebody made by copying the folder has a log beside the database: without it the newest is missing.
    for (const name of Object.values(DATA_FILES)) {
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(copy, name));
    }
    if (readFileSync(join(copy, DATA_FILES.key)).length === 0) {
      throw new StoreError('damaged', `the key in ${from} is empty`);
    }
    await examine(copy);
    const aside = release === undefined ? undefined : `${dataDir}-before-restore-${stamp(now)}`;
    if (aside !== undefined) {
      refuseExisting(aside);
      renameSync(dataDir, aside);
    }
    renameSync(copy, dataDir);
    syncFolder(dirname(dataDir));
    return aside;
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    throw toStoreError(error);
  } finally {
    release?.();
  }
}
