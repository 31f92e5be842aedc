/** The relay without a meet-up: rooms on a store of the test's own, and real sockets that join one document. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { systemClock } from '@ruimte/server/clock';
import { createLogger } from '@ruimte/server/log';
import { CommitLoop } from '@ruimte/server/relay/commit-loop';
import { Connection } from '@ruimte/server/relay/connection';
import type { Gate } from '@ruimte/server/relay/gate';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import { RateBucket } from '@ruimte/server/relay/rate';
import { createRebuildThreads, type RebuildThreads } from '@ruimte/server/relay/rebuild-threads';
import type { Room } from '@ruimte/server/relay/room';
import type { RoomPolicy } from '@ruimte/server/relay/room-parts';
import { Rooms } from '@ruimte/server/relay/rooms';
import { Turn } from '@ruimte/server/relay/turn-writer';
import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { DocumentKey, Store } from '@ruimte/server/store/store';
import { createId, type NoteId, type ParticipantId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { LIMITS, type Limits } from '@ruimte/shared/limits';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import { WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { say } from './attacker.ts';

export const BOARD_KEY: DocumentKey = 'bord@1';

export interface RigSocket {
  /** The end of the client. */
  readonly client: WebSocket;
  readonly received: Uint8Array[];
  readonly closed: Promise<number>;
  /** The end of the server. */
  readonly connection: Connection;
  /** Asks for the document, as every client does first. */
  sync(): void;
  /** Lays a note of its own, under a new client id. */
  lay(text: string): void;
}

export interface JoinOptions {
  readonly autoPong?: boolean;
  /** Whose socket it is; default somebody new. */
  readonly participant?: ParticipantId;
  /** Whether it asks for our own messages, as the product does. */
  readonly extras?: boolean;
}

export interface RelayRig {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly policy: RoomPolicy;
  /** What was logged, a line each. */
  readonly lines: string[];
  openRoom(): Promise<Room>;
  /** The room as a socket gets it: perhaps before all of the document is there. */
  enterRoom(): Promise<Room>;
  /** A participant's socket, joined to the room. */
  join(room: Room, options?: JoinOptions): Promise<RigSocket>;
}

export interface RigOptions {
  readonly defer: (clean: () => Promise<void> | void) => void;
  readonly store?: Store;
  readonly gate?: Gate;
  readonly limits?: Partial<Limits>;
  readonly rebuilder?: RebuildThreads;
}

/** Sets up the relay; sockets are real, on a free port. */
export async function createRelayRig({ defer, ...options }: RigOptions): Promise<RelayRig> {
  const store = options.store ?? createMemoryStore();
  const limits = { ...LIMITS, ...options.limits };
  const lines: string[] = [];
  const log = createLogger(
    'debug',
    new Writable({ decodeStrings: false, write: (line: string, _, done) => (lines.push(line), done()) }),
  );
  const loop = new CommitLoop(store, log);
  const rebuilder = options.rebuilder ?? createRebuildThreads();
  const rooms = new Rooms({
    store,
    loop,
    gate: options.gate ?? judgeUpdate,
    rebuilder,
    limits,
    clock: systemClock,
    log,
  });
  const policy: RoomPolicy = {
    sender: ({ participant }) =>
      participant === null ? undefined : { participant, community: '', facilitator: false },
    whyNotWrite: () => undefined,
    removed: () => [],
  };
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  defer(async () => {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
    await loop.stop();
    await rebuilder.close();
  });
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const turn = new Turn();
  return {
    store,
    rooms,
    policy,
    lines,
    openRoom: () => rooms.open(BOARD_KEY, 'board', policy),
    enterRoom: () => rooms.enter(BOARD_KEY, 'board', policy),
    join: async (room, { autoPong = true, extras = false, participant = createId<ParticipantId>() } = {}) => {
      const arrived = once(sockets, 'connection');
      const client = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong });
      const received: Uint8Array[] = [];
      client.on('message', (data) => received.push(new Uint8Array(data as Buffer)));
      const closed = new Promise<number>((resolve) => client.on('close', resolve));
      await once(client, 'open');
      const [socket, request] = await arrived;
      const holder = { sessionHash: '', role: 'participant', participant } as const;
      const raw = request.socket;
      const bucket = new RateBucket(limits);
      const connection = new Connection({ socket, raw, turn, holder, extras, bucket, log });
      room.join(connection);
      return {
        client,
        received,
        closed,
        connection,
        sync: () => client.send(say.step1()),
        lay: (text) => client.send(say.update(noteUpdate(holder.participant, text))),
      };
    },
  };
}

/** The update of a client that lays one note. */
export function noteUpdate(author: ParticipantId, text: string): Uint8Array {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  const place = { zone: 'plek' as ZoneId, x: 0, y: 0, round: '' as RoundId, at: 1 };
  addNote(doc, { ...place, id: createId<NoteId>(), text, author, community: '' }, 'user');
  return Y.encodeStateAsUpdate(doc);
}

/** How often a text stands in what a socket received. */
export function countText(received: readonly Uint8Array[], text: string): number {
  return received.filter((bytes) => Buffer.from(bytes).includes(text)).length;
}
