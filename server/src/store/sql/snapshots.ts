/** Queries on snapshots. A projection is kept as JSON: its maps as lists of values, in their order. */
import { crc32 } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { SnapshotId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';

import { snapshotSchema, snapshotSummarySchema } from '../record-schemas.ts';
import { StoreError } from '../store-error.ts';
import type { SnapshotRecord } from '../store.ts';
import { readJson, toBytes, toRecord } from './rows.ts';
import type { RowOf, Tables } from './tables.ts';

type Db = Kysely<Tables>;
const SUMMARY = [
  'id',
  'meetup',
  'board',
  'generation',
  'takenAt',
  'title',
  'date',
  'format',
  'projection',
  'hash',
] as const;

function writeBoard({ notes, communities, ...rest }: Board): string {
  return JSON.stringify({ ...rest, notes: [...notes], communities: [...communities] });
}

function readBoard(json: string, what: string): unknown {
  const value = readJson(json, what);
  if (typeof value !== 'object' || value === null) return value;
  const { notes, communities, ...rest } = value as Record<string, unknown>;
  if (!Array.isArray(notes) || !Array.isArray(communities)) return value;
  return {
    // Nothing was counted before version 4.
    votes: [],
    ratings: [],
    ...rest,
    notes: new Map(notes as [string, unknown][]),
    communities: new Map(communities as [string, unknown][]),
  };
}

/**
 * Keeping the same snapshot again is fine: after a disk error nobody knows whether the first attempt was kept.
 * @throws StoreError `impossible` when another snapshot of that id is kept: snapshots do not change.
 */
export async function keepSnapshot(db: Db, snapshot: SnapshotRecord): Promise<void> {
  const row = {
    ...snapshot,
    format: JSON.stringify(snapshot.format),
    projection: writeBoard(snapshot.projection),
    checksum: crc32(snapshot.state),
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('snapshots')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ hash: row.hash })
        .where((eb) => eb.and(SUMMARY.map((name) => eb(`snapshots.${name}`, '=', row[name])))),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) {
    throw new StoreError('impossible', `snapshot ${snapshot.id} is kept already`);
  }
}

export async function dropSnapshot(db: Db, id: SnapshotId): Promise<void> {
  await db.deleteFrom('snapshots').where('id', '=', id).execute();
}

function parts(row: Pick<RowOf<'snapshots'>, 'format' | 'projection'>, what: string): object {
  return { format: readJson(row.format, what), projection: readBoard(row.projection, what) };
}

export async function listSnapshots(db: Db): Promise<readonly Omit<SnapshotRecord, 'state'>[]> {
  const rows = await db
    .selectFrom('snapshots')
    .select(SUMMARY)
    .orderBy('takenAt', 'desc')
    .orderBy('row', 'desc')
    .execute();
  return rows.map((row) => {
    const what = `snapshot ${row.id}`;
    return toRecord(snapshotSummarySchema, { ...row, ...parts(row, what) }, what);
  });
}

/** @throws StoreError `damaged` when the state is not what was kept. */
export async function findSnapshot(db: Db, id: SnapshotId): Promise<SnapshotRecord | undefined> {
  const found = await db
    .selectFrom('snapshots')
    .select([...SUMMARY, 'state', 'checksum'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { checksum, ...row } = found;
  const what = `snapshot ${id}`;
  const state = toBytes(row.state);
  if (crc32(state) !== checksum)
    throw new StoreError('damaged', `${what} is damaged: its checksum does not hold`);
  return toRecord(snapshotSchema, { ...row, ...parts(row, what), state }, what);
}
