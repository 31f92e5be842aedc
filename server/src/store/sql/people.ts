/** Queries on people and their sessions. */
import type { Kysely } from 'kysely';
import type { MeetupId } from '@ruimte/shared/ids';
import { personSchema, sessionSchema } from '../record-schemas.ts';
import type { PersonRecord, SessionRecord } from '../store.ts';
import { toRecord } from './rows.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

export async function keepPerson(db: Db, person: PersonRecord): Promise<void> {
  const row = { ...person, shutOut: person.shutOut ? 1 : 0 };
  const { id: _, ...changes } = row;
  await db
    .insertInto('people')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute();
}

export async function listPeople(db: Db, meetup: MeetupId): Promise<readonly PersonRecord[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('meetup', '=', meetup)
    .orderBy('joinedAt')
    .orderBy('id')
    .execute();
  return rows.map((row) =>
    toRecord(personSchema, { ...row, shutOut: row.shutOut === 1 }, `person ${row.id}`),
  );
}

export async function keepSession(db: Db, session: SessionRecord): Promise<void> {
  const { hash: _, ...changes } = session;
  await db
    .insertInto('sessions')
    .values(session)
    .onConflict((conflict) => conflict.column('hash').doUpdateSet(changes))
    .execute();
}

export async function endSession(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hash).execute();
}

export async function findSession(db: Db, hash: string): Promise<SessionRecord | undefined> {
  const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : toRecord(sessionSchema, row, 'a session');
}
