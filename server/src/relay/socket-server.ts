/**
 * Opening sockets: a request for `/ws/<room>` becomes a connection to a room, when its Host, Origin and ticket allow.
 * Host and Origin are refused before the handshake; a ticket after it, since browsers show no status of a failed one.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RuimteError } from '@ruimte/shared/errors';
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS, type Limits, TIMES } from '@ruimte/shared/limits';
import { CLOSE_CODES, type CloseReason } from '@ruimte/shared/protocol/close-codes';
import { type DocumentName, parseRoomName } from '@ruimte/shared/protocol/document-name';
import { SOCKET_PATH, SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Tickets } from '../access/tickets.ts';
import { type Logger, summariseError } from '../log.ts';
import type { Meetups } from '../meetup/meetups.ts';
import type { Session, Sessions } from '../meetup/sessions.ts';
import { StoreError } from '../store/store-error.ts';
import { Connection } from './connection.ts';
import { Crowd } from './crowd.ts';
import { RateBuckets } from './rate.ts';
import { Refusals } from './refusals.ts';
import type { Rooms } from './rooms.ts';
import { Turn } from './turn-writer.ts';

export interface SocketServerParts {
  readonly http: Server;
  readonly rooms: Rooms;
  readonly meetups: Meetups;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly log: Logger;
  readonly limits: Limits;
  /** Whether the Host and Origin of a request may open sockets here. */
  readonly allows: (request: IncomingMessage) => boolean;
}

/** Sockets one person may have open: several devices and tabs with three documents each. */
const SOCKETS_PER_PERSON = 30;
/** What opening a socket counts for among a person's messages: it costs as much as some. */
const MESSAGES_PER_OPENING = 5;
/** Milliseconds in which a socket must have been let in. */
const LET_IN_MS = 5_000;
/** A socket that was turned away has this long to say goodbye. */
const GOODBYE_MS = 1_000;
/** Unsent bytes of all sockets together above which the furthest behind are dropped. */
const ALL_WAITING_BYTES = 256 * 1024 * 1024;
const TICK_MS = 5_000;
/** Half the window of presence, so that nobody waits for much more than one. */
const PRESENCE_MS = 500 / LIMITS.awarenessPerSecond;

