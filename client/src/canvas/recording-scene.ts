/** A scene on a real document with two zones under each other, for tests: notes are laid, and what is gone is written down. */
import type { CommunityId, NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import type { Zone } from '@ruimte/shared/schema/zone';
import * as Y from 'yjs';
import { createBoardView } from '../model/board-view.ts';
import type { MeetupModel, OtherPresence } from '../model/meetup-model.ts';
import { createWritable } from '../model/readable.ts';
import { createScene } from './scene.ts';

export const KIND = 'kind' as ZoneId;
export const PLEK = 'plek' as ZoneId;

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

/** The document, what a scene needs of a model on it, the scene, and a way to lay notes. */
export function createTable() {
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
    round: () => undefined,
    onGone: (ids) => gone.push(...ids),
  });
  const lay = (name: string, zone: ZoneId, x: number, y: number): NoteId => {
    const id = name.padEnd(22, '-') as NoteId;
    const author = 'p'.repeat(22) as ParticipantId;
    const community = 'c'.repeat(22) as CommunityId;
    addNote(doc, { id, zone, x, y, text: name, author, community, round: '', at: 0 }, 'server');
    return id;
  };
  return { doc, model, scene, lay, gone };
}
