/**
 * Opening sockets: a request for `/ws/<room>` becomes a connection to a room, when its Host, Origin and ticket allow.
 * Host and Origin are refused before the handshake; a ticket after it, since browsers show no status of a failed one.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RuimteError } from '@ruimte/shared/errors';
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS, TIMES } from '@ruimte/shared/limits';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import { type DocumentName, parseRoomName } from '@ruimte/shared/protocol/document-name';
import { SOCKET_PATH, SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Tickets } from '../access/tickets.ts';
import { type Logger, summariseError } from '../log.ts';
import type { Meetups } from '../meetup/meetups.ts';
import type { Session, Sessions } from '../meetup/sessions.ts';
import { Connection } from './connection.ts';
import { RateBuckets } from './rate.ts';
import type { Rooms } from './rooms.ts';

export interface SocketServerParts {
  readonly http: Server;
  readonly rooms: Rooms;
  readonly meetups: Meetups;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly log: Logger;
  /** Whether the Host and Origin of a request may open sockets here. */
  readonly allows: (request: IncomingMessage) => boolean;
}

/** Sockets one session may have open: several tabs with three documents each. */
const SOCKETS_PER_SESSION = 30;
const TICK_MS = 5_000;
const PRESENCE_MS = 1000 / LIMITS.awarenessPerSecond;

export class SocketServer {
  readonly #parts: SocketServerParts;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    // One of what was offered has to be chosen: ours, else the ticket a standard client offered alone.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered][0] ?? false)),
  });
  readonly #buckets = new RateBuckets();
  readonly #open = new Map<Connection, Session>();
  readonly #timers: readonly NodeJS.Timeout[];
  #sinceLastPingMs = 0;
  #closing = false;

  constructor(parts: SocketServerParts) {
    this.#parts = parts;
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

  /** Stops taking sockets and says goodbye to the open ones. */
  close(): void {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
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
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (this.#closing || !pathname.startsWith(`${SOCKET_PATH}/`)) return refuse(socket, 404);
    if (!this.#parts.allows(request)) return refuse(socket, 403);
    const room = pathname.slice(SOCKET_PATH.length + 1);
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const ticket =
      offered.find((part) => part.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length) ??
      searchParams.get('ticket') ??
      undefined;
    this.#sockets.handleUpgrade(request, socket, head, (ws) => {
      this.#enter(ws, room, ticket, offered.includes(SUBPROTOCOL)).catch((error: unknown) => {
        this.#parts.log.error(summariseError(error), 'opening a document failed');
        ws.close(4503, 'loading');
      });
    });
  }

  async #enter(ws: WebSocket, room: string, ticket: string | undefined, extras: boolean): Promise<void> {
    ws.on('error', () => ws.terminate());
    const turnAway = (reason: CloseReason, code: number): void => {
      this.#parts.log.info({ reason }, 'socket turned away');
      ws.close(code, reason);
    };
    const name = parseRoomName(room);
    if (name === undefined) return turnAway('unknown', 4404);
    const checked = this.#parts.tickets.check(ticket, room);
    if (!checked.ok) return turnAway('ticket', 4401);
    // Messages that come while the session is looked up and the room loads wait in the connection.
    const bucketOwner = checked.ticket.session;
    const pending: { data: Buffer; isBinary: boolean }[] = [];
    const hold = (data: unknown, isBinary: boolean): void =>
      void pending.push({ data: data as Buffer, isBinary });
    ws.on('message', hold);
    const session = await this.#findSession(bucketOwner);
    const meetup = this.#parts.meetups.findByBoard(name.board);
    if (session === undefined) return turnAway('sessionEnded', 4430);
    if (meetup === undefined || session.meetup !== meetup) return turnAway('unknown', 4404);
    if (!mayOpen(session, name)) return turnAway('forbidden', 4403);
    const { generation } = meetup.record;
    if (name.kind !== 'stage' && checked.ticket.generation !== generation)
      return turnAway('oldGeneration', 4410);
    if (this.#count(bucketOwner) >= SOCKETS_PER_SESSION) return turnAway('tooFast', 4529);
    const { role, participant } = session.record;
    const person = participant ?? bucketOwner;
    ws.off('message', hold);
    const connection = new Connection(
      ws,
      { sessionHash: bucketOwner, role, participant },
      extras,
      this.#buckets.hold(person),
      this.#parts.log,
    );
    this.#open.set(connection, session);
    ws.on('close', () => {
      this.#open.delete(connection);
      this.#buckets.release(person);
    });
    for (const { data, isBinary } of pending) ws.emit('message', data, isBinary);
    const opened = await meetup.openRoom(name);
    if (ws.readyState === ws.OPEN) opened.join(connection);
  }

  async #findSession(hash: string): Promise<Session | undefined> {
    try {
      return await this.#parts.sessions.findByHash(hash);
    } catch (error) {
      if (error instanceof RuimteError) return undefined;
      throw error;
    }
  }

  #count(sessionHash: string): number {
    let count = 0;
    for (const { holder } of this.#open.keys()) if (holder.sessionHash === sessionHash) count += 1;
    return count;
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
