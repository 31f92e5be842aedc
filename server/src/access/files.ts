/** Small private files in the data folder: written whole or not at all, on disk before anybody relies on them. */
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createSecret } from '@ruimte/shared/ids';

/** True for a system error with this code, `ENOENT` for instance. */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Writes or replaces a file that only its owner may read. When it resolves, it is on disk. */
export async function writePrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  await rename(await writeBeside(path, content), path);
  await syncFolder(path);
}

/** Makes the file unless it is there already; of two processes that try, one wins and both go on. */
export async function createFileOnce(path: string, content: string | Uint8Array): Promise<void> {
  if (await exists(path)) return;
  const temporary = await writeBeside(path, content);
  try {
    await link(temporary, path);
  } catch (error) {
    // Some file systems (exFAT on a stick) have no hard links; there the race stays, between two first starts.
    if (!isSystemError(error, 'EEXIST')) await rename(temporary, path);
  }
  await rm(temporary, { force: true });
  await syncFolder(path);
}

async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

async function writeBeside(path: string, content: string | Uint8Array): Promise<string> {
  const temporary = `${path}.${createSecret()}.tmp`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

/** Makes the name of a new file durable; Windows cannot open folders and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
