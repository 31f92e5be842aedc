/**
 * One connection of one document. y-websocket's provider speaks the wire; when and with what ticket it connects,
 * and what a close means, is decided here. A connection that was refused is finished: its document goes with it.
 */
import type { ErrorCode } from '@ruimte/shared/errors';
import { RuimteError } from '@ruimte/shared/errors';
import { CLOSE_CODES, type CloseReason, closeReason } from '@ruimte/shared/protocol/close-codes';
import {
  encodePing,
  MESSAGE,
  type OwnMessage,
  readOwnMessage,
  SUBPROTOCOL,
  TICKET_PREFIX,
} from '@ruimte/shared/protocol/messages';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { Backoff } from './backoff.ts';
import type { Timers } from './timers.ts';

export interface Ticket {
  readonly ticket: string;
  readonly room: string;
}

/** What a connection tells; after `refused`, `outdated` and `ended` it says nothing more. */
export interface ConnectionEvents {
  /** The first sync of this socket is complete. */
  readonly onSynced: () => void;
  /** @param why - the server's reason, where waiting helps; undefined when nobody knows. */
  readonly onLost: (why?: CloseReason) => void;
  /** Nothing is heard on the open line, not even the answer to a ping; it may still come back. */
  readonly onSilent: () => void;
  /** Something was heard again on a line that had been silent. */
  readonly onHeard: () => void;
  readonly onMessage: (message: OwnMessage, receivedAt: number) => void;
  /** The server does not take what this document holds: it has to be dropped. */
  readonly onRefused: (reason: CloseReason) => void;
  /** The document has a newer generation. */
  readonly onOutdated: () => void;
  readonly onEnded: (reason: ErrorCode) => void;
}

export interface ConnectionOptions extends ConnectionEvents {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** `ws://host/ws` */
  readonly address: string;
  /** Asked before every connecting. @throws as `callApi`. */
  readonly getTicket: (signal: AbortSignal) => Promise<Ticket>;
  readonly backoff: Backoff;
  readonly timers: Timers;
  readonly WebSocket: typeof WebSocket;
}

export interface Connection {
  /** The network may be back: tries at once, or asks the open socket whether it still lives. */
  wake(): void;
  close(): void;
}

/** A socket that has not opened by then is given up; a firewall that drops packets never says so. */
const OPENING_MS = 10_000;
/**
 * After a silent line the browser's idle HTTP connections are as dead, up to six of them, and each swallows one request
 * for a ticket: that many tries, of board and stage together, are given up sooner.
 */
const HURRIED_TRIES = 4;
const HURRIED_MS = 3_000;
const LOOK_MS = 400;
/** Without a sign of life for so long the line is asked. */
const PING_MS = 2_000;
/** So much later it is called silent: with the looks in between in less than five seconds. */
const SILENT_MS = 1_900;
/** So much later it is given up. Mobile networks stall for seconds, and a new line would stall with them. */
const ANSWER_MS = 6_000;
/** Pings also tell the time, so they are never left out for longer than this. */
const PING_AT_LEAST_MS = 10_000;
/** Signs of waking that come together are one. */
const TOGETHER_MS = 1_000;
/** A page that wakes up waits so much longer than the last answer took, before it takes the line for dead. */
const WAKE_MARGIN_MS = 500;
/** During the first sync one big message may keep the answer waiting on a slow line. */
const ANSWER_WHILE_OPENING_MS = 30_000;
/** When the watch comes by this much too late the page was asleep, and silence means nothing. */
const ASLEEP_MS = 3_000;
/** When it comes by this much too late an answer may lie unread: it gets another look before anybody is alarmed. */
const BUSY_MS = 1_500;

