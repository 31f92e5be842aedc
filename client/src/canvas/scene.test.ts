import type { CommunityId, NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import { addNote, moveNotes, raiseNotes, removeNotes } from '@ruimte/shared/schema/edits/notes';
import type { Zone } from '@ruimte/shared/schema/zone';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardView } from '../model/board-view.ts';
import type { MeetupModel, OtherPresence } from '../model/meetup-model.ts';
import { createWritable } from '../model/readable.ts';
import { createScene } from './scene.ts';

const KIND = 'kind' as ZoneId;
const PLEK = 'plek' as ZoneId;
const zoneAt = (id: ZoneId, row: number): Zone => ({
  id,
  kind: 'free',
  title: { nl: id, en: id },
  tint: 1,
  col: 0,
  row,
  colSpan: 1,
  rowSpan: 1,
});
const EVERYWHERE = { x: -1e5, y: -1e5, w: 2e5, h: 2e5 };

/** A scene on a real document with two zones under each other. */
function createTable() {
  const doc = new Y.Doc();
  layBoard(doc, [zoneAt(KIND, 0), zoneAt(PLEK, 1)], []);
  const board = createBoardView();
  board.follow(doc);
  const gone: NoteId[] = [];
  const model = { board, others: createWritable<readonly OtherPresence[]>([]) };
  const scene = createScene({
    // Of the model a scene uses nothing else.
    model: model as Pick<MeetupModel, 'board' | 'others'> as MeetupModel,
    now: () => 0,
    reducedMotion: () => false,
    outdated: () => undefined,
    touched: () => undefined,
    isSeen: () => true,
    onGone: (ids) => gone.push(...ids),
  });
  const lay = (name: string, zone: ZoneId, x: number, y: number): NoteId => {
    const id = name.padEnd(22, '-') as NoteId;
    const author = 'p'.repeat(22) as ParticipantId;
    const community = 'c'.repeat(22) as CommunityId;
    addNote(doc, { id, zone, x, y, text: name, author, community, round: '', at: 0 }, 'server');
    return id;
  };
  return { doc, scene, lay, gone };
}

describe('the scene', () => {
  it('knows where notes lie and which lies on top', () => {
    const { doc, scene, lay } = createTable();
    const first = lay('first', KIND, 32, 82);
    const second = lay('second', KIND, 40, 90);
    expect(scene.index.search(EVERYWHERE)).toEqual([first, second]);
    raiseNotes(doc, [first], 'server');
    expect(scene.index.search(EVERYWHERE)).toEqual([second, first]);
    expect(scene.index.at({ x: 40 + 40 + 10, y: 40 + 90 + 10 }, 0)).toBe(first);
  });

  it('moves what lies in the zones below when a zone grows', () => {
    const { scene, lay } = createTable();
    const below = lay('below', PLEK, 32, 82);
    const before = scene.resting(below)?.y ?? 0;
    lay('deep', KIND, 32, 900);
    const after = scene.resting(below)?.y ?? 0;
    expect(after).toBeGreaterThan(before);
    expect(scene.index.at({ x: 100, y: after + 20 }, 0)).toBe(below);
  });

  it('lets notes of others fade in and glide, and shows own edits at once', () => {
    const { doc, scene, lay } = createTable();
    const theirs = lay('theirs', KIND, 32, 82);
    expect(scene.motion.moving.has(theirs)).toBe(true);
    scene.advance(1000);
    moveNotes(doc, [{ id: theirs, zone: KIND, x: 300, y: 82 }], 'server');
    expect(scene.motion.moving.has(theirs)).toBe(true);
    const mine = scene.own(() => lay('mine', KIND, 500, 82));
    expect(scene.motion.moving.has(mine)).toBe(false);
  });

  it('forgets a note that was removed, and says so', () => {
    const { doc, scene, lay, gone } = createTable();
    const note = lay('note', PLEK, 32, 82);
    expect(scene.isOccupied(PLEK)).toBe(true);
    removeNotes(doc, [note], 'server');
    expect(scene.index.size).toBe(0);
    expect(scene.isOccupied(PLEK)).toBe(false);
    expect(scene.motion.moving.size).toBe(0);
    expect(gone).toEqual([note]);
  });

  it('hears nothing after it is closed', () => {
    const { scene, lay } = createTable();
    scene.close();
    lay('late', KIND, 32, 82);
    expect(scene.index.size).toBe(0);
  });
});
