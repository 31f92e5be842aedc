/** Why a start did not succeed, in one sentence that names the folder and says what to do. */
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecret } from '@ruimte/shared/ids';
import { ConfigError } from './config.ts';
import { StoreError } from './store/store-error.ts';

/** A database of nothing but its tables takes about so much. */
const PROBE_BYTES = 256 * 1024;
const FULL = /^(ENOSPC|EDQUOT|EFBIG)$/;
const FORBIDDEN = /^(EACCES|EPERM|EROFS)$/;
const NO_FOLDER = /^(ENOTDIR|EEXIST)$/;

/**
 * The sentence for a failed start; undefined when the error is none of the person who starts, but a mistake of ours.
 * Effects: may write and remove a small file in the data folder, to learn what its disk says.
 */
export async function explainFailure(error: unknown, dataDir: string): Promise<string | undefined> {
  if (error instanceof ConfigError) return error.message;
  const ofStore = error instanceof StoreError;
  if (ofStore && error.code !== 'failed') return error.message;
  if (!ofStore && codeOf(error) === '') return undefined;
  const sentence = sentenceFor(await findReason(error, dataDir), dataDir);
  return sentence ?? (ofStore ? `The data folder ${dataDir} cannot be used: ${error.message}` : undefined);
}

/** The database knows no more than "disk I/O error": what the disk itself answers decides. */
async function findReason(error: unknown, dataDir: string): Promise<string> {
  const probed = await probe(dataDir);
  if (probed !== '') return probed;
  return /database or disk is full/.test(String(error)) ? 'ENOSPC' : codeOf(error);
}

/** @returns the system's code for why nothing can be written there; empty when it can. */
async function probe(dataDir: string): Promise<string> {
  const path = join(dataDir, `${createSecret()}.tmp`);
  try {
    await mkdir(dataDir, { recursive: true });
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(new Uint8Array(PROBE_BYTES));
      await file.sync();
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
    return '';
  } catch (error) {
    // Making a folder with all above it on a disk that can only be read is answered so.
    return codeOf(error) === 'ENOENT' ? 'EROFS' : codeOf(error);
  }
}

/** The store's errors come from another thread, which leaves their message alone. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  const named = typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : undefined;
  return named ?? /^(E[A-Z]+): /.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
}

function sentenceFor(code: string, dataDir: string): string | undefined {
  if (FULL.test(code))
    return `There is no room left on the disk of the data folder ${dataDir}: make room there, or set DATA_DIR to a folder on another disk, and start again.`;
  if (FORBIDDEN.test(code))
    return `The data folder ${dataDir} cannot be written: give whoever starts Ruimte the right to write in it, or set DATA_DIR to another folder.`;
  if (NO_FOLDER.test(code))
    return `The data folder ${dataDir} cannot be made: a file has this name or part of it. Set DATA_DIR to a folder.`;
  return undefined;
}
