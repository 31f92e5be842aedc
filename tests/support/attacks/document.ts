/** Attacks on the document: what participants and the wall write, ask for and write about. */
import { createId, type CommandId } from '@ruimte/shared/ids';
import { RuimteError } from '@ruimte/shared/errors';
import { CLOSE_CODES, type CloseReason } from '@ruimte/shared/protocol/close-codes';
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import * as Y from 'yjs';
import { say, type Wire } from '../attacker.ts';
import { handUpdate, type HandStruct } from '../gate-bytes.ts';
import { layNote } from '../lay-note.ts';
import type { Arena } from './arena.ts';
import { type Attack, type Ending, endOf, outcomeOf, times } from './attack.ts';
import {
  attackAs,
  type Attacker,
  FIRST_WORDS,
  firstLetterOf,
  idOf,
  newClient,
  notesOf,
} from './attacker-board.ts';
import { HOSTILE_UPDATES } from './hostile-updates.ts';

/** Codes with which the gate may say no. */
const NO: readonly number[] = (
  ['malformed', 'forbidden', 'foreignClient', 'tooLarge', 'shape', 'boardFull'] satisfies CloseReason[]
).map((reason) => CLOSE_CODES[reason]);
const { malformed, forbidden, foreignClient, tooLarge, tooFast, ticket } = CLOSE_CODES;

const participant = (
  rule: string,
  name: string,
  ends: readonly Ending[],
  act: (attacker: Attacker) => Promise<Ending>,
): Attack => ({
  name,
  part: 'document',
  who: 'a participant',
  rule,
  ends,
  act: async (arena) => act(await attackAs(arena, await arena.join())),
});

const wall = (
  name: string,
  ends: readonly Ending[],
  act: (attacker: Attacker) => Promise<Ending>,
): Attack => ({
  name,
  part: 'document',
  who: 'the wall',
  rule: 'R2',
  ends,
  act: async (arena) => act(await attackAs(arena, await arena.meetup.openWall())),
});

const SENT: readonly Attack[] = HOSTILE_UPDATES.flatMap(([name, make]) => [
  participant('R18', `sends ${name}`, NO, async (attacker) => {
    attacker.wire.send(say.update(make(attacker)));
    return endOf(attacker.wire);
  }),
  wall(`sends ${name}, as an answer`, NO, async (attacker) => {
    attacker.wire.send(say.sync(1, make(attacker)));
    return endOf(attacker.wire);
  }),
]);

const BY_THE_WALL: readonly Attack[] = [1, 2].map((kind) =>
  wall(`lays a note, as ${kind === 1 ? 'an answer' : 'an update'}`, [forbidden], async (attacker) => {
    attacker.wire.send(
      say.sync(
        kind,
        attacker.change((doc) => layNote(doc, attacker.arena.victim, 'van de muur')),
      ),
    );
    return endOf(attacker.wire);
  }),
);

/** What a command by HTTP is answered with. */
async function commandBy(arena: Arena, session: string): Promise<Ending> {
  try {
    await arena.server.as(session)('command', { id: createId<CommandId>(), command: { type: 'close' } });
    return 'the meet-up was closed';
  } catch (error) {
    if (error instanceof RuimteError) return error.code;
    throw error;
  }
}

const COMMANDS: readonly Attack[] = [
  wall('closes the meet-up over HTTP', ['forbidden'], ({ arena, session }) =>
    commandBy(arena, session.session),
  ),
  participant('R18', 'closes the meet-up over HTTP', ['forbidden'], ({ arena, session }) =>
    commandBy(arena, session.session),
  ),
];

/** A socket on another document of the meet-up. */
async function writeElsewhere(arena: Arena, open: () => Promise<Wire>): Promise<Ending> {
  const wire = await open();
  const doc = new Y.Doc();
  doc.getMap('stage').set('round', 'van mij');
  wire.send(say.step1(), say.update(Y.encodeStateAsUpdate(doc)));
  const ended = await endOf(wire);
  await arena.pulse();
  return ended;
}

