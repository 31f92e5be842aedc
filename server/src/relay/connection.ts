/** One socket: what it may receive and send, how much, and how it ends. It knows nothing of documents. */
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS, TIMES } from '@ruimte/shared/limits';
import { CLOSE_CODES, type CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { Role } from '@ruimte/shared/rights';
import type { WebSocket } from 'ws';
import type { Logger } from '../log.ts';
import { KEEP_ALIVE } from './awareness.ts';
import type { RateBucket } from './rate.ts';

/** Who is at the other end, as the ticket says. */
export interface Holder {
  readonly sessionHash: string;
  readonly role: Role;
  /** Null for the wall. */
  readonly participant: ParticipantId | null;
}

export interface ConnectionEvents {
  readonly onMessage: (bytes: Uint8Array) => void;
  readonly onGone: () => void;
}

export class Connection {
  readonly holder: Holder;
  /** Whether this client asked for our own messages. */
  readonly extras: boolean;
  /** The awareness id this socket shows; set with its first presence. */
  awarenessId: number | undefined;
  /** Sequence number of the room after which this socket gets relays; undefined before its first sync. */
  syncedAt: number | undefined;
  /** Updates in a row that built on something we do not have. */
  incomplete = 0;
  readonly #socket: WebSocket;
  readonly #bucket: RateBucket;
  readonly #log: Logger;
  #alive = true;
  #lastSentAt = performance.now();
  #stalledSince: number | undefined;
  #events: ConnectionEvents | undefined;
  #early: Uint8Array[] = [];

  constructor(socket: WebSocket, holder: Holder, extras: boolean, bucket: RateBucket, log: Logger) {
    this.#socket = socket;
    this.holder = holder;
    this.extras = extras;
    this.#bucket = bucket;
    this.#log = log;
    socket.on('pong', () => (this.#alive = true));
    socket.on('error', (error) => log.debug({ error: error.message }, 'socket error'));
    socket.on('close', () => this.#events?.onGone());
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
  }

  /** True until the socket has begun to close. */
  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Starts delivering messages; those that came while the document was loading are delivered first. */
  listen(events: ConnectionEvents): void {
    this.#events = events;
    const early = this.#early;
    this.#early = [];
    for (const bytes of early) events.onMessage(bytes);
    if (this.#socket.readyState === this.#socket.CLOSED) events.onGone();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.#alive = true;
    if (!isBinary) {
      this.close('malformed', 'text frames are not part of the protocol');
      return;
    }
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const waitMs = this.#bucket.take(bytes.length);
    if (waitMs > TIMES.stalledMs) {
      this.close('tooFast', 'far more than this connection may send');
      return;
    }
    if (waitMs > 0 && !this.#socket.isPaused) {
      this.#socket.pause();
      setTimeout(() => this.#socket.resume(), waitMs).unref();
    }
    if (this.#events !== undefined) this.#events.onMessage(bytes);
    else this.#early.push(bytes.slice());
  }

  /** Sends a message; a reader that is too slow is closed rather than kept in memory. */
  send(bytes: Uint8Array): void {
    if (!this.open) return;
    this.#socket.send(bytes);
    this.#lastSentAt = performance.now();
    if (this.#socket.bufferedAmount > LIMITS.socketHardBytes) this.#drop();
  }

  /** Sends presence, unless the reader is behind: the newest comes again. */
  sendPresence(bytes: Uint8Array): void {
    if (this.#socket.bufferedAmount <= LIMITS.socketSoftBytes) this.send(bytes);
  }

  /** Called every few seconds: pings, keeps standard clients from giving up, ends what is dead or stuck. */
  tick(pingDue: boolean): void {
    if (!this.open) return;
    const now = performance.now();
    if (this.#socket.bufferedAmount > LIMITS.socketSoftBytes) {
      this.#stalledSince ??= now;
      if (now - this.#stalledSince > TIMES.stalledMs) return this.#drop();
    } else {
      this.#stalledSince = undefined;
    }
    if (now - this.#lastSentAt > TIMES.keepAliveMs / 2) this.send(KEEP_ALIVE);
    if (!pingDue) return;
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
  }

  /** Says goodbye with a code of ours. Effects: one log line for what a client did wrong. */
  close(reason: CloseReason, detail: string): void {
    if (!this.open) return;
    const code = CLOSE_CODES[reason];
    if (code >= 4400 && code < 4500) this.#log.warn({ reason, detail, role: this.holder.role }, 'refused');
    this.#socket.close(code, reason);
    // A peer that never answers the close must not linger.
    setTimeout(() => this.#socket.terminate(), TIMES.stalledMs).unref();
  }

  #drop(): void {
    this.close('slowReader', 'does not read what it is sent');
    this.#socket.terminate();
  }
}
