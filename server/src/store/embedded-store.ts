/** The default store: one SQLite file in a data folder, written by a thread of its own so that sockets never wait. */
import { Worker } from 'node:worker_threads';
import {
  movedWith,
  type Method,
  packBatch,
  type PackedDocument,
  unpackDocument,
} from './embedded-messages.ts';
import { packFrames } from './frames.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { WorkerLine } from './worker-line.ts';

/**
 * Opens the store in the folder, which is made for this user alone when it is not there.
 * @throws StoreError `inUse` when another process has the folder, `newer`, `failed`
 */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
    workerData: { folder },
    // What a batch makes is dead when the next one comes: a nursery that grows to 48 MB would only be memory.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const line = new WorkerLine(worker);
  try {
    await line.opened;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  let closing: Promise<void> | undefined;

  async function send(method: Method, args: readonly unknown[], moved: ArrayBuffer[] = []): Promise<unknown> {
    if (closing !== undefined) throw new StoreError('closed', 'the store is closed');
    return await line.ask(method, args, moved);
  }

  async function ask<M extends Method>(
    method: M,
    ...args: Parameters<Store[M]>
  ): Promise<Awaited<ReturnType<Store[M]>>> {
    return (await send(method, args)) as Awaited<ReturnType<Store[M]>>;
  }

  async function close(): Promise<void> {
    try {
      await line.ask('close', []);
    } finally {
      await line.exited;
    }
  }

  return {
    append: async (batch) => {
      const packed = packBatch(batch);
      await send('append', [packed], movedWith(packed.memory));
    },
    loadDocument: async (document) => {
      const found = (await send('loadDocument', [document])) as PackedDocument | undefined;
      return found === undefined ? undefined : unpackDocument(found);
    },
    compact: async (document, updates, upTo) => {
      const packed = packFrames(updates);
      await send('compact', [document, packed, upTo], movedWith(packed));
    },
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
