/**
 * From desks to the board: what a reveal lays there and what a count comes to. Pure; the meet-up keeps it all in one
 * batch, so that after a crash either everything has been laid or nothing.
 */
import { type Author, authorOf } from '@ruimte/shared/alias';
import type { Format } from '@ruimte/shared/content/format';
import type { Marking } from '@ruimte/shared/facilitation/engine';
import { boundDots } from '@ruimte/shared/facilitation/tally';
import { createSecret, type NoteId, type ZoneId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { Board } from '@ruimte/shared/projection/board';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import { layoutZones, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { rootOf } from '@ruimte/shared/schema/document';
import type { NewNote } from '@ruimte/shared/schema/edits/notes';
import { type CountedMarks, type MarkRoot, readDeskMarks } from '@ruimte/shared/schema/marks';
import { type Note, readNote } from '@ruimte/shared/schema/note';
import type { Stage, Written } from '@ruimte/shared/schema/stage';
import type { ZoneKind } from '@ruimte/shared/schema/zone';
import type * as Y from 'yjs';
import { PaperGrid } from './paper-grid.ts';

/** A desk with whose it is. */
export interface Desk {
  readonly author: Author;
  readonly doc: Y.Doc;
}

/** The notes with words on a desk, in the order in which they were written. */
export function notesOnDesk({ doc, author }: Desk): readonly Note[] {
  return [...rootOf(doc, 'notes')]
    .map(([id, value]) => readNote(id, value))
    .filter((note): note is Note => note !== undefined && note.text.trim() !== '')
    .filter((note) => note.author === authorOf(author, note.id))
    .sort(byArrival);
}

/** The notes a reveal takes off a desk: those that lie on the board now, and those without words. */
export function notesToClear(doc: Y.Doc, isOnBoard: (note: NoteId) => boolean): readonly NoteId[] {
  return [...rootOf(doc, 'notes')]
    .filter(([id, value]) => isOnBoard(id as NoteId) || (readNote(id, value)?.text.trim() ?? '') === '')
    .map(([id]) => id as NoteId);
}

const byArrival = (a: Note, b: Note): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** How many notes lie on desks, per zone. */
export function countWritten(desks: Iterable<readonly Note[]>): Written {
  const written = new Map<ZoneId, number>();
  for (const notes of desks) for (const { zone } of notes) written.set(zone, (written.get(zone) ?? 0) + 1);
  return written;
}

/**
 * The notes of all desks as they are laid on the board: each where its writer put it, or in the first free slot where
 * something lies there already. On a scale the place across is what the note says, so there it goes lower at most; on
 * a quadrant it stays. Ids that the board has are left out: those have been laid before.
 * They are laid in the order in which they were written, never by desk: it says nothing about whose they are.
 * A board that gets full takes of every desk in turn, so that who wrote least is not left behind whoever wrote most.
 */
export function toReveal(board: Board, desks: readonly Desk[]): readonly NewNote[] {
  const zones = new Map(board.zones.map((zone) => [zone.id, zone]));
  const grids = new Map<ZoneId, PaperGrid>();
  const rects = layoutZones(board.zones, new Map());
  const gridOf = (zone: ZoneId): PaperGrid => {
    const known = grids.get(zone);
    if (known !== undefined) return known;
    const grid = new PaperGrid(rects.get(zone)?.w ?? ZONE_SIZE.w);
    const there = [...board.notes.values()].filter((note) => note.zone === zone);
    for (const note of there) grid.lay(note);
    for (const box of groupBoxes(board.groups, there)) grid.block(box);
    grids.set(zone, grid);
    return grid;
  };
  return inTurn(desks.map(notesOnDesk), LIMITS.notesPerBoard - board.notes.size, ({ id }) =>
    board.notes.has(id),
  )
    .sort(byArrival)
    .map((note) => {
      const grid = gridOf(note.zone);
      const place = placeFor(zones.get(note.zone)?.kind, grid, note);
      grid.lay(place);
      const { id, zone, text, author, community, round, at } = note;
      return { id, zone, x: place.x, y: place.y, text, author, community, round, at };
    });
}

function placeFor(kind: ZoneKind | undefined, grid: PaperGrid, note: Note): Pick<Note, 'x' | 'y'> {
  if (kind === 'quadrant' || grid.isFree(note)) return note;
  return kind === 'scale' ? grid.freeRow(note.x) : grid.freeSlot();
}

/** The first note of each, then the second of each, and so on, up to a number. @param isLeftOut - these do not count. */
function inTurn(
  desks: readonly (readonly Note[])[],
  most: number,
  isLeftOut: (note: Note) => boolean,
): Note[] {
  const taken: Note[] = [];
  const longest = Math.max(0, ...desks.map(({ length }) => length));
  for (let index = 0; index < longest; index += 1) {
    for (const notes of desks) {
      const note = notes[index];
      if (note !== undefined && taken.length < most && !isLeftOut(note)) taken.push(note);
    }
  }
  return taken;
}

/** What was marked, as it is laid on the board. */
export interface Counted {
  readonly votes: readonly CountedMarks[];
  readonly ratings: readonly CountedMarks[];
}

/**
 * Counts the marks of all desks by the rule of the round, whatever their writers made of it: no more dots than it
 * gives, on notes that are there; steps that there are, of zones that are rated. Every sheet gets a random id and they
 * lie in the order of those, so that nothing tells whose they are.
 */
export function countMarks(
  { format, stage, rule }: { readonly format: Format; readonly stage: Stage; readonly rule: Marking },
  zoneOf: (note: NoteId) => ZoneId | undefined,
  desks: readonly Desk[],
): Counted {
  const steps = new Map<string, number>(
    format.layout.zones.flatMap(({ id, rating }) => (rating ? [[id, rating.steps] as const] : [])),
  );
  const sheet = (marks: Iterable<readonly [string, number]>): CountedMarks => ({
    id: createSecret(),
    round: stage.round ?? '',
    at: stage.roundStartedAt ?? 0,
    marks: [...marks],
  });
  const read = (root: MarkRoot, keep: (desk: Desk) => Iterable<readonly [string, number]>): CountedMarks[] =>
    desks
      .map((desk) => sheet(keep(desk)))
      .filter(({ marks }) => marks.length > 0)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { dots } = rule;
  return {
    votes:
      dots === undefined
        ? []
        : read('votes', ({ doc, author }) =>
            boundDots(readDeskMarks(doc, 'votes', author.participant), dots, zoneOf),
          ),
    ratings: rule.ratings
      ? read('ratings', ({ doc, author }) =>
          [...readDeskMarks(doc, 'ratings', author.participant)].filter(
            ([zone, step]) => step <= (steps.get(zone) ?? 0),
          ),
        )
      : [],
  };
}
