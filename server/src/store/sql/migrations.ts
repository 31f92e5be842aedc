/** The steps from nothing to today's tables. A step that has been released is never changed: add one. */
import { type ColumnDefinitionBuilder, type ColumnDataType, type Kysely, sql } from 'kysely';
import { StoreError } from '../store-error.ts';
import { crc32 } from 'node:zlib';
import { checksumOf, UNTRUE_CHECKSUM } from './documents.ts';
import { toBytes } from './rows.ts';
import type { Tables } from './tables.ts';

/** What differs between databases. */
export interface ColumnTypes {
  readonly bytes: ColumnDataType;
  /** Whole numbers up to 2^53. */
  readonly whole: ColumnDataType;
  /** Times and other numbers that may have a fraction. */
  readonly number: ColumnDataType;
  /** The type and definition of a primary key the database counts up itself, never giving a number twice. */
  readonly sequence: readonly [ColumnDataType, (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder];
}

/** SQLite, and so libsql. `real` keeps whole numbers up to 2^53 exactly. */
export const SQLITE_TYPES: ColumnTypes = {
  bytes: 'blob',
  whole: 'integer',
  number: 'real',
  sequence: ['integer', (column) => column.primaryKey().autoIncrement()],
};

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
const must: Column = (column) => column.notNull();
const key: Column = (column) => column.notNull().primaryKey();
const ofMeetup: Column = (column) => column.notNull().references('meetups.id').onDelete('cascade');

async function createDocuments(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('updates')
    .addColumn('row', ...types.sequence)
    .addColumn('document', 'text', must)
    .addColumn('checksum', types.whole, must)
    .addColumn('content', types.bytes, must)
    .execute();
  await schema.createIndex('updatesOfDocument').on('updates').columns(['document', 'row']).execute();
  await schema
    .createTable('clients')
    .addColumn('document', 'text', must)
    .addColumn('client', types.whole, must)
    .addColumn('participant', 'text', must)
    .addPrimaryKeyConstraint('clientsKey', ['document', 'client'])
    .execute();
}

async function createMeetups(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  let meetups = schema
    .createTable('meetups')
    .addColumn('id', 'text', key)
    .addColumn('generation', types.whole, must);
  for (const name of ['board', 'title', 'date', 'locale', 'format', 'status', 'code'] as const) {
    meetups = meetups.addColumn(name, 'text', must);
  }
  for (const name of ['linkGenerations', 'linkHashes', 'communities'] as const) {
    meetups = meetups.addColumn(name, 'text', must);
  }
  await meetups.addColumn('createdAt', types.number, must).addColumn('closedAt', types.number).execute();
  await schema
    .createTable('commands')
    .addColumn('meetup', 'text', ofMeetup)
    .addColumn('id', 'text', must)
    .addColumn('revision', types.whole, must)
    .addColumn('at', types.number, must)
    .addPrimaryKeyConstraint('commandsKey', ['meetup', 'id'])
    .execute();
  await schema
    .createTable('settings')
    .addColumn('name', 'text', key)
    .addColumn('value', 'text', must)
    .execute();
}

async function createPeople(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  let people = schema
    .createTable('people')
    .addColumn('id', 'text', key)
    .addColumn('meetup', 'text', ofMeetup);
  for (const name of ['name', 'community', 'role', 'task', 'deviceHash'] as const) {
    people = people.addColumn(name, 'text', must);
  }
  await people.addColumn('shutOut', types.whole, must).addColumn('joinedAt', types.number, must).execute();
  await schema.createIndex('peopleOfMeetup').on('people').column('meetup').execute();
  await schema
    .createTable('sessions')
    .addColumn('hash', 'text', key)
    .addColumn('role', 'text', must)
    .addColumn('meetup', 'text', (column) => column.references('meetups.id').onDelete('cascade'))
    .addColumn('participant', 'text')
    .addColumn('linkGeneration', types.whole, must)
    .addColumn('createdAt', types.number, must)
    .execute();
}

async function createArchive(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('bin')
    .addColumn('meetup', 'text', ofMeetup)
    .addColumn('id', 'text', must)
    .addColumn('note', 'text', must)
    .addColumn('removedAt', types.number, must)
    .addColumn('removedBy', 'text')
    .addPrimaryKeyConstraint('binKey', ['meetup', 'id'])
    .execute();
  let snapshots = schema.createTable('snapshots').addColumn('row', ...types.sequence);
  for (const name of ['meetup', 'board', 'title', 'date', 'format', 'projection', 'hash'] as const) {
    snapshots = snapshots.addColumn(name, 'text', must);
  }
  await snapshots
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('generation', types.whole, must)
    .addColumn('takenAt', types.number, must)
    .addColumn('state', types.bytes, must)
    .addColumn('checksum', types.whole, must)
    .execute();
  await schema
    .createTable('supplement')
    .addColumn('row', ...types.sequence)
    .addColumn('meetup', 'text', ofMeetup)
    .addColumn('id', 'text', must)
    .addColumn('note', 'text', must)
    .addUniqueConstraint('supplementKey', ['meetup', 'id'])
    .execute();
}

type Step = (db: Kysely<Tables>, types: ColumnTypes) => Promise<void>;
const STEPS: readonly Step[] = [
  async (db, types) => {
    await createDocuments(db, types);
    await createMeetups(db, types);
    await createPeople(db, types);
    await createArchive(db, types);
  },
  (db) => sealDocuments(db),
  markCompacted,
  addSeatsAndPrevious,
  addShows,
];

const ROWS_AT_A_TIME = 200;

/**
 * Version 2: the checksum of a row covers the name of its document too, so that a row that has strayed to another
 * document is noticed. A row whose old checksum does not hold keeps one that never will.
 */
async function sealDocuments(db: Kysely<Tables>): Promise<void> {
  for (let last = 0; ;) {
    const rows = await db
      .selectFrom('updates')
      .selectAll()
      .where('row', '>', last)
      .orderBy('row')
      .limit(ROWS_AT_A_TIME)
      .execute();
    for (const { row, document, checksum, content } of rows) {
      const bytes = toBytes(content);
      const whole = crc32(bytes) === checksum;
      const sealed = whole ? checksumOf(document, bytes) : UNTRUE_CHECKSUM;
      await db.updateTable('updates').set({ checksum: sealed }).where('row', '=', row).execute();
    }
    if (rows.length < ROWS_AT_A_TIME) return;
    last = rows.at(-1)?.row ?? last;
  }
}

/** Version 3: rows that compaction wrote are marked. Those of older versions count as written by people. */
async function markCompacted(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await db.schema
    .alterTable('updates')
    .addColumn('compacted', types.whole, (column) => column.notNull().defaultTo(0))
    .execute();
}

/**
 * Version 4: people have a table and meet-ups may look back at a snapshot, those of older versions none and not; a
 * board of the archive may hold what was counted.
 */
async function addSeatsAndPrevious(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('meetups').addColumn('previous', 'text').execute();
  await db.schema
    .alterTable('people')
    .addColumn('table', types.whole, (column) => column.notNull().defaultTo(0))
    .execute();
}

/** Version 5: a meet-up may show communities alone with its notes; those of older versions show names. */
async function addShows(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('meetups').addColumn('shows', 'text').execute();
}

/**
 * Brings the tables up to date, each step in a transaction with its number.
 * @param beforeUpgrade - called with the version before the first step, when there is data of an older version.
 * @throws StoreError `newer` when the tables were made by a version that knows more steps.
 */
export async function migrate(
  db: Kysely<Tables>,
  types: ColumnTypes,
  beforeUpgrade: (version: number) => void = () => undefined,
): Promise<void> {
  await sql`create table if not exists "schemaVersion" (version integer not null primary key)`.execute(db);
  const last = await db
    .selectFrom('schemaVersion')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  const version = last?.version ?? 0;
  if (version > STEPS.length) {
    throw new StoreError(
      'newer',
      `the data has schema version ${version}, this version of Ruimte knows ${STEPS.length}: start a newer one`,
    );
  }
  if (version > 0 && version < STEPS.length) beforeUpgrade(version);
  for (const [index, step] of STEPS.entries()) {
    if (index < version) continue;
    await db.transaction().execute(async (trx) => {
      await step(trx, types);
      await trx
        .insertInto('schemaVersion')
        .values({ version: index + 1 })
        .execute();
    });
  }
}
