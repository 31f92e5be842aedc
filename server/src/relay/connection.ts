/** One socket: what it may receive and send, how much, and how it ends. It knows nothing of documents. */
import type { Duplex } from 'node:stream';
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS, TIMES } from '@ruimte/shared/limits';
import { CLOSE_CODES, type CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { Role } from '@ruimte/shared/rights';
import type { WebSocket } from 'ws';
import type { Logger } from '../log.ts';
import { KEEP_ALIVE } from './awareness.ts';
import { toFrame } from './frames.ts';
import { Allowance, type RateBucket } from './rate.ts';
import { type Turn, TurnWriter } from './turn-writer.ts';

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

export interface ConnectionParts {
  /** Paused by whoever made it, so that nothing is read before somebody listens. */
  readonly socket: WebSocket;
  /** What the socket stands on: frames are written here. */
  readonly raw: Duplex;
  readonly turn: Turn;
  readonly holder: Holder;
  readonly extras: boolean;
  readonly bucket: RateBucket;
  readonly log: Logger;
  /** Called when this side closes the socket. */
  readonly onClosing?: (reason: CloseReason) => void;
}

const KEEP_ALIVE_FRAME = toFrame(KEEP_ALIVE);
/** Messages of a kind we do not know that are passed over: newer clients may have more to say. */
const MAX_UNKNOWN = 3;
/** Whole answers (the document, everybody's presence) a socket may ask for: so many at once, one more each 10 s. */
const ANSWERS = { burst: 3, everyMs: 10_000 } as const;
/** Questions beyond that which are left without an answer before the socket is closed. */
const MAX_UNANSWERED = 30;

export class Connection {
  readonly holder: Holder;
  /** Whether this client asked for our own messages. */
  readonly extras: boolean;
  /** The awareness id this socket shows; set with its first presence. */
  awarenessId: number | undefined;
  /** Sequence number of the room after which this socket gets relays; undefined while it waits for an answer. */
  syncedAt: number | undefined;
  /** Whether this side has ended it: nothing more is heard then, not even what had come in. */
  sentAway = false;
  /** Updates in a row that built on something we do not have. */
  incomplete = 0;
  /** Whether it has answered our question for what it has and we lack. */
  hasAnswered = false;
  readonly #parts: ConnectionParts;
  readonly #writer: TurnWriter;
  readonly #answers = { document: newAllowance(), presence: newAllowance() };
  #unknown = 0;
  #unanswered = 0;
  #hasAsked = false;
  #alive = true;
  #lastSentAt = performance.now();
  #stalled: { readonly since: number; readonly taken: number } | undefined;
  #resumeTimer: NodeJS.Timeout | undefined;
  #events: ConnectionEvents | undefined;

  constructor(parts: ConnectionParts) {
    const { socket, raw, turn, log } = parts;
    this.#parts = parts;
    this.#writer = new TurnWriter(raw, turn);
    this.holder = parts.holder;
    this.extras = parts.extras;
    socket.on('pong', () => (this.#alive = true));
    socket.on('error', (error) => log.debug({ error: error.message }, 'socket error'));
    socket.on('close', () => {
      clearTimeout(this.#resumeTimer);
      this.#events?.onGone();
    });
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
  }

  /** True until the socket has begun to close. */
  get open(): boolean {
    const { socket } = this.#parts;
    return socket.readyState === socket.OPEN;
  }

  /** Bytes this socket has not taken yet. */
  get waiting(): number {
    return this.#writer.waiting;
  }

  /** Starts reading. */
  listen(events: ConnectionEvents): void {
    const { socket } = this.#parts;
    this.#events = events;
    if (socket.readyState === socket.CLOSED) events.onGone();
    else if (this.#resumeTimer === undefined) socket.resume();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.#alive = true;
    if (!this.open) return;
    if (!isBinary) return this.close('malformed', 'text frames are not part of the protocol');
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const waitMs = this.#parts.bucket.take(bytes.length);
    if (waitMs > TIMES.stalledMs) {
      return this.close('tooFast', 'far more than this connection may send');
    }
    if (waitMs > 0) this.#pause(waitMs);
    this.#events?.onMessage(bytes);
  }

  #pause(forMs: number): void {
    const { socket, bucket } = this.#parts;
    if (this.#resumeTimer !== undefined) return;
    socket.pause();
    this.#resumeTimer = setTimeout(() => {
      this.#resumeTimer = undefined;
      // Another socket of this person may have sent meanwhile.
      if (bucket.waitMs > 0) this.#pause(bucket.waitMs);
      else socket.resume();
    }, forMs).unref();
  }

  /** Sends a message with what else goes to this socket in this turn. */
  send(message: Uint8Array): void {
    this.sendFrames(toFrame(message));
  }

  /** Sends whole frames that were made for several sockets. A reader that is too slow is closed, not kept in memory. */
  sendFrames(frames: Buffer): void {
    if (!this.open) return;
    if (this.#writer.waiting > LIMITS.socketHardBytes) return this.drop();
    this.#writer.add(frames);
    this.#lastSentAt = performance.now();
  }

  /** Sends presence. @returns false when the reader is behind: it gets the newest once it has caught up. */
  sendPresence(frames: Buffer): boolean {
    if (this.#writer.waiting > LIMITS.socketSoftBytes) return false;
    this.sendFrames(frames);
    return true;
  }

  /** Whether this socket is answered once more with something large. Effects: closes it when it never stops asking. */
  mayAsk(what: 'document' | 'presence'): boolean {
    const first = what === 'document' && !this.#hasAsked;
    if (first) this.#hasAsked = true;
    const behind = !first && this.#writer.waiting > LIMITS.socketSoftBytes;
    if (!behind && this.#answers[what].take()) return true;
    this.#unanswered += 1;
    if (this.#unanswered > MAX_UNANSWERED) this.close('tooFast', 'asks for everything again and again');
    return false;
  }

  /** A message of a kind we do not know: passed over a few times. */
  passOver(detail: string): void {
    this.#unknown += 1;
    if (this.#unknown > MAX_UNKNOWN) this.close('malformed', detail);
  }

  /** Called every few seconds: pings, keeps standard clients from giving up, ends what is dead or stuck. */
  tick(pingDue: boolean): void {
    if (!this.open) return;
    const { socket } = this.#parts;
    const now = performance.now();
    if (this.#isStuck(now)) return this.drop();
    if (now - this.#lastSentAt > TIMES.keepAliveMs / 2) this.sendFrames(KEEP_ALIVE_FRAME);
    if (!pingDue) return;
    if (!this.#alive) return socket.terminate();
    this.#alive = false;
    this.#writer.flush();
    socket.ping();
  }

  #isStuck(now: number): boolean {
    const { waiting, taken } = this.#writer;
    if (waiting <= LIMITS.socketSoftBytes) this.#stalled = undefined;
    else if (this.#stalled?.taken !== taken) this.#stalled = { since: now, taken };
    return this.#stalled !== undefined && now - this.#stalled.since > TIMES.stalledMs;
  }

  /** Says goodbye with a code of ours. Effects: one log line for what a client did wrong. */
  close(reason: CloseReason, detail: string): void {
    this.sentAway = true;
    if (!this.open) return;
    const { socket, log, holder, onClosing } = this.#parts;
    const code = CLOSE_CODES[reason];
    if (code >= 4400 && code < 4500) log.warn({ reason, detail, role: holder.role }, 'refused');
    this.#writer.flush();
    socket.close(code, reason);
    onClosing?.(reason);
    // The answer to the close has to be read, and a peer that never gives one must not linger.
    clearTimeout(this.#resumeTimer);
    socket.resume();
    setTimeout(() => socket.terminate(), TIMES.stalledMs).unref();
  }

  /** Ends a socket that does not read what it is sent. */
  drop(): void {
    this.close('slowReader', 'does not read what it is sent');
    this.#parts.socket.terminate();
  }
}

function newAllowance(): Allowance {
  return new Allowance(ANSWERS.burst, ANSWERS.everyMs);
}
