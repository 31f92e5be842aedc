import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { createId } from '@ruimte/shared/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Arena, openArena, openWire, say, upgradeRequest } from '../support/attacker.ts';
import { Random } from '../support/random.ts';

const cleaning: (() => Promise<void> | void)[] = [];
let arena: Arena;
let startMb: number;
beforeAll(async () => {
  arena = await openArena((clean) => void cleaning.push(clean));
  startMb = await arena.memoryMb();
});
afterAll(async () => {
  for (const clean of cleaning.toReversed()) await clean();
});

/** Raw bytes of one frame from a client: header, mask of zeroes, payload. */
const masked = (first: number, payload: readonly number[] = []): Buffer =>
  Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0, ...payload]);

const GARBAGE: readonly (readonly [what: string, bytes: Buffer])[] = [
  ['a reserved bit', masked(0xc2, [0])],
  ['a reserved opcode', masked(0x83, [0])],
  ['a length of 2^62', Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['no mask', Buffer.from([0x82, 1, 0])],
  ['a ping in fragments', masked(0x09)],
  ['a continuation of nothing', masked(0x80, [0])],
  ['a close code that does not exist', masked(0x88, [0x03, 0xed])],
  ['text that is no UTF-8', masked(0x81, [0xff, 0xfe])],
];

test.each(GARBAGE)('[R12] a frame with %s ends that socket alone', async (_, bytes) => {
  const socket = await arena.openRaw(await arena.join());
  const ended = once(socket, 'close');
  socket.resume().write(bytes);
  await ended;
  await expect(arena.survives()).resolves.toBeUndefined();
});

test('[R12] text frames and empty messages end the socket', async () => {
  const session = await arena.join();
  const text = await arena.open(session);
  text.socket.send('hallo');
  expect(await text.closed).toBe(CLOSE_CODES.malformed);
  const empty = await arena.open(session);
  empty.send(new Uint8Array());
  expect(await empty.closed).toBe(CLOSE_CODES.malformed);
  await arena.survives();
});

test('[R12] messages that were cut, bent and blown up end their socket or nothing', async () => {
  const random = new Random(7);
  const good = [say.step1(), say.presence([[5, 1, { cursor: [1, 2] }]]), say.sync(1, new Uint8Array([0, 0]))];
  for (let round = 0; round < 20; round += 1) {
    const wire = await arena.open(await arena.join());
    for (let i = 0; i < 50; i += 1) {
      const bytes = Uint8Array.from(random.pick(good) ?? []);
      for (let bend = 0; bend < 3; bend += 1) bytes[random.below(bytes.length)] = random.below(256);
      wire.send(bytes.subarray(0, 1 + random.below(bytes.length)));
    }
    wire.socket.close();
    expect([1000, 1005, CLOSE_CODES.malformed, CLOSE_CODES.shape]).toContain(await wire.closed);
  }
  await arena.survives();
});

test('[R13] three messages of an unknown kind are passed over, the fourth ends the socket', async () => {
  const wire = await arena.open(await arena.join());
  wire.send(say.type(77), say.sync(9, new Uint8Array()), say.type(2), say.step1());
  await expect.poll(() => wire.received.some(([type, kind]) => type === 0 && kind === 1)).toBe(true);
  wire.send(say.type(2 ** 31));
  expect(await wire.closed).toBe(CLOSE_CODES.malformed);
  await arena.survives();
});

test('[R12] a message of 8 MB is refused by its length, and compression is not agreed to', async () => {
  const wire = await arena.open(await arena.join(), { deflate: true });
  expect(wire.socket.extensions).toBe('');
  wire.send(new Uint8Array(8 * 1024 * 1024));
  expect([1009, 1006]).toContain(await wire.closed);
  await arena.survives();
});

test('[R14] a flood of messages ends in 4529, also for the next socket of that person', async () => {
  const session = await arena.join();
  const wire = await arena.open(session);
  for (let i = 0; i < 5_000; i += 1) wire.send(say.presence([[9, i, { cursor: [i, i] }]]));
  expect(await wire.closed).toBe(CLOSE_CODES.tooFast);
  expect(await (await arena.open(session)).closed).toBe(CLOSE_CODES.tooFast);
  await arena.survives();
});

test('[R15] who was refused five times within a minute is held off, others are not', async () => {
  const session = await arena.join();
  for (let i = 0; i < 5; i += 1) {
    const wire = await arena.open(session);
    wire.send(new Uint8Array());
    expect(await wire.closed).toBe(CLOSE_CODES.malformed);
  }
  expect(await (await arena.open(session)).closed).toBe(CLOSE_CODES.tooFast);
  await arena.survives();
});

test('[R16] a thousand connections that say nothing keep nobody out', async () => {
  const silent: Socket[] = [];
  for (let i = 0; i < 1_000; i += 1) {
    const socket = connect(arena.server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nX-Slow: ');
    silent.push(socket);
  }
  await arena.survives();
  await expect
    .poll(() => silent.filter((socket) => !socket.closed && !socket.destroyed).length, { timeout: 10_000 })
    .toBeLessThanOrEqual(200);
  for (const socket of silent) socket.destroy();
});

test('[R12] requests for sockets at odd places are refused, and the process goes on', async () => {
  const odd = [
    '//',
    '/ws',
    '/ws/',
    '/ws//',
    '/ws/%00',
    '/ws/../..',
    `/ws/${'x'.repeat(4_000)}`,
    '*',
    '/ws/?ticket=%',
  ];
  await Promise.all(
    odd.map(async (path) => {
      const socket = connect(arena.server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      const ended = once(socket, 'close');
      socket.resume().write(upgradeRequest(arena.server, path));
      await ended;
    }),
  );
  await expect(arena.survives()).resolves.toBeUndefined();
});

test('[R5] rooms that do not exist cannot be told from rooms of others', async () => {
  const session = await arena.join();
  const { ticket } = await arena.ticket(session);
  const codes = new Set<number>();
  for (let i = 0; i < 50; i += 1) codes.add(await (await openWire(arena.server, createId(), ticket)).closed);
  expect([...codes]).toEqual([CLOSE_CODES.ticket]);
  for (const room of ['__proto__', 'constructor', '..%2f..', 'a'.repeat(200), `${createId()}/desk`]) {
    expect(await (await openWire(arena.server, room, ticket)).closed).toBe(CLOSE_CODES.unknown);
  }
  await arena.survives();
});

test('[R12] neither tickets nor texts nor names are in the log, at its lowest level', async () => {
  const session = await arena.join();
  const { ticket, room } = await arena.ticket(session);
  const wire = await openWire(arena.server, `${room}?ticket=${ticket}`, 'geen');
  wire.send(new Uint8Array());
  await wire.closed;
  await arena.survives();
  const output = arena.output();
  for (const secret of [ticket, session.session, 'eerlijk', 'persoon']) expect(output).not.toContain(secret);
});

test('[R17] after all of it the memory is back', async () => {
  await expect.poll(() => arena.memoryMb(), { timeout: 5_000 }).toBeLessThan(startMb + 64);
});
