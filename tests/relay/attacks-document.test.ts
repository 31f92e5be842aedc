import { createId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { CLOSE_CODES, type CloseReason } from '@ruimte/shared/protocol/close-codes';
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Arena, openArena, say, type Wire } from '../support/attacker.ts';
import { handUpdate, type HandStruct } from '../support/gate-bytes.ts';
import { layNote } from '../support/lay-note.ts';

const cleaning: (() => Promise<void> | void)[] = [];
let arena: Arena;
beforeAll(async () => {
  arena = await openArena((clean) => void cleaning.push(clean));
});
afterAll(async () => {
  for (const clean of cleaning.toReversed()) await clean();
});

/** A participant's own board as the attacker's program holds it; changes come out as one update. */
interface Attacker {
  readonly session: NewSession;
  readonly wire: Wire;
  readonly doc: Y.Doc;
  change(edit: (doc: Y.Doc) => void): Uint8Array;
}

async function attack(session?: NewSession): Promise<Attacker> {
  const who = session ?? (await arena.join());
  const wire = await arena.open(who);
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(arena.atVictim.doc));
  wire.send(say.step1());
  return {
    session: who,
    wire,
    doc,
    change: (edit) => {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => edit(doc));
      return Y.encodeStateAsUpdate(doc, before);
    },
  };
}

/** Some codes with which the gate may say no. */
const NO: ReadonlySet<number> = new Set(
  (['malformed', 'forbidden', 'foreignClient', 'tooLarge', 'shape', 'boardFull'] satisfies CloseReason[]).map(
    (reason) => CLOSE_CODES[reason],
  ),
);

const notes = (doc: Y.Doc) => rootOf(doc, 'notes') as Y.Map<Y.Map<unknown>>;
const someNote = (doc: Y.Doc): Y.Map<unknown> => {
  const [note] = notes(doc).values();
  if (note === undefined) throw new Error('the victim has written a note');
  return note;
};
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
/** Maps in each other, as bytes: a client that built them would fail before the server does. */
function nested(client: number, depth: number): Uint8Array {
  const inner = times(depth, (i): HandStruct => ({ parent: [client, i], key: 'a', type: 1 }));
  return handUpdate([[client, 0, [{ root: 'notes', key: createId(), type: 1 }, ...inner]]]);
}

/** 16,000 letters that all follow one letter, each before another one: 9 s of work for whoever applies them. */
function quadratic(client: number): Uint8Array {
  const structs: HandStruct[] = [{ root: 'links', key: createId(), type: 1 }];
  structs.push({ parent: [client, 0], key: 'text', type: 2 }, { parent: [client, 1], text: 'a' });
  for (let i = 0; i < 16_000; i += 1) {
    structs.push({ origin: [client, 2], ...(i === 0 ? {} : { right: [client, 2 + i] }), text: 'b' });
  }
  return handUpdate([[client, 0, structs]]);
}

/** What a signed-in participant sends as an update, under allowed roots unless that is the point. */
const UPDATES: readonly (readonly [what: string, make: (attacker: Attacker) => Uint8Array])[] = [
  [
    'a note of 500,000 letters',
    ({ change, session }) => change((doc) => layNote(doc, session, 'x'.repeat(500_000))),
  ],
  ['a struct bomb', () => handUpdate([[4_242, 0, times(250_000, () => ({ gc: 1 }))]])],
  ['a quadratic conflict', () => quadratic(4_243)],
  ['ten thousand maps in each other', () => nested(4_246, 10_000)],
  ['a count of 2^31 in five bytes', () => new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x07])],
  ['an update of version 2', ({ doc }) => Y.encodeStateAsUpdateV2(doc)],
  ['a clock poisoned with 2^40', () => handUpdate([[4_244, 0, [{ gc: 2 ** 40 }]]])],
  ['a clock poisoned with 2^31', () => handUpdate([[4_245, 0, [{ deleted: 2 ** 31 }]]])],
  [
    'words under the client id of somebody else',
    ({ session }) => {
      const forger = new Y.Doc();
      defineRoots(forger, BOARD_ROOTS);
      Y.applyUpdate(forger, Y.encodeStateAsUpdate(arena.atVictim.doc));
      forger.clientID = arena.atVictim.doc.clientID;
      const before = Y.encodeStateVector(forger);
      layNote(forger, session, 'van een ander');
      return Y.encodeStateAsUpdate(forger, before);
    },
  ],
  [
    'a note in the name of somebody else',
    ({ change }) => change((doc) => layNote(doc, arena.victim, 'vals')),
  ],
  ['a root of its own', ({ change }) => change((doc) => doc.getMap('eigen').set('a', 1))],
  [
    'a key named __proto__',
    ({ change }) => change((doc) => someNote(doc).set('__proto__', { role: 'facilitator' })),
  ],
  ['a key of 100 kB', ({ change }) => change((doc) => notes(doc).set('k'.repeat(100_000), new Y.Map()))],
  [
    'a list where a map belongs',
    ({ change }) => change((doc) => notes(doc).set(createId(), new Y.Array() as never)),
  ],
  ['a subdocument', ({ change }) => change((doc) => notes(doc).set(createId(), new Y.Doc() as never))],
  [
    'a zone of its own',
    ({ change }) => change((doc) => rootOf(doc, 'zones').set(createId(), new Y.Map() as never)),
  ],
  [
    'the settings of the meet-up',
    ({ change }) => change((doc) => rootOf(doc, 'meta').set('title', 'van mij' as never)),
  ],
  [
    'other words in the note of somebody else',
    ({ change }) => change((doc) => (someNote(doc).get('text') as Y.Text).insert(0, 'niet ')),
  ],
  [
    'another author of a note',
    ({ change, session }) => change((doc) => someNote(doc).set('author', session.participant)),
  ],
  [
    'the removal of everything',
    ({ change }) => change((doc) => [...notes(doc).keys()].forEach((id) => notes(doc).delete(id))),
  ],
];

