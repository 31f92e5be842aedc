/** Why the store refused or could not, with a sentence for the log. */

/**
 * The closed list to switch on.
 * - `impossible`: the batch contradicts itself or what is kept; it will never be kept, whoever tries again.
 * - `failed`: the disk or the database could not (full, input/output); the same batch may work later.
 * - `damaged`: what was read is not what was written.
 * - `inUse`: another process has this data folder.
 * - `newer`: the data was written by a newer version of Ruimte.
 * - `closed`: the store was closed, or its thread has died.
 */
export type StoreErrorCode = 'impossible' | 'failed' | 'damaged' | 'inUse' | 'newer' | 'closed';

/** Every rejection of a store is one of these. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** The error as a StoreError; what the database says about a broken constraint becomes `impossible`. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (isDamage(error)) return new StoreError('damaged', message, { cause: error });
  // SQLITE_CONSTRAINT_… of SQLite; class 23 of PostgreSQL.
  const broken = /^SQLITE_CONSTRAINT|^23...$/.test(codeOf(error));
  return new StoreError(broken ? 'impossible' : 'failed', message, { cause: error });
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** True when the database says that its file is not what it wrote, or no database at all. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

/**
 * True after an input/output error: what the kernel still holds of the file may not be on disk, whatever the next
 * fsync says. A full disk is not one: there the write itself was refused.
 */
export function leavesDoubt(error: unknown): boolean {
  return /^SQLITE_(IOERR|CANTOPEN)/.test(codeOf(error instanceof StoreError ? error.cause : error));
}
