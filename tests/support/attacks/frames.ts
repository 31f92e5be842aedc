/** Attacks below the protocol: bytes that are no frames, frames that are no messages, messages without end. */
import { deflateRawSync } from 'node:zlib';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import { say } from '../attacker.ts';
import { Random } from '../random.ts';
import type { Arena } from './arena.ts';
import { type Attack, type Ending, endOf, outcomeOf } from './attack.ts';

const { malformed, shape } = CLOSE_CODES;
/** What a socket that is cut without a goodbye ends with. */
const CUT = 'cut';
const MB = 1024 * 1024;

export const transport = (
  rule: string,
  name: string,
  ends: readonly Ending[],
  act: (arena: Arena) => Promise<Ending>,
  who: Attack['who'] = 'a participant',
): Attack => ({ name, part: 'transport', who, rule, ends, act });

/** One frame from a client: header, mask of zeroes, payload. */
function frame(first: number, payload: Uint8Array = new Uint8Array()): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? [0x80 | length]
      : length < 65_536
        ? [0xfe, length >> 8, length & 255]
        : [0xff, 0, 0, 0, 0, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255];
  return Buffer.concat([Buffer.from([first, ...head, 0, 0, 0, 0]), payload]);
}
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Sends bytes on a socket that was let in; "cut", or "still open" when it is not within five seconds. */
async function sendRaw(arena: Arena, pieces: Iterable<Buffer>): Promise<Ending> {
  const socket = await arena.openRaw(await arena.join());
  const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(0)));
  socket.resume();
  for (const piece of pieces) {
    if (socket.destroyed) break;
    if (socket.write(piece)) continue;
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
  }
  const ended = await endOf({ closed }, 5_000);
  return ended === 0 ? CUT : ended;
}

const GARBAGE: readonly (readonly [what: string, bytes: Buffer])[] = [
  ['a frame with a reserved bit', frame(0xc2, bytes(0))],
  ['a frame with a reserved opcode', frame(0x83, bytes(0))],
  ['a frame of 2^62 bytes', Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['a frame without a mask', Buffer.from([0x82, 1, 0])],
  ['a ping in fragments', frame(0x09)],
  ['a ping of 200 bytes', frame(0x89, new Uint8Array(200))],
  ['a continuation of nothing', frame(0x80, bytes(0))],
  ['a message begun within a message', Buffer.concat([frame(0x02, bytes(0)), frame(0x02, bytes(0))])],
  ['a close code that does not exist', frame(0x88, bytes(0x03, 0xed))],
  ['a close of one byte', frame(0x88, bytes(3))],
  ['text that is no UTF-8', frame(0x81, bytes(0xff, 0xfe))],
  ['random bytes', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 193) % 256))],
];

function* fragments(count: number, payload: Uint8Array): Generator<Buffer> {
  yield frame(0x02, bytes(0));
  const run = Buffer.concat(Array.from({ length: 1_000 }, () => frame(0x00, payload)));
  for (let sent = 0; sent < count; sent += 1_000) yield run;
}

function* pings(count: number): Generator<Buffer> {
  const run = Buffer.concat(Array.from({ length: 1_000 }, () => frame(0x89, new Uint8Array(125))));
  for (let sent = 0; sent < count; sent += 1_000) yield run;
}

const BELOW: readonly Attack[] = [
  ...GARBAGE.map(([what, garbage]) =>
    transport('R12', `sends ${what}`, [CUT], (arena) => sendRaw(arena, [garbage])),
  ),
  transport('R12', 'sends a message in a million fragments of one byte', [CUT], (arena) =>
    sendRaw(arena, fragments(1_000_000, bytes(0))),
  ),
  transport('R12', 'sends a message in a million empty fragments', [CUT], (arena) =>
    sendRaw(arena, fragments(1_000_000, bytes())),
  ),
  transport('R12', 'sends a hundred thousand pings', ['still open', CUT], (arena) =>
    sendRaw(arena, pings(100_000)),
  ),
  transport('R12', 'sends 64 MB of zeroes packed small, though packing was not agreed', [CUT], (arena) =>
    sendRaw(arena, [frame(0xc2, deflateRawSync(Buffer.alloc(64 * MB)))]),
  ),
];

const FRAMES: readonly Attack[] = [
  transport('R12', 'sends text', [malformed], async (arena) => {
    const { socket, closed } = await arena.open(await arena.join());
    socket.send('hallo');
    return endOf({ closed });
  }),
  transport('R12', 'sends an empty message', [malformed], async (arena) => {
    const wire = await arena.open(await arena.join());
    wire.send(new Uint8Array());
    return endOf(wire);
  }),
  ...[8, 64, 110].map((size) =>
    transport('R12', `sends a message of ${size} MB`, [1009, 1006], async (arena) => {
      const wire = await arena.open(await arena.join(), { deflate: true });
      if (wire.socket.extensions !== '') return 'packing was agreed to';
      wire.send(new Uint8Array(size * MB));
      return endOf(wire);
    }),
  ),
  transport('R13', 'sends four messages of unknown kinds', [malformed], async (arena) => {
    const wire = await arena.open(await arena.join());
    wire.send(say.type(77), say.sync(9, new Uint8Array()), say.type(MESSAGE.auth));
    if ((await outcomeOf(wire)) !== 'taken') return 'closed too early';
    wire.send(say.type(2 ** 31));
    return endOf(wire);
  }),
  transport('R12', 'sends a kind above 2^53', [malformed], async (arena) => {
    const wire = await arena.open(await arena.join());
    wire.send(new Uint8Array(12).fill(255));
    return endOf(wire);
  }),
  transport(
    'R12',
    'sends three thousand messages that were cut, bent and blown up',
    [1005],
    async (arena) => {
      const random = new Random(7);
      const good = [say.step1(), say.presence([[5, 1, { cursor: [1, 2] }]]), say.sync(1, bytes(0, 0))];
      for (let round = 0; round < 60; round += 1) {
        const wire = await arena.open(await arena.join());
        for (let i = 0; i < 50; i += 1) {
          const bent = Uint8Array.from(random.pick(good) ?? []);
          for (let bend = 0; bend < 3; bend += 1) bent[random.below(bent.length)] = random.below(256);
          wire.send(bent.subarray(0, 1 + random.below(bent.length)));
        }
        wire.socket.close();
        const ended = await endOf(wire);
        if (![1000, 1005, malformed, shape].some((code) => code === ended)) return ended;
      }
      return 1005;
    },
  ),
];

export const FRAME_ATTACKS: readonly Attack[] = [...BELOW, ...FRAMES];