const ELSEWHERE: readonly Attack[] = [
  participant('R3', 'writes on the stage', [forbidden], async ({ arena, session }) =>
    writeElsewhere(arena, () => arena.open(session, { kind: 'stage' })),
  ),
  participant('R4', 'opens the desk of somebody else', [ticket], async ({ arena, session }) => {
    const given = await arena.ticket(session);
    const wire = await arena.openAt(`${given.room}/desk/${arena.victim.participant ?? ''}`, given.ticket);
    return endOf(wire);
  }),
];

const steps1 = (wire: Wire): number =>
  wire.received.filter(([type, kind]) => type === MESSAGE.sync && kind === 0).length;

const NEVER: readonly Attack[] = [
  participant(
    'R19',
    'sends updates and deletions whose causes never come',
    [malformed],
    async ({ wire, note, doc }) => {
      const state = (): HandStruct[] => [{ parent: idOf(note, 'text'), text: 'a' }];
      // Whoever has not said what they have may still do so.
      wire.send(say.sync(1, new Uint8Array([0, 0])));
      for (let i = 1; i <= 30; i += 1) {
        wire.send(
          say.update(
            [
              handUpdate([[5_000 + i, 7, [{ root: 'notes', key: createId(), type: 1 }]]]),
              handUpdate([], [[5_000 + i, [[0, 9]]]]),
              handUpdate([[doc.clientID, 5_000 + i, state()]]),
            ][i % 3] ?? new Uint8Array(),
          ),
        );
      }
      const ended = await endOf(wire);
      return steps1(wire) < 10 ? ended : `asked back ${steps1(wire)} times`;
    },
  ),
  participant('R19', 'sends such updates and never says what they have', [tooFast], async ({ wire }) => {
    for (let i = 1; i <= 310; i += 1) wire.send(say.update(handUpdate([], [[5_000 + i, [[0, 9]]]])));
    const ended = await endOf(wire);
    return steps1(wire) < 3 ? ended : `asked back ${steps1(wire)} times`;
  }),
  participant('R19', 'deletes what somebody has not written yet', ['taken'], async ({ arena, wire }) => {
    const { doc } = arena.atVictim;
    const next = Y.getState(doc.store, doc.clientID);
    wire.send(say.update(handUpdate([], [[doc.clientID, [[next, 1_000]]]])));
    const ended = await outcomeOf(wire);
    await arena.pulse();
    return ended;
  }),
  participant(
    'R18',
    'writes under an id that somebody has only shown',
    [foreignClient],
    async ({ arena, wire, session }) => {
      const shown = newClient();
      const other = await arena.open(await arena.join());
      other.send(say.presence([[shown, 1, { cursor: [1, 1] }]]));
      await outcomeOf(other);
      const doc = new Y.Doc();
      doc.clientID = shown;
      layNote(doc, session, 'onder een ander');
      wire.send(say.update(Y.encodeStateAsUpdate(doc)));
      return endOf(wire);
    },
  ),
];

const ASKING: readonly Attack[] = [
  participant('R20', 'sends a state vector of 200 kB', [malformed], async ({ wire }) => {
    wire.send(say.step1(new Uint8Array(200 * 1024).fill(1)));
    return endOf(wire);
  }),
  participant('R20', 'asks for everything two hundred times', [tooFast], async ({ wire }) => {
    for (let i = 0; i < 200; i += 1) wire.send(say.step1(), say.type(MESSAGE.queryAwareness));
    const ended = await endOf(wire);
    const answers = wire.received.filter(([type, kind]) => type === MESSAGE.sync && kind === 1).length;
    return answers <= 4 ? ended : `answered ${answers} times`;
  }),
  participant(
    'R20',
    'asks for nearly everything over thirty sockets',
    ['taken', tooFast],
    async ({ arena, session, doc }) => {
      // Not the empty state vector, whose answer is made once for all.
      const nearly = Uint8Array.from(Y.encodeStateVector(new Map([[doc.clientID, 1]])));
      const wires = await Promise.all(times(29, () => arena.open(session)));
      for (const wire of wires) for (let i = 0; i < 5; i += 1) wire.send(say.step1(nearly));
      const [first] = wires;
      return first === undefined ? 'no socket' : outcomeOf(first);
    },
  ),
];

/** How many messages somebody sends who does a costly thing again and again; above the burst the line is paused. */
const AGAIN = 250;
/** Steps below which one update stays. */
const STEPS = 3_900;
const GAP = 500;

