/** Attacks at the door and by sheer number: floods, silence, strangers, names that are tried. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createId, createSecret } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { rootOf } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import { say, upgradeRequest, type Wire } from '../attacker.ts';
import { layNote } from '../lay-note.ts';
import { waitFor } from '../wait-for.ts';
import type { Arena } from './arena.ts';
import { type Attack, type Ending, endOf, times } from './attack.ts';
import { attackAs } from './attacker-board.ts';
import { FRAME_ATTACKS, transport } from './frames.ts';

const { tooFast, ticket: noTicket, unknown } = CLOSE_CODES;
/** Reading from a socket is paused while it is ahead of what its person may send. */
const HELD = 'still open';
const ODD_PATHS = [
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

function plainSocket(arena: Arena): Socket {
  const socket = connect(arena.server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}

/** The status with which a request for a socket is answered. */
async function statusOf(arena: Arena, request: string): Promise<Ending> {
  const socket = plainSocket(arena);
  socket.write(request);
  const answer = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.destroy();
  return `HTTP ${/^HTTP\/1.1 (\d+)/.exec(String(answer[0]))?.[1] ?? 'cut'}`;
}

/** How so many sockets at once have ended within a second, and how many each way. */
async function endings(wires: readonly Promise<Wire>[]): Promise<ReadonlyMap<Ending, number>> {
  const counts = new Map<Ending, number>();
  for (const ended of await Promise.all(wires.map(async (wire) => endOf(await wire, 1_000)))) {
    counts.set(ended, (counts.get(ended) ?? 0) + 1);
  }
  return counts;
}

/** The one ending of all of them. */
async function commonEnding(wires: readonly Promise<Wire>[]): Promise<Ending> {
  const [[first] = [], ...others] = await endings(wires);
  return others.length === 0 && first !== undefined ? first : 'answers differ';
}

const AT_THE_DOOR: readonly Attack[] = [
  transport(
    'R6',
    'asks for a socket from a page of another site',
    ['HTTP 403'],
    async (arena) => {
      const { ticket, room } = await arena.ticket(await arena.join());
      const request = upgradeRequest(arena.server, `/ws/${room}`, ticket);
      return statusOf(arena, request.replace('Connection:', 'Origin: https://elders.example\r\nConnection:'));
    },
    'a stranger',
  ),
  transport(
    'R6',
    'asks for a socket under another host name',
    ['HTTP 403'],
    async (arena) => {
      const { ticket, room } = await arena.ticket(await arena.join());
      const request = upgradeRequest(arena.server, `/ws/${room}`, ticket);
      return statusOf(arena, request.replace(/Host: [^\r]+/, 'Host: elders.example'));
    },
    'a stranger',
  ),
  transport(
    'R12',
    'asks for sockets at odd places',
    ['refused'],
    async (arena) => {
      await Promise.all(
        ODD_PATHS.map(async (path) => {
          const socket = plainSocket(arena);
          const ended = once(socket, 'close');
          socket.resume().write(upgradeRequest(arena.server, path));
          await ended;
        }),
      );
      return 'refused';
    },
    'a stranger',
  ),
  transport(
    'R5',
    'tries two hundred boards that do not exist',
    [noTicket],
    async (arena) => {
      return commonEnding(times(200, () => arena.openAt(createId(), createSecret())));
    },
    'a stranger',
  ),
  transport(
    'R5',
    'tries boards of others and boards that do not exist with a good ticket',
    [noTicket],
    async (arena) => {
      const { ticket } = await arena.ticket(await arena.join());
      const others = [arena.meetup.detail.id as string, ...times(49, () => createId())];
      return commonEnding(others.map((room) => arena.openAt(room, ticket)));
    },
  ),
  transport('R5', 'tries rooms with odd names', [unknown], async (arena) => {
    const { ticket } = await arena.ticket(await arena.join());
    const rooms = ['__proto__', 'constructor', '..%2f..', 'a'.repeat(200), `${createId()}/desk`];
    return commonEnding(rooms.map((room) => arena.openAt(room, ticket)));
  }),
  transport(
    'R12',
    'carries the ticket in the address, and a name in the wrong place',
    ['not logged'],
    async (arena) => {
      const session = await arena.join();
      const { ticket, room } = await arena.ticket(session);
      const wire = await arena.openAt(`${room}?ticket=${ticket}`, 'geen');
      wire.send(new Uint8Array());
      await endOf(wire);
      await arena.pulse();
      const found = [ticket, session.session, 'eerlijk', 'persoon'].filter((word) =>
        arena.output().includes(word),
      );
      return found.length === 0 ? 'not logged' : `in the log: ${found.length} secrets`;
    },
  ),
];

const FLOODS: readonly Attack[] = [
  transport('R14', 'sends five thousand messages at once, and comes back', [tooFast], async (arena) => {
    const session = await arena.join();
    const wire = await arena.open(session);
    for (let i = 0; i < 5_000; i += 1) wire.send(say.presence([[9, i, { cursor: [i, i] }]]));
    const first = await endOf(wire);
    if (first !== tooFast) return first;
    // Fewer than may come at once: whoever has used that up has not got it back by leaving.
    const again = await arena.open(session);
    for (let i = 0; i < 290; i += 1) again.send(say.presence([[9, i, { cursor: [i, i] }]]));
    return endOf(again);
  }),
  transport('R14', 'sends 40 MB of presence', [HELD], async (arena) => {
    const wire = await arena.open(await arena.join());
    const large = say.presence([[9, 1, { junk: 'x'.repeat(1_000_000) }]]);
    for (let i = 0; i < 40; i += 1) wire.send(large);
    return endOf(wire, 2_000);
  }),
  transport('R14', 'sends 40 MB of updates with nothing new in them', [HELD, tooFast], async (arena) => {
    const { wire } = await attackAs(arena, await arena.join());
    // An update with nothing new in it.
    const nothing = say.update(Y.encodeStateAsUpdate(arena.atVictim.doc));
    const count = Math.ceil((40 * 1024 * 1024) / nothing.length);
    for (let i = 0; i < count; i += 1) wire.send(nothing);
    return endOf(wire, 2_000);
  }),
  transport('R15', 'is refused five times and comes back', [tooFast], async (arena) => {
    const session = await arena.join();
    for (let i = 0; i < 5; i += 1) {
      const wire = await arena.open(session);
      wire.send(new Uint8Array());
      const ended = await endOf(wire);
      if (ended !== CLOSE_CODES.malformed) return ended;
    }
    return endOf(await arena.open(session));
  }),
  transport('R28', 'opens a hundred sockets', [tooFast], async (arena) => {
    const { ticket, room } = await arena.ticket(await arena.join());
    const counts = await endings(times(100, () => arena.openAt(room, ticket)));
    const open = counts.get('still open') ?? 0;
    return open > 0 && open <= 30 && counts.size === 2 ? tooFast : `${open} stay open`;
  }),
  transport(
    'R16',
    'opens a thousand connections and says half a word',
    ['200 are left'],
    async (arena) => {
      const silent = times(1_000, () => {
        const socket = plainSocket(arena);
        socket.write('GET / HTTP/1.1\r\nX-Slow: ');
        return socket;
      });
      await arena.pulse();
      const left = (): number => silent.filter((socket) => !socket.closed && !socket.destroyed).length;
      await waitFor('all but 200 to be ended', () => left() <= 200, 10_000);
      for (const socket of silent) socket.destroy();
      return '200 are left';
    },
    'a stranger',
  ),
  transport(
    'R16',
    'asks for five hundred sockets with no ticket',
    ['turned away'],
    async (arena) => {
      const counts = await endings(times(500, () => arena.openAt(createId(), 'geen')));
      // Those that came while two hundred had not yet said what they want were cut.
      const turnedAway = (counts.get(noTicket) ?? 0) + (counts.get(1006) ?? 0);
      return turnedAway === 500 ? 'turned away' : `${500 - turnedAway} are still open`;
    },
    'a stranger',
  ),
];

const SLOW: readonly Attack[] = [
  {
    ...transport(
      'R16',
      'says a letter of its request every second, on two hundred connections',
      ['all are ended'],
      async (arena) => {
        const slow = times(200, () => plainSocket(arena));
        for (const socket of slow) socket.resume().write('GET / HTTP/1.1\r\nX-Slow: ');
        const left = (): Socket[] => slow.filter((socket) => !socket.closed && !socket.destroyed);
        for (let second = 0; second < 20 && left().length > 0; second += 1) {
          for (const socket of left()) socket.write('x');
          await pause(1_000);
        }
        const count = left().length;
        for (const socket of slow) socket.destroy();
        return count === 0 ? 'all are ended' : `${count} are left`;
      },
      'a stranger',
    ),
    slow: true,
  },
  {
    ...transport(
      'R25',
      'opens twenty sockets and vanishes without a goodbye',
      ['all are ended'],
      async (arena) => {
        const sockets: Socket[] = [];
        for (let i = 0; i < 20; i += 1) {
          const socket = await arena.openRaw(await arena.join());
          // Nothing is answered any more, pings neither; what comes is still taken.
          socket.resume();
          sockets.push(socket);
        }
        await waitFor('the dead to be ended', () => sockets.every((socket) => socket.closed), 50_000);
        return 'all are ended';
      },
    ),
    slow: true,
  },
  {
    ...transport(
      'R26',
      'reads nothing on twenty sockets while five people write all they may',
      ['held or closed'],
      async (arena) => {
        const readers = await Promise.all(times(20, async () => arena.openRaw(await arena.join())));
        for (const reader of readers) {
          reader.pause();
          reader.write(frameOfStep1());
        }
        // Sixty notes each, written over and over: all that five people may send, and everybody gets it.
        const writers = await Promise.all(times(5, async () => attackAs(arena, await arena.join())));
        const notes = writers.map(({ wire, session, doc, change }) => {
          let laid: Y.Text[] = [];
          wire.send(say.update(change(() => (laid = times(60, (i) => layText(doc, session, String(i)))))));
          return laid;
        });
        for (let round = 0; round < 100; round += 1) {
          writers.forEach(({ wire, change }, index) =>
            wire.send(
              say.update(
                change(() =>
                  notes[index]?.forEach((text) => {
                    text.delete(0, text.length);
                    text.insert(0, String(round % 10).repeat(470));
                  }),
                ),
              ),
            ),
          );
          await pause(round < 50 ? 10 : 150);
        }
        await pause(15_000);
        // Behind by less than a megabyte, beyond what the system holds for them, they may stay.
        return 'held or closed';
      },
    ),
    slow: true,
  },
];

/** Lays a note. @returns its text. */
function layText(doc: Y.Doc, session: NewSession, words: string): Y.Text {
  const text = rootOf(doc, 'notes')
    .get(layNote(doc, session, words))
    ?.get('text');
  if (!(text instanceof Y.Text)) throw new Error('a note has a text');
  return text;
}

/** A first step of the sync, as a masked frame. */
function frameOfStep1(): Buffer {
  const message = say.step1();
  return Buffer.from([0x82, 0x80 | message.length, 0, 0, 0, 0, ...message]);
}

/** All attacks on the transport. */
export const TRANSPORT_ATTACKS: readonly Attack[] = [...FRAME_ATTACKS, ...AT_THE_DOOR, ...FLOODS, ...SLOW];
