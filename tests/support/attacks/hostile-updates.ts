/** Updates that no client of ours makes, one message each; the gate must refuse every one. */
import { type CommunityId, createId, type ParticipantId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { rootOf } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import { handUpdate, type HandStruct } from '../gate-bytes.ts';
import { layNote } from '../lay-note.ts';
import { times } from './attack.ts';
import { type Attacker, firstLetterOf, idOf, newClient, notesOf } from './attacker-board.ts';

/** What they send, and how it is made. */
export type HostileUpdate = readonly [name: string, make: (attacker: Attacker) => Uint8Array];

/** Structs of a quadratic attack: seconds to minutes of work for whoever applies them, in 125 kB. */
const MANY = 16_000;

/** Letters that all follow one letter, each before another one. */
function crossedLetters(letter: readonly [number, number], at: (index: number) => readonly [number, number]) {
  return times(MANY, (i): HandStruct => ({
    origin: letter,
    ...(i === 0 ? {} : { right: at(i - 1) }),
    text: 'b',
  }));
}

/** Maps in each other, as bytes: a client that built them would fail before the server does. */
function nested(depth: number, first: HandStruct): Uint8Array {
  const client = newClient();
  const inner = times(depth, (i): HandStruct => ({ parent: [client, i], key: 'a', type: 1 }));
  return handUpdate([[client, 0, [first, ...inner]]]);
}

const COSTLY: readonly HostileUpdate[] = [
  [
    'a quadratic conflict in an item of an allowed root',
    () => {
      const client = newClient();
      const head: HandStruct[] = [
        { root: 'links', key: createId(), type: 1 },
        { parent: [client, 0], key: 'text', type: 2 },
        { parent: [client, 1], text: 'a' },
      ];
      const letters = crossedLetters([client, 2], (index) => [client, 3 + index]);
      return handUpdate([[client, 0, [...head, ...letters]]]);
    },
  ],
  [
    'letters at the beginning of a text, each before another letter of it',
    () => {
      const client = newClient();
      const head: HandStruct[] = [
        { root: 'links', key: createId(), type: 1 },
        { parent: [client, 0], key: 'text', type: 2 },
        { parent: [client, 1], text: 'a'.repeat(MANY) },
      ];
      const letters = times(MANY, (i): HandStruct => ({ right: [client, 2 + i], text: 'b' }));
      return handUpdate([[client, 0, [...head, ...letters]]]);
    },
  ],
  [
    'a quadratic conflict in the text of a note, with one client id',
    ({ note, write }) => write((at) => crossedLetters(firstLetterOf(note), at)),
  ],
  [
    'a quadratic conflict in the text of a note, without right neighbours',
    ({ note, write }) => write(() => times(MANY, () => ({ origin: firstLetterOf(note), text: 'b' }))),
  ],
  [
    'a quadratic conflict in the text of a note, spread over sixteen client ids',
    ({ note }) =>
      handUpdate(
        times(16, () => [
          newClient(),
          0,
          times(MANY / 16, () => ({ origin: firstLetterOf(note), text: 'b' })),
        ]),
      ),
  ],
  [
    'a key of a note written 16,000 times from one value',
    ({ note, write }) => write(() => times(MANY, () => ({ origin: idOf(note, 'zone'), any: ['kind'] }))),
  ],
  [
    'a key of a note of somebody else written 16,000 times from one value',
    ({ foreign, write }) =>
      write(() => times(MANY, () => ({ origin: idOf(foreign, 'zone'), any: ['kind'] }))),
  ],
  [
    'their own vote written 16,000 times from one value',
    ({ session, write }) =>
      write((at) => [
        { root: 'votes', key: session.participant ?? '', type: 1 },
        { parent: at(0), key: createId(), any: [1] },
        ...times(MANY, (): HandStruct => ({ origin: at(1), any: [1] })),
      ]),
  ],
  [
    'a struct bomb of removed stretches',
    () => handUpdate([[newClient(), 0, times(250_000, () => ({ gc: 1 }))]]),
  ],
  [
    'a struct bomb of 25,000 letters in a note',
    ({ note, write }) =>
      write((at) =>
        times(25_000, (i) =>
          i === 0 ? { parent: idOf(note, 'text'), text: 'a' } : { origin: at(i - 1), text: 'a' },
        ),
      ),
  ],
  ['ten thousand maps in each other', () => nested(10_000, { root: 'notes', key: createId(), type: 1 })],
  [
    'ten thousand maps in each other, in a note',
    ({ note }) => nested(10_000, { origin: idOf(note, 'order'), type: 1 }),
  ],
  ['a note in a note', ({ note }) => nested(1, { origin: idOf(note, 'p'), type: 1 })],
  [
    '30,001 deleted ranges',
    ({ doc }) => handUpdate([], [[doc.clientID, times(30_001, (i): [number, number] => [i * 2, 1])]]),
  ],
  ['seventeen client ids at once', () => handUpdate(times(17, () => [newClient(), 0, [{ gc: 1 }]]))],
];

const MALFORMED: readonly HostileUpdate[] = [
  ['a count of 2^31 in five bytes', () => new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x07])],
  ['a count of 2^31 structs', () => new Uint8Array([1, 0xff, 0xff, 0xff, 0xff, 0x07, 1, 0, 0])],
  ['an update of version 2', ({ doc }) => Y.encodeStateAsUpdateV2(doc)],
  ['a clock poisoned with 2^40', () => handUpdate([[newClient(), 0, [{ gc: 2 ** 40 }]]])],
  ['a clock poisoned with 2^31', () => handUpdate([[newClient(), 0, [{ deleted: 2 ** 31 }]]])],
  ['a clock that begins at 2^31', () => handUpdate([[newClient(), 2 ** 31, [{ gc: 1 }]]])],
  ['two sections of one client id', () => handUpdate(times(2, () => [77, 0, [{ gc: 1 }]]))],
  ['a letter that follows itself', ({ write }) => write((at) => [{ origin: at(0), text: 'a' }])],
  ['random bytes', () => Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 251)],
];

