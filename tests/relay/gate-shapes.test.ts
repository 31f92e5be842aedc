/** What the gate turns away whoever sends it: bytes, roots, keys, values and sizes that no honest client makes. */
import { newestItem } from '@ruimte/server/relay/gate/yjs-inside';
import { createId, type ParticipantId } from '@ruimte/shared/ids';
import { DESK_TABLE } from '@ruimte/shared/schema/table';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type HandSection, handUpdate } from '../support/gate-bytes.ts';
import { GateRoom } from '../support/gate-room.ts';
import {
  attempt,
  craft,
  createScene,
  lay,
  noteFields,
  noteOf,
  outcome,
  textOf,
} from '../support/gate-scene.ts';

const CLIENT = 77;
const NOTE = createId();
const OTHER = 88;

/** A note made by hand, with one struct laid over or added. */
function sectionWith(...more: HandSection[2][number][]): HandSection {
  return [CLIENT, 0, [{ root: 'notes', key: NOTE, type: 1 }, ...more]];
}

function send(update: Uint8Array): string {
  const { room, anna } = createScene();
  return outcome(room.receive(anna, update));
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('bytes', () => {
  const good = handUpdate([[CLIENT, 0, [{ root: 'notes', key: NOTE, deleted: 1 }]]]);
  test.each<[string, string, Uint8Array]>([
    ['nothing at all', 'malformed', new Uint8Array()],
    ['an update without anything in it', 'nothing', handUpdate([])],
    ['a removed note that nobody knew', 'accept', good],
    ['a byte too many', 'malformed', Uint8Array.of(...good, 0)],
    ['a byte too few', 'malformed', good.slice(0, -1)],
    ['more structs promised than there are', 'malformed', Uint8Array.of(1, 255, 255, 3, CLIENT, 0, 0)],
    ['a number above 2^53', 'malformed', new Uint8Array(12).fill(255)],
    [
      'two sections of one client',
      'malformed',
      handUpdate([
        [CLIENT, 0, [{ gc: 1 }]],
        [CLIENT, 1, [{ gc: 1 }]],
      ]),
    ],
    ['a section without structs', 'malformed', Uint8Array.of(1, 0, CLIENT, 0, 0, 0, 0)],
    ['an empty removed stretch', 'malformed', handUpdate([[CLIENT, 0, [{ gc: 0 }]]])],
    ['empty letters', 'malformed', handUpdate([sectionWith({ parent: [CLIENT, 0], key: 'text', text: '' })])],
    ['a removed stretch of two million', 'tooLarge', handUpdate([[CLIENT, 0, [{ gc: 2_000_000 }]]])],
    ['a clock above 2^31', 'malformed', handUpdate([[CLIENT, 2 ** 31, [{ gc: 1 }]]])],
    [
      'deleted ranges out of order',
      'malformed',
      handUpdate(
        [[CLIENT, 0, [{ gc: 9 }]]],
        [
          [
            CLIENT,
            [
              [5, 1],
              [1, 1],
            ],
          ],
        ],
      ),
    ],
    [
      'deleted ranges that overlap',
      'malformed',
      handUpdate(
        [[CLIENT, 0, [{ gc: 9 }]]],
        [
          [
            CLIENT,
            [
              [1, 3],
              [2, 1],
            ],
          ],
        ],
      ),
    ],
    ['an empty deleted range', 'malformed', handUpdate([[CLIENT, 0, [{ gc: 9 }]]], [[CLIENT, [[1, 0]]]])],
    ['a letter that is not UTF-8', 'malformed', Uint8Array.of(1, 1, CLIENT, 0, 4, 1, 1, 255, 1, 97, 0)],
  ])('%s: %s', (_what, expected, bytes) => expect(send(bytes)).toBe(expected));

  test.each([2, 3, 5, 6, 9, 11, 31])('content of kind %i is refused before it is built', (ref) => {
    expect(send(handUpdate([sectionWith({ parent: [CLIENT, 0], key: 'zone', ref })]))).toBe('shape');
  });

  test.each([0, 3, 4, 5, 6, 9])('a type of kind %i is refused', (type) => {
    expect(send(handUpdate([sectionWith({ parent: [CLIENT, 0], key: 'text', type })]))).toBe('shape');
  });

  test.each<[string, unknown]>([
    ['an object', { x: 1 }],
    ['a big integer', 1n],
    ['bytes', new Uint8Array(3)],
    ['five levels', nested(5)],
    ['65 parts', Array.from({ length: 65 }, () => 1)],
  ])('a value of %s is refused', (_what, value) => {
    expect(send(handUpdate([sectionWith({ parent: [CLIENT, 0], key: 'p', any: [value] })]))).toBe('shape');
  });
});

describe('what is missing', () => {
  test.each<[string, Uint8Array]>([
    ['earlier structs of the same id', handUpdate([[CLIENT, 5, [{ gc: 1 }]]])],
    ['the left neighbour', handUpdate([[CLIENT, 0, [{ origin: [OTHER, 3], any: ['x'] }]]])],
    ['the parent', handUpdate([[CLIENT, 0, [{ parent: [OTHER, 3], key: 'zone', any: ['x'] }]]])],
    ['what is deleted', handUpdate([], [[OTHER, [[0, 1]]]])],
    ['what a Skip stands for', handUpdate([[CLIENT, 0, [{ gc: 1 }, { skip: 4 }, { gc: 1 }]]])],
  ])('%s: the update is incomplete, not an offence', (_what, bytes) =>
    expect(send(bytes)).toBe('incomplete'),
  );
});

describe('places', () => {
  test.each<[string, string, HandSection]>([
    ['a root that does not exist', 'shape', [CLIENT, 0, [{ root: 'secrets', key: NOTE, type: 1 }]]],
    [
      'a root named like an inner property',
      'shape',
      [CLIENT, 0, [{ root: '__proto__', key: NOTE, type: 1 }]],
    ],
    ['a list item in a root', 'shape', [CLIENT, 0, [{ root: 'notes', type: 1 }]]],
    ['letters in a root', 'shape', [CLIENT, 0, [{ root: 'notes', key: NOTE, text: 'x' }]]],
    ['a plain value in a root', 'shape', [CLIENT, 0, [{ root: 'notes', key: NOTE, any: [1] }]]],
    ['a text as an item', 'shape', [CLIENT, 0, [{ root: 'notes', key: NOTE, type: 2 }]]],
    ['an item under what is no id', 'shape', [CLIENT, 0, [{ root: 'notes', key: 'mine', type: 1 }]]],
    ['a key that does not exist', 'shape', sectionWith({ parent: [CLIENT, 0], key: 'colour', any: ['red'] })],
    [
      'a key named like an inner property',
      'shape',
      sectionWith({ parent: [CLIENT, 0], key: '__proto__', any: [1] }),
    ],
    ['a map in an item', 'shape', sectionWith({ parent: [CLIENT, 0], key: 'text', type: 1 })],
    ['a text where a value belongs', 'shape', sectionWith({ parent: [CLIENT, 0], key: 'zone', type: 2 })],
    [
      'a value where the text belongs',
      'shape',
      sectionWith({ parent: [CLIENT, 0], key: 'text', any: ['x'] }),
    ],
    ['letters under a key', 'shape', sectionWith({ parent: [CLIENT, 0], key: 'zone', text: 'kind' })],
    ['a place that is no pair', 'shape', sectionWith({ parent: [CLIENT, 0], key: 'p', any: [[1, 2, 3]] })],
    ['an endless place', 'shape', sectionWith({ parent: [CLIENT, 0], key: 'p', any: [[1, Infinity]] })],
    [
      'two values of which one is bad',
      'shape',
      sectionWith({ parent: [CLIENT, 0], key: 'zone', any: ['kind', 7] }),
    ],
    [
      'a value with a right neighbour',
      'shape',
      sectionWith({ parent: [CLIENT, 0], key: 'zone', any: ['kind'] }, { right: [CLIENT, 1], any: ['kind'] }),
    ],
    [
      'something inside a plain value',
      'shape',
      sectionWith(
        { parent: [CLIENT, 0], key: 'zone', any: ['kind'] },
        { parent: [CLIENT, 1], key: 'x', any: [1] },
      ),
    ],
    [
      'a value in a text',
      'shape',
      sectionWith({ parent: [CLIENT, 0], key: 'text', type: 2 }, { parent: [CLIENT, 1], any: [1] }),
    ],
    [
      'an attribute on a text',
      'shape',
      sectionWith(
        { parent: [CLIENT, 0], key: 'text', type: 2 },
        { parent: [CLIENT, 1], key: 'bold', text: 'x' },
      ),
    ],
    [
      'a type in a text',
      'shape',
      sectionWith({ parent: [CLIENT, 0], key: 'text', type: 2 }, { parent: [CLIENT, 1], type: 2 }),
    ],
    [
      'letters between neighbours of two texts',
      'shape',
      sectionWith(
        { parent: [CLIENT, 0], key: 'text', type: 2 },
        { parent: [CLIENT, 1], text: 'a' },
        { root: 'notes', key: createId(), type: 1 },
        { parent: [CLIENT, 3], key: 'text', type: 2 },
        { parent: [CLIENT, 4], text: 'b' },
        { origin: [CLIENT, 2], right: [CLIENT, 5], text: 'c' },
      ),
    ],
    ['a note without anything', 'shape', sectionWith()],
  ])('%s: %s', (_what, expected, section) => expect(send(handUpdate([section]))).toBe(expected));

  test.each(['text', 'author', 'community', 'round', 'at'])('a note without %s is refused', (key) => {
    const { room, anna } = createScene();
    const fields = noteFields(anna, { [key]: undefined });
    expect(outcome(attempt(room, anna, (doc) => lay(doc, 'notes', NOTE, fields)))).toBe('shape');
  });

  test('a note that comes back without its place is taken: somebody moved it while it was gone', () => {
    const { room, anna } = createScene();
    const fields = noteFields(anna, { p: undefined, zone: undefined });
    expect(outcome(attempt(room, anna, (doc) => lay(doc, 'notes', NOTE, fields)))).toBe('accept');
  });

  test('formatting is refused', () => {
    const { room, anna, annasNote } = createScene();
    const verdict = attempt(room, anna, (doc) => textOf(doc, annasNote).format(0, 2, { bold: true }));
    expect(outcome(verdict)).toBe('shape');
  });

  test('writing beside a value inherits its key, whatever the key bit says', () => {
    const { room, bert, annasNote } = createScene();
    const author = newestItem(noteOf(room.doc, annasNote), 'author');
    const origin = [author?.id.client ?? 0, author?.id.clock ?? 0] as const;
    const update = handUpdate([[CLIENT, 0, [{ origin, key: 'zone', any: ['kind'] }]]]);
    expect(outcome(room.receive(bert, update))).toBe('shape');
  });
});

describe('client ids', () => {
  test('an id of somebody else is refused', () => {
    const { room, anna, bert } = createScene();
    const client = [...room.owners.keys()][0] ?? 0;
    expect(room.owners.get(client)).toBe(anna.participant);
    const clock = Y.decodeStateVector(Y.encodeStateVector(room.doc)).get(client) ?? 0;
    expect(outcome(room.receive(bert, handUpdate([[client, clock, [{ gc: 1 }]]])))).toBe('foreignClient');
  });

  test('an id of the server is refused', () => {
    const { room, leader } = createScene();
    room.write((doc) => doc.getMap('meta').set('version', 1));
    const update = handUpdate([[room.doc.clientID, 1, [{ gc: 1 }]]]);
    expect(outcome(room.receive(leader, update))).toBe('foreignClient');
  });

  test('a new id is to be bound with the update that brings it', () => {
    const { room, bert } = createScene();
    const verdict = room.receive(bert, handUpdate([[CLIENT, 0, [{ gc: 1 }]]]));
    expect(verdict).toMatchObject({ kind: 'accept', bind: [CLIENT] });
  });

  test('what is known of others is no offence', () => {
    const { room, bert } = createScene();
    expect(outcome(room.receive(bert, Y.encodeStateAsUpdate(room.doc)))).toBe('nothing');
  });
});

describe('limits', () => {
  test('a text of exactly the limit is taken, one unit more is not', () => {
    const { room, anna, annasNote } = createScene({ textUnits: 10 });
    const type = (text: string) => attempt(room, anna, (doc) => textOf(doc, annasNote).insert(0, text));
    expect(outcome(type('123456'))).toBe('accept');
    expect(outcome(type('7'))).toBe('tooLarge');
  });

  test('letters that go make room in the same update', () => {
    const { room, anna, annasNote } = createScene({ textUnits: 4 });
    const verdict = attempt(room, anna, (doc) => {
      textOf(doc, annasNote).delete(0, 4);
      textOf(doc, annasNote).insert(0, 'kijk');
    });
    expect(outcome(verdict)).toBe('accept');
  });

  test('a new note that is too long is refused', () => {
    const { room, anna } = createScene({ textUnits: 10 });
    const fields = noteFields(anna, { text: new Y.Text('elf letters') });
    expect(outcome(attempt(room, anna, (doc) => lay(doc, 'notes', NOTE, fields)))).toBe('tooLarge');
  });

  test('the last note that fits is taken, the next is not, and a removed one makes room', () => {
    const { room, anna, annasNote } = createScene({ notesPerBoard: 3 });
    const add = () => outcome(attempt(room, anna, (doc) => lay(doc, 'notes', createId(), noteFields(anna))));
    expect([add(), add(), add()]).toEqual(['accept', 'accept', 'boardFull']);
    attempt(room, anna, (doc) => doc.getMap('notes').delete(annasNote));
    expect([add(), add()]).toEqual(['accept', 'boardFull']);
  });

  test('groups count as objects', () => {
    const { room, anna } = createScene({ objectsPerBoard: 2 });
    const add = () =>
      outcome(attempt(room, anna, (doc) => lay(doc, 'groups', createId(), { name: 'x', zone: 'kind' })));
    expect([add(), add()]).toEqual(['accept', 'boardFull']);
  });

  test('structs, ids and deletions of one update are counted after trimming', () => {
    const { room, anna } = createScene({ structsPerUpdate: 2, clientSectionsPerUpdate: 1 });
    const whole = Y.encodeStateAsUpdate(room.doc);
    expect(outcome(room.receive(anna, whole))).toBe('nothing');
    expect(outcome(room.receive(anna, handUpdate([[CLIENT, 0, [{ gc: 1 }, { gc: 1 }]]])))).toBe('accept');
    expect(outcome(room.receive(anna, handUpdate([[CLIENT, 2, [{ gc: 1 }, { gc: 1 }, { gc: 1 }]]])))).toBe(
      'tooLarge',
    );
    const two = handUpdate([
      [CLIENT, 2, [{ gc: 1 }]],
      [OTHER, 0, [{ gc: 1 }]],
    ]);
    expect(outcome(room.receive(anna, two))).toBe('tooLarge');
  });

  test('deletions of one update are bounded, raw and fresh', () => {
    const raw = createScene({ deleteRangesPerUpdate: 1 });
    const two = handUpdate(
      [[CLIENT, 0, [{ gc: 9 }]]],
      [
        [
          CLIENT,
          [
            [1, 1],
            [3, 1],
          ],
        ],
      ],
    );
    expect(outcome(raw.room.receive(raw.anna, two))).toBe('tooLarge');
    const fresh = createScene({ freshDeleteRangesPerUpdate: 1 });
    expect(outcome(fresh.room.receive(fresh.anna, two))).toBe('accept');
    const letters = craft(fresh.room, (doc) => {
      textOf(doc, fresh.annasNote).delete(3, 1);
      textOf(doc, fresh.annasNote).delete(1, 1);
    });
    expect(outcome(fresh.room.receive(fresh.anna, letters))).toBe('tooLarge');
  });

  test('ids per participant and per board are bounded', () => {
    const own = createScene({ clientIdsPerParticipant: 1 });
    expect(outcome(own.room.receive(own.anna, handUpdate([[CLIENT, 0, [{ gc: 1 }]]])))).toBe('tooLarge');
    const board = createScene({ clientIdsPerBoard: 1 });
    expect(outcome(board.room.receive(board.bert, handUpdate([[CLIENT, 0, [{ gc: 1 }]]])))).toBe('boardFull');
  });

  test('the history of a board is bounded', () => {
    const { room, anna } = createScene({ structsPerBoard: 12 });
    expect(
      outcome(room.receive(anna, handUpdate([[CLIENT, 0, Array.from({ length: 9 }, () => ({ gc: 1 }))]]))),
    ).toBe('boardFull');
  });
});

test('on a desk marks stand under the sender’s id alone', () => {
  const { anna, leader } = createScene();
  const room = new GateRoom({}, undefined, DESK_TABLE);
  const vote = (id: ParticipantId) => (doc: Y.Doc) => lay(doc, 'votes', id, { [NOTE]: 1 });
  expect(outcome(attempt(room, anna, vote(anna.participant)))).toBe('accept');
  expect(outcome(attempt(room, leader, vote(anna.participant)))).toBe('forbidden');
});

test('a letter whose left neighbour is its right one too is passed on without the right one', () => {
  const { room, anna, annasNote } = createScene();
  const text = textOf(room.doc, annasNote);
  const last = Y.createRelativePositionFromTypeIndex(text, text.length, -1).item;
  if (last === null) throw new Error('the note has words');
  const neighbour = [last.client, last.clock] as const;
  const made = handUpdate([
    [
      CLIENT,
      0,
      [
        { origin: neighbour, right: neighbour, text: '!' },
        { origin: [CLIENT, 0], text: '?' },
      ],
    ],
  ]);

  const verdict = room.receive(anna, made);

  expect(verdict.kind).toBe('accept');
  expect(text.toString()).toBe('durf!?');
  const [first, second] = Y.decodeUpdate(room.log.at(-1) ?? made).structs as Y.Item[];
  expect(first).toMatchObject({ origin: { ...last }, rightOrigin: null });
  expect(second?.origin).toMatchObject({ client: CLIENT, clock: 0 });
});
