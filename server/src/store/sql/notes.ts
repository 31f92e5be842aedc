/** Queries on notes outside a board: the bin, and the supplement that came in after the close. */
import type { Kysely } from 'kysely';
import type { MeetupId, NoteId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import { binSchema, noteSchema } from '../record-schemas.ts';
import type { BinRecord } from '../store.ts';
import { readJson, toRecord } from './rows.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

export async function keepInBin(db: Db, { meetup, note, removedAt, removedBy }: BinRecord): Promise<void> {
  const changes = { note: JSON.stringify(note), removedAt, removedBy };
  await db
    .insertInto('bin')
    .values({ meetup, id: note.id, ...changes })
    .onConflict((conflict) => conflict.columns(['meetup', 'id']).doUpdateSet(changes))
    .execute();
}

export async function takeFromBin(db: Db, meetup: MeetupId, note: NoteId): Promise<void> {
  await db.deleteFrom('bin').where('meetup', '=', meetup).where('id', '=', note).execute();
}

export async function emptyBin(db: Db, meetup: MeetupId): Promise<void> {
  await db.deleteFrom('bin').where('meetup', '=', meetup).execute();
}

export async function listBin(db: Db, meetup: MeetupId): Promise<readonly BinRecord[]> {
  const rows = await db
    .selectFrom('bin')
    .selectAll()
    .where('meetup', '=', meetup)
    .orderBy('removedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id, note, ...row }) => {
    const what = `note ${id} in the bin`;
    return toRecord(binSchema, { ...row, note: readJson(note, what) }, what);
  });
}

/** Kept once per note: what comes a second time is left as it was. */
export async function keepSupplement(db: Db, meetup: MeetupId, note: Note): Promise<void> {
  await db
    .insertInto('supplement')
    .values({ meetup, id: note.id, note: JSON.stringify(note) })
    .onConflict((conflict) => conflict.columns(['meetup', 'id']).doNothing())
    .execute();
}

export async function listSupplement(db: Db, meetup: MeetupId): Promise<readonly Note[]> {
  const rows = await db
    .selectFrom('supplement')
    .selectAll()
    .where('meetup', '=', meetup)
    .orderBy('row')
    .execute();
  return rows.map(({ id, note }) => {
    const what = `note ${id} of the supplement`;
    return toRecord(noteSchema, readJson(note, what), what);
  });
}
