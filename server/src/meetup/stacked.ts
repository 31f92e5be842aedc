/**
 * Notes that were laid on one another in the last seconds of writing. Two people who lay a note at the same moment get
 * the same free slot; while they may write their devices make room, and afterwards only the server can. Pure.
 */
import type { ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import { layoutZones, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import type { NoteMove } from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import { PaperGrid } from './paper-grid.ts';

/** A device makes room within a second; what was laid before that lies as people left it. */
const JUST_LAID_MS = 3_000;

/**
 * Where notes go that were laid shortly before writing ended, or in the grace after it, and lie on another. The first
 * of them stays. In a quadrant the place is what a note says, so there all stay; in a group they lie as the group does.
 * @param lastWritableAt - server time at which people could last write, milliseconds.
 */
export function unstack(board: Board, lastWritableAt: number): readonly NoteMove[] {
  const isJustLaid = ({ at, group }: Note): boolean =>
    group === undefined && at >= lastWritableAt - JUST_LAID_MS;
  const found = new Map<ZoneId, Note[]>();
  for (const note of board.notes.values()) {
    if (!isJustLaid(note)) continue;
    const same = found.get(note.zone);
    if (same === undefined) found.set(note.zone, [note]);
    else same.push(note);
  }
  const rects = layoutZones(board.zones, new Map());
  return board.zones.flatMap(({ id, kind }) => {
    const laid = found.get(id);
    if (laid === undefined || kind === 'quadrant') return [];
    const settled = [...board.notes.values()].filter((note) => note.zone === id && !isJustLaid(note));
    const grid = new PaperGrid(rects.get(id)?.w ?? ZONE_SIZE.w);
    for (const note of settled) grid.lay(note);
    for (const box of groupBoxes(board.groups, settled)) grid.block(box);
    return laid
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .flatMap((note) => {
        const isFree = grid.isFree(note);
        const place = isFree ? note : kind === 'scale' ? grid.freeRow(note.x) : grid.freeSlot();
        grid.lay(place);
        return isFree ? [] : [{ id: note.id, zone: id, x: place.x, y: place.y }];
      });
  });
}

/** The board as it is after the moves. */
export function withMoves(board: Board, moves: readonly NoteMove[]): Board {
  if (moves.length === 0) return board;
  const notes = new Map(board.notes);
  for (const { id, x, y } of moves) {
    const note = notes.get(id);
    if (note !== undefined) notes.set(id, { ...note, x, y });
  }
  return { ...board, notes };
}
