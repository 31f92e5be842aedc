import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  createId,
  type CommunityId,
  type NoteId,
  type ParticipantId,
  type RoundId,
  type ZoneId,
} from '../../ids.ts';
import { readBoard } from '../../projection/board.ts';
import { BOARD_ROOTS, defineRoots, rootOf } from '../document.ts';
import { readNote } from '../note.ts';
import { BOARD_TABLE } from '../table.ts';
import { addNote, addNotes, moveNotes, raiseNotes, removeNotes, setNoteText } from './notes.ts';

function createBoard(): Y.Doc {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  return doc;
}
function lay(doc: Y.Doc, text: string): NoteId {
  const id = createId<NoteId>();
  const note = {
    id,
    zone: 'plek' as ZoneId,
    x: 10.4,
    y: 20.6,
    text,
    author: createId<ParticipantId>(),
    community: '' as CommunityId | '',
    round: '' as RoundId | '',
    at: 1,
  };
  addNote(doc, note, 'user');
  return id;
}
const textOf = (doc: Y.Doc, id: NoteId): string | undefined => readBoard(doc).notes.get(id)?.text;

test('a note is laid once, on top, on whole units', () => {
  const doc = createBoard();
  const first = lay(doc, 'een');
  const second = lay(doc, 'twee');
  const notes = [...readBoard(doc).notes.values()];
  expect(notes.map(({ id }) => id)).toEqual([first, second]);
  expect(notes[0]).toMatchObject({ x: 10, y: 21, text: 'een' });
});

test('[R29] a note that has lost its zone comes back without one: undoing its next move is not refused', () => {
  const doc = createBoard();
  const id = lay(doc, 'zonder ruimte');
  const notes = rootOf(doc, 'notes');
  notes.get(id)?.delete('zone');
  const kept = readNote(id, notes.get(id));
  if (kept === undefined) throw new Error('the note is there');
  removeNotes(doc, [id], 'user');

  addNotes(doc, [kept], 'server');

  const written = Object.entries(notes.get(id)?.toJSON() ?? {}).filter(([key]) => key !== 'text');
  const refused = written.filter(([key, value]) => BOARD_TABLE['notes']?.keys[key]?.accepts(value) !== true);
  expect(refused).toEqual([]);
  expect(readBoard(doc).notes.get(id)).toMatchObject({ text: 'zonder ruimte', author: kept.author });
});

test('many notes are laid in one step, in their order, and none that is there already', () => {
  const doc = createBoard();
  lay(doc, 'eerst');
  const there = [...readBoard(doc).notes.values()];
  const added = there.flatMap((note) =>
    ['twee', 'drie'].map((text) => ({ ...note, id: createId<NoteId>(), text })),
  );
  let steps = 0;
  doc.on('update', () => (steps += 1));
  expect(addNotes(doc, [...there, ...added], 'server')).toBe(2);
  expect(steps).toBe(1);
  const stack = [...readBoard(doc).notes.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(stack.map(({ text }) => text)).toEqual(['eerst', 'twee', 'drie']);
});

test('two people typing in one note both keep their words', () => {
  const here = createBoard();
  const id = lay(here, 'klei');
  const there = createBoard();
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
  setNoteText(here, id, 'zachte klei', 'typing');
  setNoteText(there, id, 'klei onder je nagels', 'typing');
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
  expect(textOf(here, id)).toBe('zachte klei onder je nagels');
  expect(textOf(there, id)).toBe(textOf(here, id));
});

test('changing one emoji into another leaves no half characters', () => {
  const doc = createBoard();
  const id = lay(doc, 'a😀b');
  setNoteText(doc, id, 'a😁b', 'typing');
  expect(textOf(doc, id)).toBe('a😁b');
});

test.each(['', 'x', 'kleiner', 'klei klei', 'ik klei', 'KLEI'])(
  'the text becomes "%s" as asked',
  (wanted) => {
    const doc = createBoard();
    const id = lay(doc, 'klei');
    setNoteText(doc, id, wanted, 'typing');
    expect(textOf(doc, id)).toBe(wanted);
  },
);

test('notes that are gone are passed over', () => {
  const doc = createBoard();
  const id = lay(doc, 'weg');
  removeNotes(doc, [id], 'user');
  moveNotes(doc, [{ id, zone: 'kind' as ZoneId, x: 1, y: 1 }], 'user');
  setNoteText(doc, id, 'terug', 'user');
  raiseNotes(doc, [id], 'user');
  expect(rootOf(doc, 'notes').size).toBe(0);
});

test('one action is one undo step, and only the own ones are undone', () => {
  const doc = createBoard();
  const undo = new Y.UndoManager(
    BOARD_ROOTS.map((root) => rootOf(doc, root)),
    {
      trackedOrigins: new Set(['user']),
      captureTimeout: 0,
    },
  );
  const ids = [lay(doc, 'een'), lay(doc, 'twee')];
  moveNotes(
    doc,
    ids.map((id) => ({ id, zone: 'kind' as ZoneId, x: 0, y: 0 })),
    'user',
  );
  doc.transact(() => setNoteText(doc, ids[0] as NoteId, 'van een ander', 'server'), 'server');
  undo.undo();
  expect([...readBoard(doc).notes.values()].map(({ zone }) => zone)).toEqual(['plek', 'plek']);
  expect(textOf(doc, ids[0] as NoteId)).toBe('van een ander');
});
