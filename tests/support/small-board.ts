/** A board of three spaces on two devices that see each other's changes at once, without a server. */
import { type FollowingBoard, createBoardView } from '@ruimte/client/model/board-view';
import type { CommunityId, NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import type { Community } from '@ruimte/shared/schema/community';
import type { Zone } from '@ruimte/shared/schema/zone';
import * as Y from 'yjs';

export const SPACES = ['plek' as ZoneId, 'kind' as ZoneId, 'twijfel' as ZoneId] as const;
export const NOOR = 'noornoornoornoornoor_1' as ParticipantId;
export const TOM = 'tomtomtomtomtomtomto_1' as ParticipantId;

export interface SmallBoard {
  /** The document of the person whose view `board` is. */
  readonly mine: Y.Doc;
  /** The document of somebody else. */
  readonly theirs: Y.Doc;
  readonly board: FollowingBoard;
  /** Lays a note; notes come later one after another. @returns its id. */
  lay(
    doc: Y.Doc,
    text: string,
    where?: {
      readonly zone?: ZoneId;
      readonly author?: ParticipantId;
      readonly community?: CommunityId | '';
      readonly at?: number;
    },
  ): NoteId;
}

/** Begins with empty spaces. */
export function createSmallBoard(communities: readonly Community[] = []): SmallBoard {
  const mine = new Y.Doc();
  defineRoots(mine, BOARD_ROOTS);
  layBoard(
    mine,
    SPACES.map((id, row): Zone => {
      const title = { nl: `de ${id}`, en: `the ${id}` };
      return { id, kind: 'free', title, tint: 1, col: 0, row, colSpan: 1, rowSpan: 1 };
    }),
    communities,
  );
  const theirs = new Y.Doc();
  defineRoots(theirs, BOARD_ROOTS);
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  mine.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== theirs) Y.applyUpdate(theirs, update, mine);
  });
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== mine) Y.applyUpdate(mine, update, theirs);
  });
  const board = createBoardView();
  board.follow(mine);
  let laid = 0;
  return {
    mine,
    theirs,
    board,
    lay: (doc, text, { zone = SPACES[0], author, community = '', at } = {}) => {
      laid += 1;
      const id = `note${String(laid).padStart(18, '0')}` as NoteId;
      const who = author ?? (doc === mine ? NOOR : TOM);
      const note = { id, zone, x: 10 * laid, y: 10 * laid, text, author: who, community, round: '' as const };
      addNote(doc, { ...note, at: at ?? laid }, 'user');
      return id;
    },
  };
}