test.each(UPDATES)('[R18] a participant who sends %s is refused, and nobody notices', async (_, make) => {
  const attacker = await attack();
  attacker.wire.send(say.update(make(attacker)));
  expect(NO).toContain(await attacker.wire.closed);
  await arena.survives();
});

test.each(UPDATES)('[R2] the wall that sends %s is refused, as update and as answer', async (_, make) => {
  const wall = await arena.meetup.openWall();
  const attacker = await attack(wall);
  const update = make({ ...attacker, session: arena.victim });
  attacker.wire.send(say.sync(1, update));
  expect(NO).toContain(await attacker.wire.closed);
});

test('[R19] updates and deletions whose causes never come are asked for, never kept, and end the socket', async () => {
  const { wire } = await attack();
  for (let i = 1; i <= 30; i += 1) {
    const update =
      i % 2 === 0
        ? handUpdate([[5_000 + i, 7, [{ root: 'notes', key: createId(), type: 1 }]]])
        : handUpdate([], [[5_000 + i, [[0, 9]]]]);
    wire.send(say.update(update));
  }
  expect(await wire.closed).toBe(CLOSE_CODES.malformed);
  expect(wire.received.filter(([type, kind]) => type === MESSAGE.sync && kind === 0).length).toBeLessThan(10);
  await arena.survives();
});

test('[R20] a state vector of 70 kB is refused, and asking for everything again and again is not answered', async () => {
  const giant = await attack();
  giant.wire.send(say.step1(new Uint8Array(70 * 1024).fill(1)));
  expect(await giant.wire.closed).toBe(CLOSE_CODES.malformed);
  const { wire } = await attack();
  for (let i = 0; i < 200; i += 1) wire.send(say.step1(), say.type(MESSAGE.queryAwareness));
  expect(await wire.closed).toBe(CLOSE_CODES.tooFast);
  expect(
    wire.received.filter(([type, kind]) => type === MESSAGE.sync && kind === 1).length,
  ).toBeLessThanOrEqual(4);
  await arena.survives();
});

test('[R21] presence shows one id per socket, stamped with who it is, small and its own', async () => {
  const session = await arena.join();
  const wire = await arena.open(session);
  const seen = arena.atVictim.provider.awareness;
  const victimId = arena.atVictim.doc.clientID;
  const many = times(
    3_000,
    (i) => [100_000 + i, 1, { who: arena.victim.participant, cursor: [1, 1] }] as const,
  );
  wire.send(say.presence([[victimId, 2 ** 30, null], ...many]));
  wire.send(say.presence([[100_000, 2, { cursor: [2, 2], junk: 'x'.repeat(100_000) }]]));
  wire.send(say.presence([[100_000, 3, { cursor: [3, 3], who: arena.victim.participant, name: 'Juf' }]]));
  await expect.poll(() => seen.getStates().get(100_000)?.['cursor']).toEqual([3, 3]);
  expect(seen.getStates().get(100_000)).toEqual({ who: session.participant, cursor: [3, 3] });
  expect([...seen.getStates().keys()].filter((id) => id > 100_000 && id < 104_000)).toEqual([]);
  await arena.survives();
  wire.send(say.presence(times(20_000, (i) => [200_000 + i, 1, null] as const)));
  expect(await wire.closed).toBe(CLOSE_CODES.malformed);
});

test('[R17] attacks that are repeated take no more memory than once', async () => {
  const heavy = UPDATES.filter(([what]) => /bomb|quadratic|letters|maps/.test(what));
  const round = async (): Promise<number> => {
    for (const [, make] of heavy) {
      const attacker = await attack();
      attacker.wire.send(say.update(make(attacker)));
      await attacker.wire.closed;
    }
    await arena.survives();
    return arena.memoryMb();
  };
  // The first rounds also warm the process up.
  const first = Math.max(await round(), await round(), await round());
  for (let i = 0; i < 3; i += 1) await round();
  await expect.poll(() => arena.memoryMb(), { timeout: 5_000 }).toBeLessThan(first + 64);
});