const REFUSED: ReadonlySet<CloseReason> = new Set([
  'malformed',
  'forbidden',
  'foreignClient',
  'tooLarge',
  'boardFull',
  'shape',
  'locked',
  'closed',
]);
/** Close codes from here on say that it helps to wait. */
const FIRST_WAITING_CODE = 4500;
/** Answers to the request for a ticket after which asking again is no use. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set([
  'signInNeeded',
  'forbidden',
  'shutOut',
  'foreignOrigin',
  'unknownLink',
  'notFound',
  'meetupClosed',
  'meetupNotOpen',
  'unknownHost',
]);

/** Opens the connection; the first try is made at once. */
export function openConnection(options: ConnectionOptions): Connection {
  const { doc, awareness, timers, backoff } = options;
  let finished = false;
  /** Counts tries, so that what belongs to an earlier one is not listened to. */
  let attempt = 0;
  let dialledAt = Number.NEGATIVE_INFINITY;
  /** From asking for a ticket until the socket is open, or neither came. */
  let dialling = false;
  let asking: AbortController | undefined;
  let cancelTimer: (() => void) | undefined;
  let cancelWatch: (() => void) | undefined;
  let cancelWake: (() => void) | undefined;
  /** How long the last answer took. */
  let roundTripMs = 0;
  /** When the ping was sent that nothing has been heard since. */
  let unansweredSince: number | undefined;
  let pingedAt = 0;
  let heardAt = 0;
  let silent = false;
  let hurried = 0;

  const provider = new WebsocketProvider(options.address, 'unknown', doc, {
    connect: false,
    awareness,
    disableBc: true,
    resyncInterval: -1,
    shouldReconnect: () => false,
    WebSocketPolyfill: options.WebSocket,
  });
  // The provider says goodbye when Node stops; two dozen of them in one process would be reported as a leak.
  // oxlint-disable-next-line no-underscore-dangle -- the provider has no other name for it
  const sayGoodbye = provider._exitHandler;
  (globalThis as { process?: { off?: (type: string, run: () => void) => void } }).process?.off?.(
    'exit',
    sayGoodbye,
  );

  // While somebody listens for changes Yjs encodes each again: of a board of 10,000 notes that takes a phone a second.
  // There is nothing of one's own to send before the document is complete.
  // oxlint-disable-next-line no-underscore-dangle -- as above
  const sendChange = provider._updateHandler;
  doc.off('update', sendChange);

  function send(bytes: Uint8Array<ArrayBuffer>): void {
    if (provider.wsconnected && provider.ws?.readyState === 1) provider.ws.send(bytes);
  }

  /** The provider would pass on everybody's presence; only our own is ours to send. */
  function sendPresence(): void {
    send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness);
        encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
      }) as Uint8Array<ArrayBuffer>,
    );
  }
  function onPresence(changed: Record<'added' | 'updated' | 'removed', readonly number[]>): void {
    const { added, updated, removed } = changed;
    if ([...added, ...updated, ...removed].includes(awareness.clientID)) sendPresence();
  }
  // oxlint-disable-next-line no-underscore-dangle -- as above
  awareness.off('update', provider._awarenessUpdateHandler);
  awareness.on('update', onPresence);

  provider.messageHandlers[MESSAGE.queryAwareness] = () => sendPresence();
  for (const type of [MESSAGE.durable, MESSAGE.saving, MESSAGE.pong]) {
    provider.messageHandlers[type] = (_encoder, decoder) => {
      const message = readOwnMessage(type, decoder);
      if (message?.type === 'pong') roundTripMs = Math.max(0, timers.now() - message.clientTime);
      if (message !== undefined) options.onMessage(message, timers.now());
    };
  }
  provider.messageHandlers = provider.messageHandlers.map((handle) => (...message) => {
    unansweredSince = undefined;
    heardAt = timers.now();
    handle(...message);
    if (!silent) return;
    silent = false;
    options.onHeard();
  });

  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    cancelTimer?.();
    dialling = false;
    unansweredSince = undefined;
    silent = false;
    hurried = 0;
    heardAt = timers.now();
    // The provider tells of the connection before it has said hello itself.
    queueMicrotask(() => ping());
    watch(timers.now());
  });
  provider.on('sync', (synced) => {
    if (!synced || finished) return;
    doc.off('update', sendChange);
    doc.on('update', sendChange);
    backoff.up();
    options.onSynced();
  });
  provider.on('connection-close', (event) => {
    // From here on the provider's own timer finds nothing to do.
    provider.shouldConnect = false;
    cancelTimer?.();
    cancelWatch?.();
    cancelWake?.();
    const closed = attempt;
    // The provider is still in the middle of its own clearing up.
    queueMicrotask(() => {
      if (!finished && closed === attempt) onClosed(event?.code);
    });
  });

  function ping(): void {
    pingedAt = timers.now();
    unansweredSince ??= pingedAt;
    send(encodePing(pingedAt) as Uint8Array<ArrayBuffer>);
  }

  /** Browsers do not see a line that died silently: whoever does not answer a ping is silent, and then gone. */
  function watch(lookedAt: number): void {
    cancelWatch = timers.later(LOOK_MS, () => {
      const now = timers.now();
      const sinceLook = now - lookedAt;
      if (sinceLook > ASLEEP_MS) unansweredSince = undefined;
      const waitingMs = unansweredSince === undefined ? 0 : now - unansweredSince;
      if (waitingMs >= (provider.synced ? ANSWER_MS : ANSWER_WHILE_OPENING_MS)) return giveUp();
      if (waitingMs >= SILENT_MS && sinceLook < BUSY_MS && provider.synced && !silent) {
        silent = true;
        options.onSilent();
      }
      const quiet = now - heardAt >= PING_MS || now - pingedAt >= PING_AT_LEAST_MS;
      if (unansweredSince === undefined && quiet) ping();
      watch(now);
    });
  }

  /** The line is dead, and what else the browser has open to this server is most likely too. */
  function giveUp(): void {
    hurried = HURRIED_TRIES;
    provider.disconnect();
  }

  function onClosed(code: number | undefined): void {
    backoff.down();
    forgetPresence();
    const reason = code === undefined ? undefined : closeReason(code);
    if (reason === 'oldGeneration') return finish(() => options.onOutdated());
    if (reason === 'sessionEnded') return void tellWhyEnded();
    if (reason === 'unknown') return finish(() => options.onEnded('notFound'));
    if (reason !== undefined && REFUSED.has(reason)) return finish(() => options.onRefused(reason));
    options.onLost(reason !== undefined && CLOSE_CODES[reason] >= FIRST_WAITING_CODE ? reason : undefined);
    retry();
  }

  /** Old clocks would make us, and us them, invisible after reconnecting (y-protocols#7). */
  function forgetPresence(): void {
    for (const id of awareness.meta.keys()) if (id !== awareness.clientID) awareness.meta.delete(id);
    const own = awareness.getLocalState();
    if (own !== null) awareness.setLocalState(own);
  }

  function retry(atLeastMs = 0): void {
    dialling = false;
    cancelTimer?.();
    cancelTimer = timers.later(Math.max(atLeastMs, backoff.next()), () => void dial());
  }

  async function dial(): Promise<void> {
    attempt += 1;
    const mine = attempt;
    cancelTimer?.();
    asking?.abort();
    asking = new AbortController();
    dialling = true;
    dialledAt = timers.now();
    const patienceMs = hurried > 0 ? HURRIED_MS : OPENING_MS;
    hurried = Math.max(0, hurried - 1);
    cancelTimer = timers.later(patienceMs, () => {
      asking?.abort();
      provider.disconnect();
      attempt += 1;
      options.onLost();
      retry();
    });
    try {
      const { ticket, room } = await options.getTicket(asking.signal);
      if (finished || mine !== attempt) return;
      provider.roomname = room;
      provider.protocols = [SUBPROTOCOL, TICKET_PREFIX + ticket];
      provider.connect();
    } catch (error) {
      if (!finished && mine === attempt) onNoTicket(error);
    }
  }

  function onNoTicket(error: unknown): void {
    cancelTimer?.();
    if (!(error instanceof RuimteError)) {
      options.onLost();
      return retry();
    }
    if (error.code === 'oldGeneration') return finish(() => options.onOutdated());
    if (HOPELESS.has(error.code)) return finish(() => options.onEnded(error.code));
    options.onLost();
    retry(error.retryAfterMs);
  }

  /** The close says that the session is over; the answer to a request says why. */
  async function tellWhyEnded(): Promise<void> {
    close();
    let why: ErrorCode = 'signInNeeded';
    try {
      await options.getTicket(new AbortController().signal);
    } catch (error) {
      if (error instanceof RuimteError && HOPELESS.has(error.code)) why = error.code;
    }
    options.onEnded(why);
  }

  function finish(tell: () => void): void {
    close();
    tell();
  }

  function close(): void {
    if (finished) return;
    finished = true;
    asking?.abort();
    cancelTimer?.();
    cancelWatch?.();
    cancelWake?.();
    awareness.off('update', onPresence);
    provider.destroy();
  }

  function wake(): void {
    if (finished) return;
    cancelWake?.();
    if (provider.wsconnected) {
      unansweredSince = undefined;
      ping();
      if (!provider.synced) return;
      cancelWake = timers.later(Math.min(ANSWER_MS, WAKE_MARGIN_MS + 2 * roundTripMs), () => {
        if (unansweredSince === undefined) return;
        backoff.reset();
        giveUp();
      });
      return;
    }
    // Several signs of waking come together, the network often last: one more look, should this try hang.
    // A sign that comes after a try has failed is new.
    const since = timers.now() - dialledAt;
    if (dialling && since >= 0 && since < TOGETHER_MS) {
      cancelWake = timers.later(TOGETHER_MS - since, () => {
        if (!provider.wsconnected) wake();
      });
      return;
    }
    backoff.reset();
    attempt += 1;
    provider.disconnect();
    retry();
  }

  retry();
  return { wake, close };
}
