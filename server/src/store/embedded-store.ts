/** The default store: one SQLite file in a data folder, written by a thread of its own so that sockets never wait. */
import { Worker } from 'node:worker_threads';
import type { Method } from './embedded-messages.ts';
import type { Batch, Store, StoreRecord } from './store.ts';
import { StoreError } from './store-error.ts';
import { WorkerLine } from './worker-line.ts';

/**
 * A copying message carries the whole buffer behind a view, which for bytes from a socket is a pool of many
 * kilobytes: such views are cut out first.
 */
function cutOut(bytes: Uint8Array): Uint8Array {
  const isView = bytes instanceof Uint8Array && bytes.byteLength !== bytes.buffer.byteLength;
  return isView ? new Uint8Array(bytes) : bytes;
}

function cutOutRecord(record: StoreRecord): StoreRecord {
  if (record.kind === 'updates') return { ...record, updates: record.updates.map(cutOut) };
  if (record.kind !== 'snapshot') return record;
  return { ...record, snapshot: { ...record.snapshot, state: cutOut(record.snapshot.state) } };
}

/**
 * Opens the store in the folder, which is made for this user alone when it is not there.
 * @throws StoreError `inUse` when another process has the folder, `newer`, `failed`
 */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), { workerData: { folder } });
  const line = new WorkerLine(worker);
  try {
    await line.opened;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  let closing: Promise<void> | undefined;

  async function ask<M extends Method>(
    method: M,
    ...args: Parameters<Store[M]>
  ): Promise<Awaited<ReturnType<Store[M]>>> {
    if (closing !== undefined) throw new StoreError('closed', 'the store is closed');
    return (await line.ask(method, args)) as Awaited<ReturnType<Store[M]>>;
  }

  async function close(): Promise<void> {
    try {
      await line.ask('close', []);
    } finally {
      await line.exited;
    }
  }

  return {
    append: async (batch: Batch) => ask('append', batch.map(cutOutRecord)),
    loadDocument: (document) => ask('loadDocument', document),
    compact: async (document, state, upTo) => ask('compact', document, cutOut(state), upTo),
    listMeetups: () => ask('listMeetups'),
    findCommand: (meetup, id) => ask('findCommand', meetup, id),
    listPeople: (meetup) => ask('listPeople', meetup),
    findSession: (hash) => ask('findSession', hash),
    listBin: (meetup) => ask('listBin', meetup),
    listSnapshots: () => ask('listSnapshots'),
    findSnapshot: (id) => ask('findSnapshot', id),
    listSupplement: (meetup) => ask('listSupplement', meetup),
    readSetting: (name) => ask('readSetting', name),
    close: () => (closing ??= close()),
  };
}
