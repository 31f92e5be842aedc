/** Ways in which a database file goes wrong. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibsql } from '@ruimte/server/store/libsql-database';

/**
 * Changes the first byte of the text, which must be in the database file exactly once.
 * The store must be closed: reading its file from this process would let go of its locks.
 */
export async function changeByte(folder: string, text: string): Promise<void> {
  const path = join(folder, 'ruimte.db');
  const content = await readFile(path);
  const at = content.indexOf(text);
  if (at < 0 || content.indexOf(text, at + 1) >= 0)
    throw new Error(`"${text}" is not in the file exactly once`);
  content.writeUInt8(content.readUInt8(at) ^ 1, at);
  await writeFile(path, content);
}

/** Makes the data look as if a version of Ruimte with this schema version had written it. */
export async function setSchemaVersion(folder: string, version: number): Promise<void> {
  const { db, release } = await openLibsql(folder);
  await db.insertInto('schemaVersion').values({ version }).execute();
  await db.destroy();
  release();
}
