/** The store over any database kysely speaks; each call is one transaction. */
import type { Kysely } from 'kysely';
import { checkBatch } from '../check-batch.ts';
import { toStoreError } from '../store-error.ts';
import type { Store, StoreRecord } from '../store.ts';
import * as documents from './documents.ts';
import * as meetups from './meetups.ts';
import * as notes from './notes.ts';
import * as people from './people.ts';
import * as snapshots from './snapshots.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

function keep(db: Db, record: StoreRecord): Promise<void> {
  switch (record.kind) {
    case 'updates':
      return documents.keepUpdates(db, record.document, record.updates);
    case 'client':
      return documents.keepClient(db, record.document, record.client, record.participant);
    case 'dropDocument':
      return documents.dropDocument(db, record.document);
    case 'meetup':
      return meetups.keepMeetup(db, record.meetup);
    case 'command':
      return meetups.keepCommand(db, record);
    case 'setting':
      return meetups.keepSetting(db, record.name, record.value);
    case 'person':
      return people.keepPerson(db, record.person);
    case 'session':
      return people.keepSession(db, record.session);
    case 'endSession':
      return people.endSession(db, record.hash);
    case 'binned':
      return notes.keepInBin(db, record.entry);
    case 'unbinned':
      return notes.takeFromBin(db, record.meetup, record.note);
    case 'emptyBin':
      return notes.emptyBin(db, record.meetup);
    case 'supplement':
      return notes.keepSupplement(db, record.meetup, record.note);
    case 'snapshot':
      return snapshots.keepSnapshot(db, record.snapshot);
    case 'dropSnapshot':
      return snapshots.dropSnapshot(db, record.id);
  }
}

/**
 * A store on a database whose tables are up to date.
 * @param db - belongs to the store from now on: `close` destroys it.
 */
export function createSqlStore(db: Db): Store {
  /** Runs in one transaction, so that a document's rows and bindings belong together, and names errors. */
  async function within<T>(work: (trx: Db) => Promise<T>): Promise<T> {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return {
    append: async (batch) => {
      checkBatch(batch);
      await within(async (trx) => {
        for (const record of batch) await keep(trx, record);
      });
    },
    loadDocument: (document) => within((trx) => documents.loadDocument(trx, document)),
    compact: (document, updates, upTo) => within((trx) => documents.compact(trx, document, updates, upTo)),
    listMeetups: () => within(meetups.listMeetups),
    findCommand: (meetup, id) => within((trx) => meetups.findCommand(trx, meetup, id)),
    listPeople: (meetup) => within((trx) => people.listPeople(trx, meetup)),
    findSession: (hash) => within((trx) => people.findSession(trx, hash)),
    listBin: (meetup) => within((trx) => notes.listBin(trx, meetup)),
    listSnapshots: () => within(snapshots.listSnapshots),
    findSnapshot: (id) => within((trx) => snapshots.findSnapshot(trx, id)),
    listSupplement: (meetup) => within((trx) => notes.listSupplement(trx, meetup)),
    readSetting: (name) => within((trx) => meetups.readSetting(trx, name)),
    close: () => db.destroy(),
  };
}
