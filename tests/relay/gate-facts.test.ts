/** What Yjs does with updates that no client makes, and that the gate keeps it from doing. */
import { newestItem } from '@ruimte/server/relay/gate/yjs-inside';
import { createId, type GroupId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { setGroup } from '@ruimte/shared/schema/edits/groups';
import { moveNotes, removeNotes } from '@ruimte/shared/schema/edits/notes';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type HandSection, handUpdate } from '../support/gate-bytes.ts';
import { boardOf } from '../support/gate-room.ts';
import {
  attempt,
  craft,
  createScene,
  idIn,
  lay,
  noteFields,
  noteOf,
  outcome,
  type Scene,
  textOf,
} from '../support/gate-scene.ts';

const [LOW, HIGH] = [10, 20];

/** Own letters at the front of Anna's text, beside nothing. */
const lettersIn = (scene: Scene, text: string) => ({ parent: idIn(scene, 'text'), text });

test('two sections of one client are refused: Yjs applies the last, its decoder shows both', () => {
  const scene = createScene();
  const update = handUpdate([
    [LOW, 0, [lettersIn(scene, 'goed')]],
    [LOW, 0, [lettersIn(scene, 'fout')]],
  ]);
  expect(Y.decodeUpdate(update).structs).toHaveLength(2);
  expect(outcome(scene.room.receive(scene.anna, update))).toBe('malformed');
});

test('a gap that declares a key is refused: applying takes it, and what parses updates throws', () => {
  const scene = createScene();
  const update = handUpdate([[LOW, 0, [{ skip: 5, key: 'a' }]]]);
  expect(() => Y.parseUpdateMeta(update)).toThrow('Unexpected end of array');
  expect(outcome(scene.room.receive(scene.anna, update))).toBe('malformed');
});

test.each([
  ['left neighbour', 'origin'],
  ['right neighbour', 'right'],
  ['parent', 'parent'],
] as const)(
  'a %s at or beyond the own clock is refused: Yjs throws half-way its transaction',
  (_what, field) => {
    const scene = createScene();
    const bad = { [field]: [LOW, 1] as const, text: 'b' };
    const update = handUpdate([[LOW, 0, [lettersIn(scene, 'a'), bad]]]);
    expect(outcome(scene.room.receive(scene.anna, update))).toBe('malformed');
    const copy = scene.room.replay();
    expect(() => Y.applyUpdate(copy, update)).toThrow(/Unexpected case|reading 'id'/);
    expect(textOf(copy, scene.annasNote).toString()).toBe('adurf');
  },
);

describe('an item that is known in part', () => {
  test('continues its known part, whatever parent it declares', () => {
    const scene = createScene();
    const { room, anna } = scene;
    const second = createId();
    attempt(room, anna, (doc) => lay(doc, 'notes', second, noteFields(anna, { text: new Y.Text('') })));
    room.receive(anna, handUpdate([[LOW, 0, [lettersIn(scene, 'een')]]]));
    const other = newestItem(noteOf(room.doc, second), 'text')?.id;
    const parent = [other?.client ?? 0, other?.clock ?? 0] as const;
    const lying = handUpdate([[LOW, 0, [{ parent, text: 'een en twee' }]]]);
    expect(outcome(room.receive(anna, lying))).toBe('accept');
    const [first, moved] = [textOf(room.doc, scene.annasNote), textOf(room.doc, second)];
    expect([first.toString(), first.length]).toEqual(['een en tweedurf', 15]);
    expect([moved.toString(), moved.length]).toEqual(['', 0]);
    expect(boardOf(room.replay())).toEqual(boardOf(room.doc));
  });

  test('keeps the later ones of several values', () => {
    const scene = createScene();
    const origin = idIn(scene, 'zone');
    scene.room.receive(scene.bert, handUpdate([[LOW, 0, [{ origin, any: ['kind'] }]]]));
    const verdict = scene.room.receive(
      scene.bert,
      handUpdate([[LOW, 0, [{ origin, any: ['kind', 'kunst'] }]]]),
    );
    expect(verdict).toMatchObject({
      kind: 'accept',
      update: handUpdate([[LOW, 1, [{ origin: [LOW, 0], any: ['kunst'] }]]]),
    });
    expect(noteOf(scene.room.doc, scene.annasNote).get('zone')).toBe('kunst');
  });

  test('may be a removed stretch, or one that is gone', () => {
    const { room, anna, bert } = createScene();
    room.receive(anna, handUpdate([[LOW, 0, [{ gc: 3 }]]]));
    const longer = room.receive(anna, handUpdate([[LOW, 0, [{ gc: 5 }]]], [[LOW, [[0, 5]]]]));
    expect(longer).toMatchObject({ kind: 'accept', update: handUpdate([[LOW, 3, [{ gc: 2 }]]]) });
    const note = createId();
    room.receive(bert, handUpdate([[HIGH, 0, [{ root: 'notes', key: note, deleted: 1 }]]]));
    const more = room.receive(bert, handUpdate([[HIGH, 0, [{ root: 'notes', key: note, deleted: 3 }]]]));
    expect(more).toMatchObject({
      kind: 'accept',
      update: handUpdate([[HIGH, 1, [{ origin: [HIGH, 0], deleted: 2 }]]]),
    });
  });
});