/** Somebody who could lay notes: the wall makes itself a person. */
const asPerson = (session: NewSession): NewSession => ({
  ...session,
  participant: session.participant ?? createId<ParticipantId>(),
});

/** Words that the attacker lays under an id that is not theirs. */
function forge(attacker: Attacker, client: number): Uint8Array {
  const forger = new Y.Doc();
  Y.applyUpdate(forger, Y.encodeStateAsUpdate(attacker.arena.atVictim.doc));
  forger.clientID = client;
  const before = Y.encodeStateVector(forger);
  layNote(forger, asPerson(attacker.session), 'van een ander');
  return Y.encodeStateAsUpdate(forger, before);
}

/** The client id under which the server laid out the board. */
function serverId(doc: Y.Doc): number {
  const [zone] = rootOf(doc, 'zones').keys();
  return idOf(rootOf(doc, 'zones') as never, zone ?? '')[0];
}

const FORGED: readonly HostileUpdate[] = [
  [
    'words under the client id of somebody else',
    (attacker) => forge(attacker, attacker.arena.atVictim.doc.clientID),
  ],
  ['words under the client id of the server', (attacker) => forge(attacker, serverId(attacker.doc))],
  [
    'a note in the name of somebody else',
    ({ change, arena }) => change((doc) => layNote(doc, arena.victim, 'vals')),
  ],
  [
    'a note of another community',
    ({ change, session }) =>
      change((doc) => layNote(doc, { ...asPerson(session), community: createId<CommunityId>() }, 'vals')),
  ],
  [
    'a vote in the name of somebody else',
    ({ change, arena }) =>
      change((doc) => doc.getMap('votes').set(arena.victim.participant ?? '', new Y.Map([[createId(), 1]]))),
  ],
  [
    'other words in the note of somebody else',
    ({ change, foreign }) => change(() => (foreign.get('text') as Y.Text).insert(0, 'niet ')),
  ],
  [
    'a note of somebody else without its words',
    ({ change, foreign }) => change(() => (foreign.get('text') as Y.Text).delete(0, 3)),
  ],
  [
    'a note of somebody else under their own name',
    ({ change, foreign }) => change(() => foreign.set('author', createId<ParticipantId>())),
  ],
  [
    'a new text for the note of somebody else',
    ({ change, foreign }) => change(() => foreign.set('text', new Y.Text('vals'))),
  ],
  [
    'a note in the place of the one of somebody else',
    ({ change, session, foreign, doc }) => {
      const id = [...notesOf(doc)].find(([, note]) => note === foreign)?.[0] ?? '';
      return change(() => notesOf(doc).set(id, new Y.Map([['author', session.participant]])));
    },
  ],
  [
    'the removal of everything',
    ({ change, doc }) => change(() => [...notesOf(doc).keys()].forEach((id) => notesOf(doc).delete(id))),
  ],
  [
    'the removal of one note of somebody else',
    ({ change, foreign, doc }) =>
      change(() => [...notesOf(doc)].forEach(([id, note]) => note === foreign && notesOf(doc).delete(id))),
  ],
  ['a note marked late by themselves', ({ change, note }) => change(() => note.set('late', true))],
  [
    'the settings of the meet-up',
    ({ change }) => change((doc) => doc.getMap('meta').set('title', 'van mij')),
  ],
  ['a zone of their own', ({ change }) => change((doc) => doc.getMap('zones').set(createId(), new Y.Map()))],
  [
    'the removal of a zone',
    ({ change }) => change((doc) => doc.getMap('zones').delete([...doc.getMap('zones').keys()][0] ?? '')),
  ],
];

