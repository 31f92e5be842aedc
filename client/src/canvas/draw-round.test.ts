import type { Marking } from '@ruimte/shared/facilitation/engine';
import type { NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import { addCountedMarks } from '@ruimte/shared/schema/edits/marks';
import { addNote, moveNotes } from '@ruimte/shared/schema/edits/notes';
import type { Written } from '@ruimte/shared/schema/stage';
import type { Zone, ZoneKind } from '@ruimte/shared/schema/zone';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardView } from '../model/board-view.ts';
import type { MeetupModel, OwnMarks } from '../model/meetup-model.ts';
import { createWritable } from '../model/readable.ts';
import { createRoundPicture } from './draw-round.ts';

const KAART = 'kaart' as ZoneId;
const PLEK = 'plek' as ZoneId;
const zone = (id: ZoneId, kind: ZoneKind, row: number): Zone => ({
  id,
  kind,
  title: { nl: id, en: id },
  tint: 1,
  col: 0,
  row,
  colSpan: 1,
  rowSpan: 1,
});

/** A board with a quadrant and a space, and what rounds lay on it. */
function createRound() {
  const doc = new Y.Doc();
  layBoard(doc, [zone(KAART, 'quadrant', 0), zone(PLEK, 'free', 1)], []);
  const board = createBoardView();
  board.follow(doc);
  const written = createWritable<Written>(new Map());
  const marking = createWritable<Marking | undefined>(undefined);
  const ownMarks = createWritable<OwnMarks>({
    votes: new Map(),
    ratings: new Map(),
    saved: true,
    late: false,
  });
  const session = { meetup: { zones: [] } };
  const parts = { board, written, marking, ownMarks, session, onDesk: () => false };
  const picture = createRoundPicture(parts as unknown as MeetupModel);
  const lay = (name: string, into: ZoneId, x: number, y: number): NoteId => {
    const id = name.padEnd(22, '-') as NoteId;
    const author = 'p'.repeat(22) as ParticipantId;
    addNote(doc, { id, zone: into, x, y, text: name, author, community: '', round: '', at: 0 }, 'server');
    return id;
  };
  return { doc, picture, written, marking, ownMarks, lay };
}

it('shows one’s own dots while they are given, and what was counted otherwise', () => {
  const { doc, picture, marking, ownMarks, lay } = createRound();
  const note = lay('note', PLEK, 32, 82);
  const sheets = ['a', 'b'].map((id) => ({ id, round: '' as const, at: 1, marks: [[note, 2] as const] }));
  addCountedMarks(doc, 'votes', sheets);
  picture.refresh();
  expect(picture.dots(note)).toBe(4);
  marking.set({ ratings: false, dots: { count: 3, perZone: false } });
  picture.refresh();
  expect(picture.dots(note)).toBe(0);
  ownMarks.set({ votes: new Map([[note, 1]]), ratings: new Map(), saved: true, late: false });
  picture.refresh();
  expect(picture.dots(note)).toBe(1);
});

it('shows notes at one place of a quadrant a step apart, and each where it lies once it is taken away', () => {
  const { doc, picture, lay } = createRound();
  const [first, second, elsewhere] = [
    lay('a', KAART, 100, 100),
    lay('b', KAART, 100, 100),
    lay('c', PLEK, 100, 100),
  ];
  expect(picture.notesChanged([first, second])).toBe(true);
  expect([first, second].map((id) => picture.shift(id))).toEqual([0, 14]);
  expect(picture.notesChanged([elsewhere])).toBe(false);
  moveNotes(doc, [{ id: second, zone: PLEK, x: 300, y: 100 }], 'server');
  expect(picture.notesChanged([second])).toBe(true);
  expect(picture.shift(second)).toBe(0);
});

it('lets what comes where paper lay face down turn over, also when the paper went a moment before', () => {
  const { picture, written } = createRound();
  expect(picture.turnsIn(PLEK, performance.now())).toBe(false);
  written.set(new Map([[PLEK, 2]]));
  picture.refresh();
  expect(picture.hasPaperIn(PLEK)).toBe(true);
  expect(picture.turnsIn(PLEK, performance.now())).toBe(true);
  written.set(new Map());
  picture.refresh();
  expect(picture.hasPaperIn(PLEK)).toBe(false);
  expect(picture.turnsIn(PLEK, performance.now() + 1_000)).toBe(true);
  expect(picture.turnsIn(KAART, performance.now())).toBe(false);
  expect(picture.turnsIn(PLEK, performance.now() + 5_000)).toBe(false);
});
