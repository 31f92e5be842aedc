/**
 * From desks to the board: what a reveal lays there and what a count comes to. Pure; the meet-up keeps it all in one
 * batch, so that after a crash either everything has been laid or nothing.
 */
import type { Format } from '@ruimte/shared/content/format';
import type { Marking } from '@ruimte/shared/facilitation/engine';
import { boundDots } from '@ruimte/shared/facilitation/tally';
import { overlaps } from '@ruimte/shared/geometry';
import { createSecret, type NoteId, type ParticipantId, type ZoneId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { Board } from '@ruimte/shared/projection/board';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import { freeSlot, layoutZones, NOTE_SIZE, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { freeRow, hasValues } from '@ruimte/shared/projection/scale';
import { rootOf } from '@ruimte/shared/schema/document';
import type { NewNote } from '@ruimte/shared/schema/edits/notes';
import { type CountedMarks, type MarkRoot, readDeskMarks } from '@ruimte/shared/schema/marks';
import { type Note, readNote } from '@ruimte/shared/schema/note';
import type { Stage, Written } from '@ruimte/shared/schema/stage';
import type * as Y from 'yjs';

/** A desk with whose it is. */
export interface Desk {
  readonly person: ParticipantId;
  readonly doc: Y.Doc;
}

/** The notes with words on a desk, in the order in which they were written. */
export function notesOnDesk({ doc, person }: Desk): readonly Note[] {
  return [...rootOf(doc, 'notes')]
    .map(([id, value]) => readNote(id, value))
    .filter((note): note is Note => note !== undefined && note.author === person && note.text.trim() !== '')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** How many notes lie on desks, per zone. */
export function countWritten(desks: Iterable<readonly Note[]>): Written {
  const written = new Map<ZoneId, number>();
  for (const notes of desks) for (const { zone } of notes) written.set(zone, (written.get(zone) ?? 0) + 1);
  return written;
}

/**
 * The notes of all desks as they are laid on the board, the oldest first: each where its writer put it, or in the
 * first free slot where something lies there already. On a quadrant the place is what the note says, so there it
 * stays; on a scale it keeps its value and goes to the first free row. Ids that the board has are left out: those have been laid before.
 */
export function toReveal(board: Board, desks: readonly Desk[]): readonly NewNote[] {
  const rects = layoutZones(board.zones, new Map());
  const kinds = new Map(board.zones.map((zone) => [zone.id, zone]));
  const taken = new Map<ZoneId, { x: number; y: number }[]>();
  const areas = new Map<ZoneId, ReturnType<typeof groupBoxes>>();
  for (const note of board.notes.values()) {
    const there = taken.get(note.zone);
    if (there === undefined) taken.set(note.zone, [note]);
    else there.push(note);
  }
  const laid: NewNote[] = [];
  const all = desks.flatMap(notesOnDesk).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const note of all) {
    if (board.notes.has(note.id) || board.notes.size + laid.length >= LIMITS.notesPerBoard) continue;
    const zone = kinds.get(note.zone);
    const there = taken.get(note.zone) ?? [];
    taken.set(note.zone, there);
    let place: { readonly x: number; readonly y: number } = note;
    const isFree = !there.some((other) => overlaps({ ...other, ...NOTE_SIZE }, { ...note, ...NOTE_SIZE }));
    if (!isFree && zone?.kind === 'scale') place = freeRow(there, note.x);
    else if (!isFree && !(zone !== undefined && hasValues(zone))) {
      let boxes = areas.get(note.zone);
      if (boxes === undefined) {
        boxes = groupBoxes(
          board.groups,
          [...board.notes.values()].filter((other) => other.zone === note.zone),
        );
        areas.set(note.zone, boxes);
      }
      place = freeSlot(there, rects.get(note.zone)?.w ?? ZONE_SIZE.w, note.at | 1, 0, boxes);
    }
    there.push(place);
    const { id, text, author, community, round, at } = note;
    laid.push({ id, zone: note.zone, x: place.x, y: place.y, text, author, community, round, at });
  }
  return laid;
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
        : read('votes', ({ doc, person }) => boundDots(readDeskMarks(doc, 'votes', person), dots, zoneOf)),
    ratings: rule.ratings
      ? read('ratings', ({ doc, person }) =>
          [...readDeskMarks(doc, 'ratings', person)].filter(([zone, step]) => step <= (steps.get(zone) ?? 0)),
        )
      : [],
  };
}