const JUNK: readonly HostileUpdate[] = [
  [
    'a note of 500,000 letters',
    ({ change, note }) => change(() => (note.get('text') as Y.Text).insert(0, 'x'.repeat(500_000))),
  ],
  [
    'a note of 481 letters',
    ({ change, note }) => change(() => (note.get('text') as Y.Text).insert(0, 'x'.repeat(481))),
  ],
  ['a root of their own', ({ change }) => change((doc) => doc.getMap('eigen').set('a', 1))],
  [
    'a key named __proto__',
    ({ change, note }) => change(() => note.set('__proto__', { role: 'facilitator' })),
  ],
  ['a key named constructor', ({ change, note }) => change(() => note.set('constructor', 1))],
  ['a key of 100 kB', ({ change }) => change((doc) => notesOf(doc).set('k'.repeat(100_000), new Y.Map()))],
  ['a value of 100 kB', ({ change, note }) => change(() => note.set('zone', 'z'.repeat(100_000)))],
  [
    'a list where a map belongs',
    ({ change }) => change((doc) => doc.getMap('notes').set(createId(), new Y.Array())),
  ],
  [
    'an XML element',
    ({ change }) => change((doc) => doc.getMap('notes').set(createId(), new Y.XmlElement('script'))),
  ],
  ['a subdocument', ({ change }) => change((doc) => doc.getMap('notes').set(createId(), new Y.Doc()))],
  ['an object as a value', ({ change, note }) => change(() => note.set('p', { x: 1, y: 2 }))],
  ['bytes as a value', ({ change, note }) => change(() => note.set('zone', new Uint8Array(50_000)))],
  ['a big integer as a value', ({ change, note }) => change(() => note.set('at', 2n ** 60n))],
  ['a place that is no number', ({ change, note }) => change(() => note.set('p', [Number.NaN, Infinity]))],
  [
    'a value nested a hundred deep',
    ({ change, note }) =>
      change(() =>
        note.set(
          'p',
          times(100, String).reduce<unknown>((inner) => [inner], 1),
        ),
      ),
  ],
  [
    'bold letters',
    ({ change, note }) => change(() => (note.get('text') as Y.Text).insert(0, 'vet', { bold: true })),
  ],
  [
    'a picture in a text',
    ({ change, note }) => change(() => (note.get('text') as Y.Text).insertEmbed(0, { image: 'x' })),
  ],
];

/** Every hostile update, the dear ones first. */
export const HOSTILE_UPDATES: readonly HostileUpdate[] = [...COSTLY, ...MALFORMED, ...FORGED, ...JUNK];

/** Those that would cost memory or time if they were taken. */
export const COSTLY_UPDATES: readonly HostileUpdate[] = COSTLY;
