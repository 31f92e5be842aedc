/**
 * The floor: a bare broadcast without document, disk or check. `JOINED=1` writes the frames of one turn of the event
 * loop once per receiver; without it every message is sent to every receiver by itself.
 */
import { toFrame } from '@ruimte/server/relay/frames';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Duplex } from 'node:stream';

interface Receiver {
  readonly socket: WebSocket;
  readonly raw: Duplex;
}
interface Waiting {
  readonly from: Receiver;
  readonly frame: Buffer;
}

const joined = process.env['JOINED'] === '1';
const rooms = new Map<string, { readonly receivers: Set<Receiver>; waiting: Waiting[] }>();
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
  perMessageDeflate: false,
});

server.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? { receivers: new Set<Receiver>(), waiting: [] };
  rooms.set(name, room);
  const receiver: Receiver = { socket, raw: request.socket };
  room.receivers.add(receiver);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => room.receivers.delete(receiver));
  socket.on('message', (data) => {
    const message = data as Buffer;
    if (!joined) {
      for (const other of room.receivers) if (other !== receiver) other.socket.send(message);
      return;
    }
    if (room.waiting.length === 0) {
      setImmediate(() => {
        const { waiting } = room;
        room.waiting = [];
        for (const other of room.receivers) {
          const frames = waiting.flatMap(({ from, frame }) => (from === other ? [] : [frame]));
          if (frames.length > 0) other.raw.write(Buffer.concat(frames));
        }
      });
    }
    room.waiting.push({ from: receiver, frame: toFrame(message) });
  });
});
