/** Whatever an attacker needs to speak the wire by hand: sockets, raw connections, and messages nobody's client sends. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { MESSAGE, SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import type { ServerProcess } from './server-process.ts';

/** One WebSocket spoken by the attacker. */
export interface Wire {
  readonly socket: WebSocket;
  readonly received: Uint8Array[];
  /** The code with which it ended. */
  readonly closed: Promise<number>;
  send(...messages: Uint8Array[]): void;
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

/** A socket below WebSocket that has been let in, for bytes that are no frames. */
export async function shakeHands(server: ServerProcess, room: string, ticket: string): Promise<Socket> {
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
  /** Presence of one id whose state is this text, JSON or not. */
  presenceText: (client: number, clock: number, text: string) =>
    say.presenceBytes(
      encoding.encode((body) => {
        encoding.writeVarUint(body, 1);
        encoding.writeVarUint(body, client);
        encoding.writeVarUint(body, clock);
        encoding.writeVarString(body, text);
      }),
    ),
  presenceBytes: (body: Uint8Array) =>
    encode(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, body)),
  type: (type: number) => encode(type, () => undefined),
} as const;
