/**
 * The board under attack: one built server as a process with little memory, two honest people who go on writing, and
 * whatever an attacker needs to speak the wire by hand. One arena serves a whole file: an attack that spoils the
 * server for the next one has succeeded.
 */
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { NewSession } from '@ruimte/shared/protocol/api';
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import { MESSAGE, SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import { rootOf } from '@ruimte/shared/schema/document';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { layNote, textOf } from './lay-note.ts';
import { prepareMeetup, type TestMeetup } from './meetup.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { openStandard, type StandardClient } from './standard-client.ts';
import { waitFor } from './wait-for.ts';

/** Heap of the server under attack, MB: bombs that are kept anywhere end it. */
const HEAP_MB = 160;
const PATIENCE_MS = 15_000;

/** One WebSocket spoken by the attacker. */
export interface Wire {
  readonly socket: WebSocket;
  readonly received: Uint8Array[];
  /** The code with which it ended. */
  readonly closed: Promise<number>;
  send(...messages: Uint8Array[]): void;
}

export interface Arena {
  readonly server: ServerProcess;
  readonly meetup: TestMeetup;
  /** An honest person whose words the attacker is after. */
  readonly victim: NewSession;
  readonly atVictim: StandardClient;
  /** What the server has written to its log, also at the lowest level. */
  readonly output: () => string;
  join(): Promise<NewSession>;
  /** A ticket of this session, and the room it is for. */
  ticket(session: NewSession, kind?: DocumentKind): Promise<{ ticket: string; room: string }>;
  open(session: NewSession, options?: { kind?: DocumentKind; deflate?: boolean }): Promise<Wire>;
  /** A socket below WebSocket, shaken hands with. */
  openRaw(session: NewSession): Promise<Socket>;
  /** Resolves when an honest note still arrives, the board opens for a newcomer, and no word was forged. */
  survives(): Promise<void>;
  /** Resident memory of the server, MB. */
  memoryMb(): Promise<number>;
}

/** Opens the arena; everything is taken down through `defer`. */
export async function openArena(defer: (clean: () => Promise<void> | void) => void): Promise<Arena> {
  let output = '';
  const server = await startServerProcess({
    defer,
    onLog: (line) => (output += `${line}\n`),
    env: {
      LOG_LEVEL: 'trace',
      PASSPHRASE: 'een bord voor iedereen',
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    },
  });
  const meetup = await prepareMeetup(server);
  let people = 0;
  const join = (): Promise<NewSession> => meetup.join(`persoon ${(people += 1)}`);
  const [victim, other] = [await join(), await join()];
  const [atVictim, atOther] = [
    await openStandard(server, victim, { defer }),
    await openStandard(server, other, { defer }),
  ];
  await Promise.all([atVictim.synced(), atOther.synced()]);
  const honest = new Map<string, string>();
  const pulse = async (): Promise<void> => {
    const text = `eerlijk ${honest.size}`;
    const id = layNote(atVictim.doc, victim, text);
    honest.set(id, text);
    await waitFor(`"${text}" to arrive`, () => textOf(atOther.doc, id) === text, PATIENCE_MS);
  };
  await pulse();
  const ticket: Arena['ticket'] = async (session, kind = 'board') => {
    const ask = server.as(session.session);
    const generation = (await ask('session', {})).meetup?.generation ?? 1;
    return ask('ticket', { document: kind, generation });
  };
  return {
    server,
    meetup,
    victim,
    atVictim,
    output: () => output,
    join,
    ticket,
    open: async (session, { kind = 'board', deflate = false } = {}) => {
      const given = await ticket(session, kind);
      return openWire(server, given.room, given.ticket, deflate);
    },
    openRaw: async (session) => {
      const given = await ticket(session);
      return shakeHands(server, given.room, given.ticket);
    },
    survives: async () => {
      await pulse();
      const newcomer = await openStandard(server, await join(), { defer });
      await waitFor('the board to open', () => newcomer.provider.synced, PATIENCE_MS);
      const texts = new Map(
        [...rootOf(newcomer.doc, 'notes')].map(([id, note]) => [id, String(note.get('text'))]),
      );
      for (const [id, text] of honest) {
        if (texts.get(id) !== text) throw new Error(`"${text}" became "${texts.get(id)}"`);
      }
      const forged = [...rootOf(newcomer.doc, 'notes')].filter(
        ([id, note]) => note.get('author') === victim.participant && !honest.has(id),
      );
      if (forged.length > 0) throw new Error('words were put in the mouth of an honest person');
      newcomer.leave();
    },
    memoryMb: async () => {
      const status = await readFile(`/proc/${server.pid()}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
  };
}

/** A socket on any room with any ticket. */
export async function openWire(
  server: { readonly url: string },
  room: string,
  ticket: string,
  deflate = false,
): Promise<Wire> {
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/ws/${room}`,
    [SUBPROTOCOL, TICKET_PREFIX + ticket],
    {
      perMessageDeflate: deflate,
    },
  );
  const received: Uint8Array[] = [];
  socket.on('message', (data) => received.push(new Uint8Array(data as Buffer)));
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await Promise.race([once(socket, 'open'), closed]);
  return {
    socket,
    received,
    closed,
    send: (...messages) => {
      for (const message of messages) if (socket.readyState === socket.OPEN) socket.send(message);
    },
  };
}

async function shakeHands(server: ServerProcess, room: string, ticket: string): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(upgradeRequest(server, `/ws/${room}`, ticket));
  await once(socket, 'data');
  return socket;
}

/** The request that asks for a WebSocket, as bytes on the line. */
export function upgradeRequest(server: { readonly port: number }, path: string, ticket = 'geen'): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${TICKET_PREFIX}${ticket}`,
    '\r\n',
  ].join('\r\n');
}

const encode = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });

/** The messages of the wire, as nobody's client would send them. */
export const say = {
  sync: (kind: number, body: Uint8Array) =>
    encode(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, body);
    }),
  update: (body: Uint8Array) => say.sync(2, body),
  step1: (stateVector: Uint8Array = new Uint8Array([0])) => say.sync(0, stateVector),
  presence: (entries: readonly (readonly [client: number, clock: number, state: unknown])[]) =>
    say.presenceBytes(
      encoding.encode((body) => {
        encoding.writeVarUint(body, entries.length);
        for (const [client, clock, state] of entries) {
          encoding.writeVarUint(body, client);
          encoding.writeVarUint(body, clock);
          encoding.writeVarString(body, JSON.stringify(state));
        }
      }),
    ),
  presenceBytes: (body: Uint8Array) =>
    encode(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, body)),
  type: (type: number) => encode(type, () => undefined),
} as const;
