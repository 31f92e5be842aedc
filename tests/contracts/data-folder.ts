/** Data folders for tests of the embedded store. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A path for a data folder that is not there yet; removed when the test is over. */
export async function dataFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'ruimte-store-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}

/** How often the text occurs in the bytes of the database and its log. */
export async function countInFiles(folder: string, text: string): Promise<number> {
  let count = 0;
  for (const name of ['ruimte.db', 'ruimte.db-wal']) {
    const content = await readFile(join(folder, name));
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) count += 1;
  }
  return count;
}
