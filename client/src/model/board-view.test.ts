import type { NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { readBoard } from '@ruimte/shared/projection/board';
import { layoutZones, lowestEdges } from '@ruimte/shared/projection/layout';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import { layBoard, setCommunity } from '@ruimte/shared/schema/edits/layout';
import { addNote, moveNotes, raiseNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import type { Zone } from '@ruimte/shared/schema/zone';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardView } from './board-view.ts';

const ZONES = ['drift', 'kind', 'twijfel'] as ZoneId[];

function noteId(number: number): NoteId {
  return `note${String(number).padStart(18, '0')}` as NoteId;
}

function createBoard(): Y.Doc {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  const zones = ZONES.map((id, index): Zone => {
    const title = { nl: id, en: id };
    return {
      id,
      kind: 'free',
      title,
      tint: 1,
      col: index % 2,
      row: Math.floor(index / 2),
      colSpan: 1,
      rowSpan: 1,
    };
  });
  layBoard(doc, zones, []);
  return doc;
}

function lay(doc: Y.Doc, id: NoteId, zone = ZONES[0] as ZoneId, y = 0): void {
  const author = 'annaannaannaannaanna_1' as ParticipantId;
  addNote(doc, { id, zone, x: 10, y, text: 'ruimte', author, community: '', round: '', at: 1 }, 'user');
}

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('add', 'move', 'type', 'remove', 'raise', 'community', 'read', 'junk'),
    note: fc.nat(12),
    zone: fc.nat(2),
    y: fc.integer({ min: -200, max: 2_000 }),
  }),
  { maxLength: 60 },
);

function apply(
  doc: Y.Doc,
  { kind, note, zone, y }: { kind: string; note: number; zone: number; y: number },
): void {
  const id = noteId(note);
  const into = ZONES[zone] as ZoneId;
  if (kind === 'add') lay(doc, id, into, y);
  if (kind === 'move') moveNotes(doc, [{ id, zone: into, x: 1, y }], 'user');
  if (kind === 'type') setNoteText(doc, id, `tekst ${y}`, 'typing');
  if (kind === 'remove') removeNotes(doc, [id], 'user');
  if (kind === 'raise') raiseNotes(doc, [id], 'user');
  if (kind === 'community') setCommunity(doc, { id: noteId(note) as never, name: `c${y}`, number: 1 });
  if (kind === 'junk') doc.getMap('notes').set(id, y);
}

describe('board view', () => {
  it('reads the same as the whole document after any edits, in the same order', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        const doc = createBoard();
        const view = createBoardView();
        view.follow(doc);
        for (const step of steps) {
          apply(doc, step);
          if (step.kind === 'read') view.get();
        }
        const expected = readBoard(doc);
        expect(view.get()).toEqual(expected);
        expect([...view.get().notes.keys()]).toEqual([...expected.notes.keys()]);
        expect(view.rects.get()).toEqual(layoutZones(expected.zones, lowestEdges(expected.notes.values())));
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('tells of a fresh document once, with what came, went and stayed', () => {
    const view = createBoardView();
    const [one, other] = [createBoard(), createBoard()];
    lay(one, noteId(1));
    lay(other, noteId(2));
    view.follow(one);
    const told: (readonly NoteId[])[] = [];
    view.onNotesChanged((ids) => told.push(ids));
    view.follow(other);
    lay(one, noteId(3));
    expect(told).toEqual([[noteId(1), noteId(2)]]);
    expect(view.get()).toEqual(readBoard(other));
  });

  it('keeps everything but the changed note as it was', () => {
    const doc = createBoard();
    lay(doc, noteId(1));
    lay(doc, noteId(2));
    const view = createBoardView();
    view.follow(doc);
    const before = view.get();
    setNoteText(doc, noteId(1), 'anders', 'typing');
    const after = view.get();
    expect(after.notes.get(noteId(2))).toBe(before.notes.get(noteId(2)));
    expect(after.zones).toBe(before.zones);
    expect(view.get()).toBe(after);
  });

  it('does not read ten thousand notes for a change of one', () => {
    const doc = createBoard();
    doc.transact(() => {
      const order = 'a0';
      for (let n = 0; n < 10_000; n += 1) {
        const fields: [string, unknown][] = [
          ['zone', 'drift'],
          ['p', [1, n]],
          ['text', new Y.Text('x')],
          ['order', order],
        ];
        rootOf(doc, 'notes').set(noteId(n), new Y.Map(fields));
      }
    });
    const view = createBoardView();
    view.follow(doc);
    view.get();
    let told = 0;
    view.onNotesChanged((ids) => (told += ids.length));
    const startedAt = performance.now();
    for (let n = 0; n < 1_000; n += 1)
      moveNotes(doc, [{ id: noteId(n), zone: ZONES[0] as ZoneId, x: 2, y: n }], 'user');
    expect(told).toBe(1_000);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});
