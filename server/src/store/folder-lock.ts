/** One process per data folder. */
import { join } from 'node:path';
import Database from 'libsql';
import { StoreError } from './store-error.ts';

const LOCK_FILE = 'ruimte.lock';

/**
 * Holds the folder for this process: an exclusive transaction on an empty database of its own. The kernel lets go of
 * it however the process ends, so it is never stale; the data itself stays readable for a backup meanwhile.
 * @returns lets go of it.
 * @throws StoreError `inUse`
 */
export function lockFolder(folder: string): () => void {
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
