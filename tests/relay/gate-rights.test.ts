/** Who may write what: the table of the schema, played by hand against the gate. */
import type { Sender } from '@ruimte/server/relay/gate';
import { createId } from '@ruimte/shared/ids';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  attempt,
  createScene,
  lay,
  noteFields,
  noteOf,
  outcome,
  type Scene,
  textOf,
} from '../support/gate-scene.ts';

type Edit = (doc: Y.Doc, scene: Scene, sender: Sender) => void;
/** What the gate says to the author, to another participant and to a facilitator. */
type Row = readonly [what: string, author: string, other: string, facilitator: string, edit: Edit];

const onNote =
  (change: (note: Y.Map<unknown>, scene: Scene, sender: Sender) => void): Edit =>
  (doc, scene, sender) =>
    change(noteOf(doc, scene.annasNote), scene, sender);

const marksOf =
  (root: string, fields: Record<string, unknown>): Edit =>
  (doc, scene) =>
    lay(doc, root, scene.anna.participant, fields);

const ROWS: readonly Row[] = [
  ['moves the note', 'accept', 'accept', 'accept', onNote((note) => note.set('p', [5, 6]))],
  [
    'puts the note in another space',
    'accept',
    'accept',
    'accept',
    onNote((note) => note.set('zone', 'kind')),
  ],
  ['raises the note', 'accept', 'accept', 'accept', onNote((note) => note.set('order', 'b00'))],
  ['groups the note', 'accept', 'accept', 'accept', onNote((note) => note.set('group', createId()))],
  ['deletes where the note lies', 'accept', 'forbidden', 'accept', onNote((note) => note.delete('p'))],
  [
    'types in the note',
    'accept',
    'forbidden',
    'accept',
    (doc, { annasNote }) => textOf(doc, annasNote).insert(0, 'x'),
  ],
  [
    'deletes letters',
    'accept',
    'forbidden',
    'accept',
    (doc, { annasNote }) => textOf(doc, annasNote).delete(0, 1),
  ],
  [
    'removes the note',
    'accept',
    'forbidden',
    'accept',
    (doc, { annasNote }) => doc.getMap('notes').delete(annasNote),
  ],
  [
    'changes the author',
    'forbidden',
    'forbidden',
    'forbidden',
    onNote((note, _, me) => note.set('author', me.participant)),
  ],
  [
    'changes the community',
    'forbidden',
    'forbidden',
    'forbidden',
    onNote((note) => note.set('community', '')),
  ],
  ['changes the time', 'forbidden', 'forbidden', 'forbidden', onNote((note) => note.set('at', 6))],
  [
    'changes the round',
    'forbidden',
    'forbidden',
    'forbidden',
    onNote((note) => note.set('round', 'rondgang')),
  ],
  [
    'replaces the text',
    'forbidden',
    'forbidden',
    'forbidden',
    onNote((note) => note.set('text', new Y.Text('x'))),
  ],
  ['deletes the author', 'forbidden', 'forbidden', 'forbidden', onNote((note) => note.delete('author'))],
  ['deletes the text', 'forbidden', 'forbidden', 'forbidden', onNote((note) => note.delete('text'))],
  ['marks the note as late', 'forbidden', 'forbidden', 'forbidden', onNote((note) => note.set('late', true))],
  [
    'gives the note an origin',
    'forbidden',
    'forbidden',
    'forbidden',
    onNote((note) => note.set('origin', 'a/b')),
  ],
  [
    'lays a note of its own over the note',
    'accept',
    'forbidden',
    'accept',
    (doc, { annasNote }, me) => lay(doc, 'notes', annasNote, noteFields(me)),
  ],
  [
    'lays a note of its own',
    'accept',
    'accept',
    'accept',
    (doc, _, me) => lay(doc, 'notes', createId(), noteFields(me)),
  ],
  [
    'lays a note in the name of the author',
    'accept',
    'forbidden',
    'accept',
    (doc, { anna }) => lay(doc, 'notes', createId(), noteFields(anna)),
  ],
  [
    'lays a note for another community',
    'forbidden',
    'forbidden',
    'accept',
    (doc, _, me) => lay(doc, 'notes', createId(), noteFields(me, { community: createId() })),
  ],
  [
    'lays a late note',
    'forbidden',
    'forbidden',
    'forbidden',
    (doc, _, me) => lay(doc, 'notes', createId(), noteFields(me, { late: true })),
  ],
  // What lies there was counted: dots and ratings are given on desks.
  ['gives dots of the author', 'forbidden', 'forbidden', 'forbidden', marksOf('votes', { note: 1 })],
  ['gives ratings of the author', 'forbidden', 'forbidden', 'forbidden', marksOf('ratings', { zone: 3 })],
  [
    'makes a group',
    'accept',
    'accept',
    'accept',
    (doc) => lay(doc, 'groups', createId(), { name: 'samen', zone: 'kind' }),
  ],
  [
    'makes a link',
    'accept',
    'accept',
    'accept',
    (doc) => lay(doc, 'links', createId(), { from: createId(), to: createId() }),
  ],
  [
    'makes a space',
    'forbidden',
    'forbidden',
    'forbidden',
    (doc) => lay(doc, 'zones', createId(), { kind: 'free' }),
  ],
  [
    'changes a space',
    'forbidden',
    'forbidden',
    'forbidden',
    (doc) => (doc.getMap('zones').get('kind') as Y.Map<unknown>).set('nl', 'x'),
  ],
  ['removes a space', 'forbidden', 'forbidden', 'forbidden', (doc) => doc.getMap('zones').delete('kind')],
  [
    'makes a community',
    'forbidden',
    'forbidden',
    'forbidden',
    (doc) => lay(doc, 'communities', createId(), { name: 'x' }),
  ],
  [
    'changes the version',
    'forbidden',
    'forbidden',
    'forbidden',
    (doc) => doc.getMap('meta').set('version', 9),
  ],
  [
    'deletes the version',
    'forbidden',
    'forbidden',
    'forbidden',
    (doc) => doc.getMap('meta').delete('version'),
  ],
];