describe('two clients that wait for each other', () => {
  const circle = (scene: Scene): HandSection[] => [
    [HIGH, 0, [{ origin: [LOW, 1], text: 'a' }, lettersIn(scene, 'b')]],
    [LOW, 0, [{ origin: [HIGH, 1], text: 'c' }, lettersIn(scene, 'd')]],
  ];

  test('are incomplete, though all they name exists', () => {
    const scene = createScene();
    const update = handUpdate(circle(scene));
    expect(outcome(scene.room.receive(scene.anna, update))).toBe('incomplete');
    const copy = scene.room.replay();
    Y.applyUpdate(copy, update);
    expect(copy.store.pendingStructs).not.toBeNull();
  });

  test('are fine when one can go first', () => {
    const scene = createScene();
    const [first] = circle(scene);
    const update = handUpdate([
      first as HandSection,
      [LOW, 0, [lettersIn(scene, 'c'), { origin: [LOW, 0], text: 'd' }]],
    ]);
    expect(outcome(scene.room.receive(scene.anna, update))).toBe('accept');
    expect(scene.room.surprises).toEqual([]);
  });
});

describe('honest history', () => {
  test('a client that joins sends the deletions of its whole life; only fresh ones are passed on', () => {
    const { room, anna, annasNote } = createScene();
    const notes = Array.from({ length: 5 }, () => createId());
    for (const id of notes) {
      attempt(room, anna, (doc) => lay(doc, 'notes', id, noteFields(anna)));
      attempt(room, anna, (doc) => doc.getMap('notes').delete(id));
    }
    const copy = room.replay();
    copy.clientID = LOW;
    expect(outcome(room.receive(anna, Y.encodeStateAsUpdate(copy)))).toBe('nothing');
    textOf(copy, annasNote).delete(0, 1);
    const verdict = room.receive(anna, Y.encodeStateAsUpdate(copy));
    expect(verdict.kind === 'accept' && Y.decodeUpdate(verdict.update).ds.clients.size).toBe(1);
    expect(verdict.kind === 'accept' && verdict.update.length).toBeLessThan(16);
  });

  test('a note that was made and removed offline arrives as what is left of it', () => {
    const { room, anna } = createScene();
    const copy = room.replay();
    const id = createId();
    lay(copy, 'notes', id, noteFields(anna));
    removeNotes(copy, [id as never], 'user');
    const verdict = room.receive(anna, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc)));
    expect(outcome(verdict)).toBe('accept');
    expect(boardOf(room.doc)).toEqual(boardOf(copy));
  });

  test('edits of a note that is gone pass without effect', () => {
    const { room, anna, bert, annasNote } = createScene();
    const late = [
      craft(room, (doc) => moveNotes(doc, [{ id: annasNote, zone: 'kind' as never, x: 1, y: 1 }], 'user')),
      craft(room, (doc) => setGroup(doc, [annasNote], createId<GroupId>(), 'user')),
    ];
    attempt(room, anna, (doc) => doc.getMap('notes').delete(annasNote));
    for (const update of late) expect(outcome(room.receive(bert, update))).toBe('accept');
    expect(room.doc.getMap('notes').size).toBe(0);
  });

  test('look-ups see what an open transaction has integrated', () => {
    const { room, anna } = createScene();
    const copy = new Y.Doc();
    defineRoots(copy, BOARD_ROOTS);
    const updates: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => updates.push(update));
    const id = createId();
    lay(copy, 'notes', id, noteFields(anna));
    textOf(copy, id).insert(5, ' woord');
    textOf(copy, id).delete(0, 2);
    copy.getMap('notes').delete(id);
    lay(copy, 'notes', id, noteFields(anna));
    const outcomes = room.doc.transact(() => updates.map((update) => outcome(room.receive(anna, update))));
    expect(outcomes).toEqual(updates.map(() => 'accept'));
    expect(noteOf(room.doc, id).get('author')).toBe(anna.participant);
  });

  test('a group that was laid over somebody else’s and taken back offline may be gone from the update', () => {
    const { room, anna, bert, annasNote } = createScene();
    attempt(room, anna, (doc) => noteOf(doc, annasNote).set('group', createId()));
    const copy = room.replay();
    noteOf(copy, annasNote).set('group', createId());
    noteOf(copy, annasNote).delete('group');
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc));
    expect(outcome(room.receive(bert, update))).toBe('accept');
  });
});
