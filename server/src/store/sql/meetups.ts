/** Queries on meet-ups, the commands applied to them, and the settings of the installation. */
import type { Kysely } from 'kysely';
import type { CommandId, MeetupId } from '@ruimte/shared/ids';
import { meetupSchema } from '../record-schemas.ts';
import { StoreError } from '../store-error.ts';
import type { MeetupRecord } from '../store.ts';
import { readJson, toRecord } from './rows.ts';
import type { RowOf, Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** @param formats - those read already, by their text: a thousand meet-ups share a handful of formats. */
function toMeetup({ shows, ...row }: RowOf<'meetups'>, formats: Map<string, unknown>): MeetupRecord {
  const what = `meet-up ${row.id}`;
  const format = formats.get(row.format) ?? readJson(row.format, what);
  formats.set(row.format, format);
  return toRecord(
    meetupSchema,
    {
      ...row,
      format,
      linkGenerations: readJson(row.linkGenerations, what),
      linkHashes: readJson(row.linkHashes, what),
      communities: readJson(row.communities, what),
      previous: row.previous === null ? null : readJson(row.previous, what),
      ...(shows === null ? {} : { shows }),
    },
    what,
  );
}

export async function keepMeetup(db: Db, meetup: MeetupRecord): Promise<void> {
  const row = {
    ...meetup,
    format: JSON.stringify(meetup.format),
    linkGenerations: JSON.stringify(meetup.linkGenerations),
    linkHashes: JSON.stringify(meetup.linkHashes),
    communities: JSON.stringify(meetup.communities),
    previous: meetup.previous === null ? null : JSON.stringify(meetup.previous),
    shows: meetup.shows ?? null,
  };
  const { id: _, ...changes } = row;
  await db
    .insertInto('meetups')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute();
}

export async function listMeetups(db: Db): Promise<readonly MeetupRecord[]> {
  const rows = await db.selectFrom('meetups').selectAll().orderBy('createdAt').orderBy('id').execute();
  const formats = new Map<string, unknown>();
  return rows.map((row) => toMeetup(row, formats));
}

/** @throws StoreError `impossible` when the command was applied before with another result. */
export async function keepCommand(
  db: Db,
  command: {
    readonly meetup: MeetupId;
    readonly id: CommandId;
    readonly revision: number;
    readonly at: number;
  },
): Promise<void> {
  const { meetup, id, revision, at } = command;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('commands')
    .values({ meetup, id, revision, at })
    .onConflict((conflict) =>
      conflict.columns(['meetup', 'id']).doUpdateSet({ at }).where('commands.revision', '=', revision),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new StoreError('impossible', `command ${id} is kept already`);
}

export async function findCommand(db: Db, meetup: MeetupId, id: CommandId): Promise<number | undefined> {
  const row = await db
    .selectFrom('commands')
    .select('revision')
    .where('meetup', '=', meetup)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.revision;
}

export async function keepSetting(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function readSetting(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}