export class SocketServer {
  readonly #parts: SocketServerParts;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    // One of what was offered has to be chosen: ours, else the ticket a standard client offered alone.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered][0] ?? false)),
  });
  readonly #buckets: RateBuckets;
  readonly #refusals = new Refusals();
  readonly #crowd: Crowd;
  readonly #turn = new Turn();
  readonly #open = new Map<Connection, Session>();
  /** Sockets that have not been let in yet. */
  readonly #arriving = new Set<WebSocket>();
  readonly #timers: readonly NodeJS.Timeout[];
  #sinceLastPingMs = 0;
  #closing = false;

  constructor(parts: SocketServerParts) {
    this.#parts = parts;
    this.#buckets = new RateBuckets(parts.limits);
    this.#crowd = new Crowd(parts.limits);
    parts.http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#timers = [
      setInterval(() => this.#tick(), TICK_MS),
      setInterval(() => parts.rooms.sendPresence(), PRESENCE_MS),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** Participants with at least one open socket, of one meet-up or of all. */
  connected(): ReadonlySet<ParticipantId> {
    const people = new Set<ParticipantId>();
    for (const { holder } of this.#open.keys())
      if (holder.participant !== null) people.add(holder.participant);
    return people;
  }

  /** Closes the sockets of sessions that have ended. */
  closeWhere(ended: (session: Session) => boolean): void {
    for (const [connection, session] of this.#open) {
      if (ended(session)) connection.close('sessionEnded', 'the session has ended');
    }
  }

  /** Stops taking sockets and says goodbye to the open ones, and to those that are coming in. */
  close(): void {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const ws of this.#arriving) this.#turnAway(ws, 'restart');
    for (const connection of this.#open.keys()) connection.close('restart', 'the server stops');
    this.#sockets.close();
  }

  /** Cuts what is still open. */
  terminate(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  #tick(): void {
    this.#sinceLastPingMs += TICK_MS;
    const pingDue = this.#sinceLastPingMs >= TIMES.pingMs;
    if (pingDue) this.#sinceLastPingMs = 0;
    this.#parts.rooms.tick(pingDue);
    this.#buckets.sweep();
    this.#refusals.sweep();
    this.#dropFurthestBehind();
  }

  /** Many slow readers together may not fill the memory that each alone is allowed. */
  #dropFurthestBehind(): void {
    let total = 0;
    for (const { waiting } of this.#open.keys()) total += waiting;
    if (total <= ALL_WAITING_BYTES) return;
    for (const connection of [...this.#open.keys()].sort((a, b) => b.waiting - a.waiting)) {
      if (total <= ALL_WAITING_BYTES) return;
      total -= connection.waiting;
      connection.drop();
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    // Not through `URL`: it throws on paths such as `//`, and nobody would catch that here.
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (this.#closing || !path.startsWith(`${SOCKET_PATH}/`)) return refuse(socket, 404);
    if (!this.#parts.allows(request)) return refuse(socket, 403);
    const room = path.slice(SOCKET_PATH.length + 1);
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const ticket =
      offered.find((part) => part.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length) ??
      new URLSearchParams(query).get('ticket') ??
      undefined;
    this.#sockets.handleUpgrade(request, socket, head, (ws) => {
      // Nothing is read before somebody listens: what comes meanwhile waits in the network, not here.
      ws.pause();
      ws.on('error', () => ws.terminate());
      this.#arriving.add(ws);
      this.#enter({ ws, raw: socket, room, ticket, extras: offered.includes(SUBPROTOCOL) })
        .catch((error: unknown) => this.#refuseFor(error, ws))
        .finally(() => this.#arriving.delete(ws));
    });
  }

  #refuseFor(error: unknown, ws: WebSocket): void {
    const code = error instanceof StoreError ? error.code : undefined;
    // A document that was set apart has been logged once, by whoever set it apart; one that was given up since the
    // server stops is no fault.
    const isKnown = code === 'damaged' || (code === 'closed' && this.#closing);
    if (!isKnown) this.#parts.log.error(summariseError(error), 'opening a document failed');
    this.#turnAway(ws, this.#closing ? 'restart' : 'loading');
  }

  #turnAway(ws: WebSocket, reason: CloseReason): void {
    this.#parts.log.info({ reason }, 'socket turned away');
    ws.close(CLOSE_CODES[reason], reason);
    // The answer to the close has to be read.
    ws.resume();
    setTimeout(() => ws.terminate(), GOODBYE_MS).unref();
  }

  async #enter({ ws, raw, room, ticket, extras }: Arrival): Promise<void> {
    const turnAway = (reason: CloseReason): void => this.#turnAway(ws, reason);
    const name = parseRoomName(room);
    if (name === undefined) return turnAway('unknown');
    const checked = this.#parts.tickets.check(ticket, room);
    if (!checked.ok) return turnAway('ticket');
    const { session: sessionHash, generation } = checked.ticket;
    const session = await withinTime(this.#findSession(sessionHash), LET_IN_MS);
    // Whoever has gone meanwhile, or was sent away since the server stops, needs nothing any more.
    if (ws.readyState !== ws.OPEN) return;
    const meetup = this.#parts.meetups.findByBoard(name.board);
    if (session === undefined) return turnAway('sessionEnded');
    if (meetup === undefined || session.meetup !== meetup) return turnAway('unknown');
    if (!mayOpen(session, name)) return turnAway('forbidden');
    if (name.kind !== 'stage' && generation !== meetup.record.generation) return turnAway('oldGeneration');
    const { role, participant } = session.record;
    const person = participant ?? sessionHash;
    if (!this.#mayOpenMore(person)) return turnAway('tooFast');
    if (!this.#crowd.hasRoomFor(name.board, person)) return turnAway('meetupFull');
    const connection = new Connection({
      socket: ws,
      raw,
      turn: this.#turn,
      holder: { sessionHash, role, participant },
      extras,
      bucket: this.#buckets.hold(person),
      log: this.#parts.log,
      onClosing: (reason) => this.#refusals.note(person, reason),
    });
    this.#arriving.delete(ws);
    this.#open.set(connection, session);
    this.#crowd.enter(name.board, person);
    ws.on('close', () => {
      this.#open.delete(connection);
      this.#crowd.leave(name.board, person);
      this.#buckets.release(person);
    });
    const opened = await meetup.enterRoom(name);
    if (ws.readyState === ws.OPEN) opened.join(connection);
  }

  /** Whether this person may open one more socket now; opening counts as sending. */
  #mayOpenMore(person: string): boolean {
    if (this.#refusals.holdsOff(person)) return false;
    if (this.#buckets.socketsOf(person) >= SOCKETS_PER_PERSON) return false;
    const bucket = this.#buckets.hold(person);
    this.#buckets.release(person);
    return bucket.waitMs === 0 && bucket.take(0, MESSAGES_PER_OPENING) < TIMES.stalledMs;
  }

  async #findSession(hash: string): Promise<Session | undefined> {
    try {
      return await this.#parts.sessions.findByHash(hash);
    } catch (error) {
      if (error instanceof RuimteError) return undefined;
      throw error;
    }
  }
}

/** A socket at the door. */
interface Arrival {
  readonly ws: WebSocket;
  readonly raw: Duplex;
  readonly room: string;
  readonly ticket: string | undefined;
  readonly extras: boolean;
}

/** @throws Error when it takes too long. */
async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took more than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A desk opens for its owner alone; board and stage for everybody of the meet-up. */
function mayOpen(session: Session, name: DocumentName): boolean {
  if (session.record.role === 'organiser') return false;
  return name.kind !== 'desk' || session.record.participant === name.participant;
}

function refuse(socket: Duplex, status: 403 | 404): void {
  const words = status === 403 ? 'Forbidden' : 'Not Found';
  socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
