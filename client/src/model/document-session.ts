/**
 * One document as long as the meet-up is open. Its Y.Doc is replaced by a fresh one, with a new client id, when the
 * server refused it or its generation moved on: a document cannot take back one operation.
 */
import { type ErrorCode, RuimteError } from '@ruimte/shared/errors';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { OwnMessage } from '@ruimte/shared/protocol/messages';
import { defineRoots } from '@ruimte/shared/schema/document';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createBackoff } from './backoff.ts';
import { type Connection, openConnection, type Ticket } from './connection.ts';
import { createWritable, type Readable } from './readable.ts';
import type { Timers } from './timers.ts';

/** A document that is connected or trying to be. */
export interface LiveDocument {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

/** `why` is what the server said when it closed the line, where waiting helps. */
export type DocumentState =
  | { readonly state: 'opening'; readonly why?: CloseReason }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number; readonly why?: CloseReason }
  | { readonly state: 'ended'; readonly reason: ErrorCode };

export interface DocumentSessionOptions {
  readonly roots: readonly string[];
  /** Screens can go on without the document: then a first try that fails is a lost connection. */
  readonly knownBefore: boolean;
  readonly address: string;
  readonly getTicket: (signal: AbortSignal) => Promise<Ticket>;
  /** Asks which generation is the present one; `getTicket` uses it from then on. @throws as `callApi`. */
  readonly refreshGeneration: () => Promise<void>;
  readonly timers: Timers;
  readonly WebSocket: typeof WebSocket;
  /** A new document is there, still empty; called before anything is asked of the server. */
  readonly onOpened: (live: LiveDocument) => void;
  /** The document has everything the server had, after each connecting. */
  readonly onSynced: (live: LiveDocument) => void;
  /** The document is about to be dropped. The reason is undefined when its generation moved on. */
  readonly onDropped: (live: LiveDocument, reason: CloseReason | undefined) => void;
  readonly onMessage: (message: OwnMessage, receivedAt: number) => void;
}

export interface DocumentSession {
  readonly state: Readable<DocumentState>;
  /** The document that takes edits now. */
  live(): LiveDocument;
  /** Whether the present document has ever been complete; before that edits belong in the outbox alone. */
  hasSynced(): boolean;
  /** Drops the document and joins the present generation. */
  rejoin(): void;
  wake(): void;
  close(): void;
}

/** Opens a document and keeps it open. */
export function openDocument(options: DocumentSessionOptions): DocumentSession {
  const { timers } = options;
  const backoff = createBackoff(timers);
  const state = createWritable<DocumentState>({ state: 'opening' });
  let closed = false;
  let synced = false;
  let live: LiveDocument;
  let connection: Connection | undefined;
  let cancelRetry: (() => void) | undefined;

  function open(): void {
    const doc = new Y.Doc();
    defineRoots(doc, options.roots);
    const opened: LiveDocument = { doc, awareness: new Awareness(doc) };
    const backAgain = (): void => {
      state.set({ state: 'live' });
      options.onSynced(opened);
    };
    live = opened;
    synced = false;
    options.onOpened(opened);
    connection = openConnection({
      doc,
      awareness: opened.awareness,
      address: options.address,
      getTicket: options.getTicket,
      backoff,
      timers,
      WebSocket: options.WebSocket,
      onSynced: () => {
        synced = true;
        backAgain();
      },
      onLost: lost,
      onSilent: () => lost(),
      onHeard: backAgain,
      onMessage: options.onMessage,
      onRefused: (reason) => replace(reason),
      onOutdated: () => void moveOn(),
      onEnded: (reason) => state.set({ state: 'ended', reason }),
    });
  }

  function lost(why?: CloseReason): void {
    const before = state.get();
    const reason = why === undefined ? {} : { why };
    if (before.state === 'ended') return;
    if (before.state === 'lost') state.set({ state: 'lost', since: before.since, ...reason });
    else if (before.state === 'live' || options.knownBefore)
      state.set({ state: 'lost', since: timers.now(), ...reason });
    else state.set({ state: 'opening', ...reason });
  }

  function replace(reason: CloseReason | undefined): void {
    if (closed) return;
    lost();
    drop(reason);
    open();
  }

  function drop(reason: CloseReason | undefined): void {
    cancelRetry?.();
    connection?.close();
    options.onDropped(live, reason);
    live.doc.destroy();
  }

  async function moveOn(): Promise<void> {
    lost();
    try {
      await options.refreshGeneration();
      replace(undefined);
    } catch (error) {
      if (closed) return;
      if (error instanceof RuimteError && error.retryAfterMs === undefined && error.code !== 'internal') {
        return state.set({ state: 'ended', reason: error.code });
      }
      cancelRetry = timers.later(backoff.next(), () => void moveOn());
    }
  }

  open();
  return {
    state,
    live: () => live,
    hasSynced: () => synced,
    rejoin: () => {
      if (!closed && state.get().state !== 'ended') replace(undefined);
    },
    wake: () => connection?.wake(),
    close: () => {
      if (closed) return;
      closed = true;
      cancelRetry?.();
      connection?.close();
      live.doc.destroy();
    },
  };
}
