/** The real server without its HTTP: everything from the upgrade of a socket down to the store, in this process. */
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { Tickets } from '@ruimte/server/access/tickets';
import type { MasterKey } from '@ruimte/server/access/secrets';
import { systemClock } from '@ruimte/server/clock';
import { createLogger } from '@ruimte/server/log';
import { Meetups } from '@ruimte/server/meetup/meetups';
import type { Meetup } from '@ruimte/server/meetup/meetup';
import { Sessions } from '@ruimte/server/meetup/sessions';
import { CommitLoop } from '@ruimte/server/relay/commit-loop';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import { type Rebuilder, rebuildPieces } from '@ruimte/server/relay/rebuild';
import type { Room } from '@ruimte/server/relay/room';
import { Rooms } from '@ruimte/server/relay/rooms';
import { SocketServer } from '@ruimte/server/relay/socket-server';
import type { Store } from '@ruimte/server/store/store';
import { takeDown } from '@ruimte/server/take-down';
import { LIMITS } from '@ruimte/shared/limits';
import { SOCKET_PATH, SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import type { Line } from './line.ts';

/** Yjs draws the client id of a server's document by itself: here the seed does. */
class SeededRooms extends Rooms {
  readonly #seen = new WeakSet<Room>();
  readonly #nextClient: () => number;

  constructor(parts: ConstructorParameters<typeof Rooms>[0], nextClient: () => number) {
    super(parts);
    this.#nextClient = nextClient;
  }

  override async open(...asked: Parameters<Rooms['open']>): Promise<Room> {
    return this.#seeded(await super.open(...asked));
  }

  override async enter(...asked: Parameters<Rooms['enter']>): Promise<Room> {
    return this.#seeded(await super.enter(...asked));
  }

  #seeded(room: Room): Room {
    if (!this.#seen.has(room)) room.doc.clientID = this.#nextClient();
    this.#seen.add(room);
    return room;
  }
}

/** What the threads take that rebuild documents: here it happens in this process, that long after it was asked for. */
const REBUILD_MS = 25;
const rebuilder: Rebuilder = {
  rebuild: async (updates) => {
    const copies = updates.map((update) => update.slice());
    await new Promise((resolve) => setTimeout(resolve, REBUILD_MS));
    return rebuildPieces(copies);
  },
};

/** What there is none of here: nothing has to be closed. */
const NOTHING = { close: () => Promise.resolve() };

export interface SimServer {
  readonly meetups: Meetups;
  readonly sessions: Sessions;
  readonly rooms: Rooms;
  readonly store: Store;
  /** A ticket for the board of a meet-up, as the interface gives to a session. */
  ticket(meetup: Meetup, sessionHash: string): string;
  /** A client asks for a socket on the board. */
  upgrade(line: Line, board: string, ticket: string, extras: boolean): void;
  /** Stops as on SIGTERM. */
  close(): Promise<void>;
}

export interface SimServerParts {
  readonly store: Store;
  readonly key: MasterKey;
  /** The client id of the next document that is opened. */
  readonly nextClient: () => number;
  /** What the server logs as an error, one JSON line each. */
  readonly onError: (line: string) => void;
}

/** Starts a server on a store, wired as `server.ts` does. */
export async function startSimServer({ store, key, ...parts }: SimServerParts): Promise<SimServer> {
  const log = createLogger('error', { write: parts.onError });
  const loop = new CommitLoop(store, log);
  const limits = LIMITS;
  const rooms = new SeededRooms(
    { store, loop, gate: judgeUpdate, rebuilder, limits, clock: systemClock, log },
    parts.nextClient,
  );
  const meetups = new Meetups({ store, rooms, loop, clock: systemClock, key });
  await meetups.load();
  const sessions = new Sessions({ store, loop, clock: systemClock, meetups });
  const tickets = new Tickets(key, systemClock);
  const http = new EventEmitter();
  const sockets = new SocketServer({
    http: http as Server,
    rooms,
    meetups,
    sessions,
    tickets,
    log,
    limits,
    allows: () => true,
  });
  return {
    meetups,
    sessions,
    rooms,
    store,
    ticket: ({ record }, session) =>
      tickets.issue({ room: record.board, generation: record.generation, session }),
    upgrade: (line, board, ticket, extras) => {
      const offered = [...(extras ? [SUBPROTOCOL] : []), TICKET_PREFIX + ticket];
      const headers = {
        host: 'ruimte.test',
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': offered.join(', '),
      };
      http.emit(
        'upgrade',
        { method: 'GET', url: `${SOCKET_PATH}/${board}`, headers },
        line.end,
        Buffer.alloc(0),
      );
    },
    close: () => takeDown({ sockets, loop, requests: NOTHING, rooms, rebuilder: NOTHING, store }),
  };
}