/** Sends one more message at a time while the socket lasts. */
async function again(wire: Wire, count: number, make: (index: number) => Uint8Array): Promise<Ending> {
  for (let index = 0; index < count; index += 1) {
    wire.send(say.update(make(index)));
    if (index % 20 === 19 && (await outcomeOf(wire)) !== 'taken') break;
  }
  return outcomeOf(wire);
}

const REPEATED: readonly Attack[] = [
  participant(
    'R34',
    'sends siblings one by one, each message below what one may cost',
    [tooLarge],
    async ({ wire, note, session, change }) => {
      const client = newClient();
      let [clock, origin, gap] = [0, idOf(note, 'zone'), 0];
      return again(wire, AGAIN, () => {
        const structs: HandStruct[] = [];
        // The gate counts the gap for each, and three for each sibling before it in the message.
        let steps = gap + 3;
        for (const before = gap; gap < GAP && steps < STEPS; gap += 1) {
          structs.push({ origin, any: ['kind'] });
          steps += before + 3 * (structs.length + 1);
        }
        if (structs.length > 0) {
          clock += structs.length;
          return handUpdate([[client, clock - structs.length, structs]]);
        }
        // This gap is full: a new note has another.
        let next = note;
        const update = change((board) => {
          next = notesOf(board).get(layNote(board, session, 'nog een')) ?? note;
        });
        [origin, gap] = [idOf(next, 'zone'), 0];
        return update;
      });
    },
  ),
  participant(
    'R18',
    'sends 19,000 letters and deletes them, again and again',
    ['taken', tooFast],
    async ({ wire, note, doc }) => {
      let clock = Y.getState(doc.store, doc.clientID);
      // Each letter behind the one before, as typed: nothing for the gate to hold against them.
      const [client, letter] = firstLetterOf(note);
      let last: readonly [number, number] = [client, letter + FIRST_WORDS.length - 1];
      return again(wire, 9, () => {
        const first = clock;
        clock += 19_000;
        const letters = times(19_000, (i): HandStruct => {
          const origin = i === 0 ? last : ([doc.clientID, first + i - 1] as const);
          return { origin, text: 'a' };
        });
        last = [doc.clientID, clock - 1];
        return handUpdate([[doc.clientID, first, letters]], [[doc.clientID, [[first, 19_000]]]]);
      });
    },
  ),
  participant(
    'R18',
    'sends the same 29,000 deleted ranges, again and again',
    ['taken', tooFast],
    async ({ wire, doc }) => {
      const clock = Y.getState(doc.store, doc.clientID);
      wire.send(say.update(handUpdate([[doc.clientID, clock, [{ gc: 2 ** 17 }]]])));
      const known = handUpdate(
        [],
        [[doc.clientID, times(29_000, (i): [number, number] => [clock + i * 2, 1])]],
      );
      return again(wire, 13, () => known);
    },
  ),
  participant('R18', 'sends other deleted ranges each time', ['taken', tooFast], async ({ wire, doc }) => {
    const clock = Y.getState(doc.store, doc.clientID);
    wire.send(say.update(handUpdate([[doc.clientID, clock, [{ gc: 2 ** 17 }]]])));
    return again(wire, 13, (index) =>
      handUpdate([], [[doc.clientID, times(29_000, (i): [number, number] => [clock + i * 2 + index, 1])]]),
    );
  }),
  participant(
    'R18',
    'deletes the notes of others one by one',
    [forbidden],
    async ({ wire, doc, note, change }) => {
      for (const [id, each] of notesOf(doc)) {
        if (each !== note) wire.send(say.update(change(() => notesOf(doc).delete(id))));
      }
      return endOf(wire);
    },
  ),
  participant('R18', 'takes a client id for every message', [tooLarge], async ({ wire }) =>
    again(wire, 70, () => handUpdate([[newClient(), 0, [{ gc: 1 }]]])),
  ),
];

/** All attacks on the document. */
export const DOCUMENT_ATTACKS: readonly Attack[] = [
  ...SENT,
  ...BY_THE_WALL,
  ...COMMANDS,
  ...ELSEWHERE,
  ...NEVER,
  ...ASKING,
  ...REPEATED,
];
