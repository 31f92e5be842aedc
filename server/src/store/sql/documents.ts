/** Queries on documents: their updates and who owns which client id. */
import { crc32 } from 'node:zlib';
import type { CompiledQuery, Kysely } from 'kysely';
import type { ParticipantId } from '@ruimte/shared/ids';
import { packFrames, unpackFrames } from '../frames.ts';
import { StoreError } from '../store-error.ts';
import type { DocumentKey, StoredDocument } from '../store.ts';
import { toBytes } from './rows.ts';
import type { RowOf, Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** What no row's checksum is: those are whole numbers from 0. */
export const UNTRUE_CHECKSUM = -1;

/** The checksum of a row: over the name of its document and its content, so that it can stray to no other. */
export function checksumOf(document: string, content: Uint8Array): number {
  return crc32(content, crc32(new TextEncoder().encode(`${document}\n`)));
}

/** Adds one row; none for no updates. */
export async function keepUpdates(
  db: Db,
  document: DocumentKey,
  updates: readonly Uint8Array[],
): Promise<void> {
  if (updates.length === 0) return;
  const content = packFrames(updates);
  await db.executeQuery({
    ...insertionFor(db),
    parameters: [document, checksumOf(document, content), content],
  });
}

/** The insertion of a row, built once per database: building it anew takes longer than carrying it out. */
const insertions = new WeakMap<object, CompiledQuery>();

function insertionFor(db: Db): CompiledQuery {
  const { adapter } = db.getExecutor();
  const known = insertions.get(adapter);
  if (known !== undefined) return known;
  const values = { document: '', checksum: 0, content: new Uint8Array() };
  const built = db.insertInto('updates').values(values).compile();
  insertions.set(adapter, built);
  return built;
}

/** @throws StoreError `impossible` when the client id belongs to somebody else. */
export async function keepClient(
  db: Db,
  document: DocumentKey,
  client: number,
  participant: ParticipantId,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('clients')
    .values({ document, client, participant })
    .onConflict((conflict) =>
      conflict
        .columns(['document', 'client'])
        .doUpdateSet({ participant })
        .where('clients.participant', '=', participant),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) {
    throw new StoreError('impossible', `client ${client} of ${document} is kept already`);
  }
}

export async function dropDocument(db: Db, document: DocumentKey): Promise<void> {
  await db.deleteFrom('updates').where('document', '=', document).execute();
  await db.deleteFrom('clients').where('document', '=', document).execute();
}

function readRow(document: DocumentKey, { row, checksum, content }: RowOf<'updates'>): readonly Uint8Array[] {
  const bytes = toBytes(content);
  if (checksumOf(document, bytes) !== checksum) {
    throw new StoreError(
      'damaged',
      `row ${row} of document ${document} is damaged: its checksum does not hold`,
    );
  }
  return unpackFrames(bytes);
}

/** @throws StoreError `damaged` naming document and row; a document is loaded whole or not at all. */
export async function loadDocument(db: Db, document: DocumentKey): Promise<StoredDocument | undefined> {
  const rows = await db
    .selectFrom('updates')
    .selectAll()
    .where('document', '=', document)
    .orderBy('row')
    .execute();
  const clients = await db
    .selectFrom('clients')
    .select(['client', 'participant'])
    .where('document', '=', document)
    .execute();
  if (rows.length === 0 && clients.length === 0) return undefined;
  const content = rows.map((row) => readRow(document, row));
  return {
    updates: content.flat(),
    compacted: rows[0]?.compacted === 1 ? (content[0]?.length ?? 0) : 0,
    clients: new Map(clients.map(({ client, participant }) => [client, participant as ParticipantId])),
    upTo: rows.at(-1)?.row ?? 0,
  };
}

/**
 * Puts the updates in the place of row `upTo` and removes the rows before it, so that later rows stay later.
 * @throws StoreError `impossible` when that row is gone: the document was dropped, or compacted further, meanwhile.
 */
export async function compact(
  db: Db,
  document: DocumentKey,
  updates: readonly Uint8Array[],
  upTo: number,
): Promise<void> {
  const content = packFrames(updates);
  const { numUpdatedRows } = await db
    .updateTable('updates')
    .set({ content, checksum: checksumOf(document, content), compacted: 1 })
    .where('document', '=', document)
    .where('row', '=', upTo)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) {
    throw new StoreError('impossible', `row ${upTo} of ${document} is not there any more`);
  }
  await db.deleteFrom('updates').where('document', '=', document).where('row', '<', upTo).execute();
}

/** How many documents were read, and those that did not hold. */
export interface DocumentCheck {
  readonly documents: number;
  /** Sentences naming document and row. */
  readonly damaged: readonly string[];
}

/** Reads every document, one after the other, against its checksums. */
export async function checkDocuments(db: Db): Promise<DocumentCheck> {
  const rows = await db.selectFrom('updates').select('document').distinct().execute();
  const damaged: string[] = [];
  for (const { document } of rows) {
    try {
      await loadDocument(db, document as DocumentKey);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      damaged.push(error.message);
    }
  }
  return { documents: rows.length, damaged };
}
