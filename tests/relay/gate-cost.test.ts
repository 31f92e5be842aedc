/** Updates that are small to send and dear to integrate are refused before Yjs sees them. */
import { createId } from '@ruimte/shared/ids';
import { setNoteText } from '@ruimte/shared/schema/edits/notes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type HandStruct, handUpdate } from '../support/gate-bytes.ts';
import {
  createScene,
  idIn,
  lay,
  noteFields,
  noteOf,
  outcome,
  type Scene,
  textOf,
} from '../support/gate-scene.ts';

const CLIENT = 50;
const MANY = 16_000;

/** Sends the structs as Anna, under one new client id, and says what came of it. */
function send(scene: Scene, structs: readonly HandStruct[]): string {
  return outcome(scene.room.receive(scene.anna, handUpdate([[CLIENT, 0, structs]])));
}

test('siblings at one place, each with another right neighbour, are refused', () => {
  const scene = createScene({ textUnits: 100_000 });
  const parent = idIn(scene, 'text');
  const letters = { parent, text: 'a'.repeat(MANY) };
  const siblings = Array.from({ length: MANY }, (_, index): HandStruct => ({
    right: [CLIENT, index],
    text: 'b',
  }));
  expect(send(scene, [letters, ...siblings])).toBe('tooLarge');
});

test('siblings at one place without a right neighbour are refused', () => {
  const scene = createScene({ textUnits: 100_000 });
  const parent = idIn(scene, 'text');
  const origin = [parent[0], parent[1] + 1] as const;
  expect(
    send(
      scene,
      Array.from({ length: MANY }, (): HandStruct => ({ origin, text: 'a' })),
    ),
  ).toBe('tooLarge');
});

test('a key written anew from one old value thousands of times is refused', () => {
  const scene = createScene();
  const origin = idIn(scene, 'zone');
  const structs = Array.from({ length: MANY }, (): HandStruct => ({ origin, any: ['kind'] }));
  expect(send(scene, structs)).toBe('tooLarge');
});

test('siblings that come one by one fill a gap, and then no more are taken of anybody', () => {
  const scene = createScene();
  const origin = idIn(scene, 'zone');
  const people = [scene.anna, scene.bert, scene.leader];
  let last = 'accept';
  let taken = 0;
  for (; last === 'accept' && taken < 1_000; taken += 1) {
    const sender = people[taken % people.length] ?? scene.anna;
    const client = CLIENT + (taken % people.length);
    const clock = Math.floor(taken / people.length);
    last = outcome(scene.room.receive(sender, handUpdate([[client, clock, [{ origin, any: ['kind'] }]]])));
  }
  expect(last).toBe('tooLarge');
  expect(taken).toBeGreaterThan(500);
});

test('an hour of honest work offline is taken at once', () => {
  const { room, anna, annasNote } = createScene();
  const copy = room.replay();
  for (let index = 0; index < 500; index += 1) {
    setNoteText(copy, annasNote, `${textOf(copy, annasNote).toString()}ja`.slice(-60), 'typing');
    noteOf(copy, annasNote).set('p', [index, index]);
    lay(copy, 'notes', createId(), noteFields(anna));
  }
  const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc));
  expect(outcome(room.receive(anna, update))).toBe('accept');
});

test('letters far from what was beside them are taken: undo brings words back so', () => {
  const scene = createScene();
  const parent = idIn(scene, 'text');
  expect(send(scene, [{ parent, text: 'terug' }])).toBe('accept');
  expect(textOf(scene.room.doc, scene.annasNote).length).toBe(9);
});

test('cutting thousands of items in two under an id with a long history is refused', () => {
  const { room, anna, annasNote } = createScene({ textUnits: 100_000 });
  const copy = room.replay();
  copy.clientID = CLIENT;
  const text = textOf(copy, annasNote);
  copy.transact(() => {
    for (let index = 0; index < 9_000; index += 1) text.insert(index % 2 === 0 ? 0 : text.length, 'abc');
  });
  expect(outcome(room.receive(anna, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc))))).toBe(
    'accept',
  );
  copy.transact(() => {
    for (let index = 0; index < 4_500; index += 1) text.delete(index * 2 + 1, 1);
  });
  expect(outcome(room.receive(anna, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc))))).toBe(
    'tooLarge',
  );
});