function furnished(): Scene {
  const scene = createScene();
  const title = { nl: 'Het kind', en: 'The child' };
  const place = { tint: 'kind', col: 0, row: 0, colSpan: 1, rowSpan: 1 } as const;
  scene.room.write((doc) => layBoard(doc, [{ id: 'kind', kind: 'free', title, ...place } as never], []));
  return scene;
}

describe.each(ROWS)('who %s', (_what, author, other, facilitator, edit) => {
  test.each([
    ['the author', 'anna', author],
    ['another participant', 'bert', other],
    ['a facilitator', 'leader', facilitator],
  ] as const)('%s', (_who, name, expected) => {
    const scene = furnished();
    const sender = scene[name];
    expect(outcome(attempt(scene.room, sender, (doc) => edit(doc, scene, sender)))).toBe(expected);
  });
});

test('a removed note is named, so that the bin can keep it', () => {
  const { room, anna, annasNote } = createScene();
  const verdict = attempt(room, anna, (doc) => doc.getMap('notes').delete(annasNote));
  expect(verdict).toMatchObject({ kind: 'accept', removedNotes: [annasNote] });
});

test('a note that is laid anew under its own id is not a removed one', () => {
  const { room, anna, annasNote } = createScene();
  const verdict = attempt(room, anna, (doc) => lay(doc, 'notes', annasNote, noteFields(anna)));
  expect(verdict).toMatchObject({ kind: 'accept', removedNotes: [] });
});

test('who brings a late note back may bring its mark of the server back too', () => {
  const { room, anna } = createScene();
  const id = createId();
  room.write((doc) => lay(doc, 'notes', id, noteFields(anna, { late: true })));
  attempt(room, anna, (doc) => doc.getMap('notes').delete(id));
  const again = attempt(room, anna, (doc) => lay(doc, 'notes', id, noteFields(anna, { late: true })));
  expect(outcome(again)).toBe('accept');
});

test('a value of one’s own may be taken back from somebody else’s note', () => {
  const { room, bert, annasNote } = createScene();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
  doc.on('update', (update: Uint8Array) => room.receive(bert, update));
  noteOf(doc, annasNote).set('group', createId());
  noteOf(doc, annasNote).delete('group');
  expect(room.surprises).toEqual([]);
  expect(noteOf(room.doc, annasNote).has('group')).toBe(false);
});

test('removing a note takes along what others wrote into it', () => {
  const { room, anna, bert, annasNote } = createScene();
  attempt(room, bert, (doc) => noteOf(doc, annasNote).set('group', createId()));
  const verdict = attempt(room, anna, (doc) => doc.getMap('notes').delete(annasNote));
  expect(outcome(verdict)).toBe('accept');
});
