/** The thread of the embedded store: opens the database and answers requests one after the other. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import {
  type EmbeddedAnswer,
  type EmbeddedRequest,
  movedWith,
  OPENED,
  packDocument,
  type PackedBatch,
  type PackedDocument,
  toPlain,
  unpackBatch,
} from './embedded-messages.ts';
import { unpackFrames } from './frames.ts';
import { type LibsqlDatabase, openLibsql } from './libsql-database.ts';
import { createSqlStore } from './sql/sql-store.ts';
import { leavesDoubt, toStoreError } from './store-error.ts';
import type { DocumentKey, Store, StoreRecord } from './store.ts';

/** Records after which the text they take away must leave the files too, not only the tables. */
const ERASING: readonly StoreRecord['kind'][] = ['dropDocument', 'emptyBin', 'dropSnapshot'];

function erases({ method, args }: EmbeddedRequest): boolean {
  if (method === 'compact') return true;
  return method === 'append' && (args[0] as PackedBatch).records.some(({ kind }) => ERASING.includes(kind));
}

function serve(port: MessagePort, database: LibsqlDatabase): void {
  const sql = createSqlStore(database.db);
  const store: Store = {
    ...sql,
    close: async () => {
      try {
        database.checkpoint();
      } finally {
        await sql.close();
        database.release();
      }
    },
  };
  let erasureDue = false;
  /** Set by an input/output error: nothing is served, and so nothing acknowledged, before the database was reopened. */
  let inDoubt = false;

  async function perform({ method, args }: EmbeddedRequest): Promise<unknown> {
    try {
      if (inDoubt && method !== 'close') database.reopen();
      inDoubt = false;
      return await call(method, args);
    } catch (error) {
      inDoubt ||= leavesDoubt(error);
      throw error;
    }
  }

  /** The requests whose updates cross packed, and all others as they are. */
  async function call(method: EmbeddedRequest['method'], args: readonly unknown[]): Promise<unknown> {
    switch (method) {
      case 'append':
        return store.append(unpackBatch(args[0] as PackedBatch));
      case 'compact':
        return store.compact(args[0] as DocumentKey, unpackFrames(args[1] as Uint8Array), args[2] as number);
      case 'loadDocument': {
        const found = await store.loadDocument(args[0] as DocumentKey);
        return found === undefined ? undefined : packDocument(found);
      }
      default:
        return (store[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    }
  }

  async function answer(request: EmbeddedRequest): Promise<void> {
    const { id, method } = request;
    let reply: EmbeddedAnswer;
    let moved: ArrayBuffer[] = [];
    try {
      const value = await perform(request);
      if (method === 'loadDocument' && value !== undefined)
        moved = movedWith((value as PackedDocument).packed);
      reply = { id, value };
      erasureDue ||= erases(request);
    } catch (error) {
      reply = { id, error: toPlain(toStoreError(error)) };
    }
    port.postMessage(reply, moved);
    if (method === 'close') port.close();
    else if (erasureDue) erasureDue = !tryCheckpoint();
  }

  /** After the answer: what was asked is kept already, and what fails here is tried again after the next request. */
  function tryCheckpoint(): boolean {
    try {
      return database.checkpoint();
    } catch (error) {
      inDoubt ||= leavesDoubt(error);
      process.emitWarning(`erased text is still in the log of the database: ${toStoreError(error).message}`);
      return false;
    }
  }

  let last = Promise.resolve();
  port.on('message', (request: EmbeddedRequest) => {
    last = last.then(() => answer(request));
  });
}

async function start(port: MessagePort, folder: string): Promise<void> {
  let opened: EmbeddedAnswer = { id: OPENED, value: undefined };
  try {
    serve(port, await openLibsql(folder));
  } catch (error) {
    opened = { id: OPENED, error: toPlain(toStoreError(error)) };
  }
  port.postMessage(opened);
}

if (parentPort !== null) await start(parentPort, (workerData as { readonly folder: string }).folder);
