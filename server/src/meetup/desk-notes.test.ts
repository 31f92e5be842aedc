import { createId, type NoteId, type ParticipantId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { Board } from '@ruimte/shared/projection/board';
import { overlaps } from '@ruimte/shared/geometry';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { DESK_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { addNotes } from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Desk, notesToClear, toReveal } from './desk-notes.ts';

const zone = (id: string, kind: Zone['kind'], row: number): Zone => ({
  id: id as ZoneId,
  kind,
  title: { nl: id, en: id },
  tint: 1,
  col: 0,
  row,
  colSpan: 1,
  rowSpan: 1,
});
const ZONES = [zone('plek', 'free', 0), zone('schaal', 'scale', 1), zone('kaart', 'quadrant', 2)];

function boardWith(notes: readonly Note[]): Board {
  return {
    zones: ZONES,
    notes: new Map(notes.map((note) => [note.id, note])),
    groups: [],
    links: [],
    communities: new Map(),
    votes: [],
    ratings: [],
  };
}

/** A desk with so many notes, all at one place. */
function deskWith(count: number, zoneId = 'plek', at = 1): Desk {
  const doc = new Y.Doc();
  defineRoots(doc, DESK_ROOTS);
  const person = createId<ParticipantId>();
  const notes = Array.from({ length: count }, (_, index) => ({
    id: createId<NoteId>(),
    zone: zoneId as ZoneId,
    x: 32,
    y: 82,
    text: `woord ${index}`,
    author: person,
    community: '' as const,
    round: 'stil' as RoundId,
    at: at + index,
  }));
  addNotes(doc, notes, 'user');
  return { author: { participant: person }, doc };
}

test('notes that were all laid at one place lie beside each other once they are revealed', () => {
  const desks = Array.from({ length: 20 }, () => deskWith(3));
  const laid = toReveal(boardWith([]), desks);
  expect(laid).toHaveLength(60);
  for (const [index, note] of laid.entries()) {
    for (const other of laid.slice(index + 1))
      expect(overlaps({ ...note, ...NOTE_SIZE }, { ...other, ...NOTE_SIZE })).toBe(false);
  }
});

test('on a scale a note keeps its place across and goes lower; on a quadrant it stays where it was put', () => {
  const onScale = toReveal(boardWith([]), [deskWith(3, 'schaal')]);
  expect(onScale.map(({ x }) => x)).toEqual([32, 32, 32]);
  expect(new Set(onScale.map(({ y }) => y)).size).toBe(3);
  const onMap = toReveal(boardWith([]), [deskWith(3, 'kaart')]);
  expect(onMap.map(({ x, y }) => [x, y])).toEqual([
    [32, 82],
    [32, 82],
    [32, 82],
  ]);
});

test('a board that gets full takes of every desk in turn, and what does not fit stays on its desk', () => {
  const there = Array.from({ length: LIMITS.notesPerBoard - 6 }, (_, index): Note => ({
    id: createId<NoteId>(),
    zone: 'plek' as ZoneId,
    x: 32,
    y: 82 + index * 162,
    text: 'vol',
    author: createId<ParticipantId>(),
    community: '',
    round: '',
    at: 0,
    order: 'a0',
  }));
  const flood = deskWith(400);
  const quiet = [deskWith(2, 'plek', 9_000), deskWith(1, 'plek', 9_000)];
  const laid = toReveal(boardWith(there), [flood, ...quiet]);
  expect(laid).toHaveLength(6);
  for (const { author: whose } of quiet)
    expect(laid.some(({ author }) => author === whose.participant)).toBe(true);
  expect(laid.filter(({ author }) => author === flood.author.participant)).toHaveLength(3);
  const ids = new Set(laid.map(({ id }) => id));
  expect(notesToClear(flood.doc, (id) => ids.has(id))).toHaveLength(3);
});
