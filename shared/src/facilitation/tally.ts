/**
 * Counting: what a round's rule leaves of somebody's dots, what notes got, which three are first, how ratings spread.
 * Pure, and the same on every screen. It compares notes and never people or communities.
 */
import type { NoteId, ZoneId } from '../ids.ts';
import type { CountedMarks, Marks } from '../schema/marks.ts';
import type { Note } from '../schema/note.ts';
import type { Marking } from './engine.ts';

/**
 * What the rule of a round leaves of the dots somebody gave: whole dots on notes that are there, no more than the
 * round has, for each zone where it says so. Notes that come later in the sheet go short.
 * @param zoneOf - the zone of a note; undefined for one that is not on the board.
 */
export function boundDots(
  dots: Marks,
  rule: NonNullable<Marking['dots']>,
  zoneOf: (note: NoteId) => ZoneId | undefined,
): ReadonlyMap<NoteId, number> {
  const left = new Map<string, number>();
  const given = new Map<NoteId, number>();
  for (const [key, wanted] of dots) {
    const note = key as NoteId;
    const zone = zoneOf(note);
    if (zone === undefined) continue;
    const purse = rule.perZone ? zone : '';
    const room = left.get(purse) ?? rule.count;
    const taken = Math.min(room, Math.max(0, Math.trunc(wanted)));
    left.set(purse, room - taken);
    if (taken > 0) given.set(note, taken);
  }
  return given;
}

/** How many dots somebody has left: of the zone where the rule counts by zone. */
export function dotsLeft(
  dots: Marks,
  rule: NonNullable<Marking['dots']>,
  zoneOf: (note: NoteId) => ZoneId | undefined,
  zone?: ZoneId,
): number {
  let given = 0;
  for (const [note, count] of boundDots(dots, rule, zoneOf)) {
    if (!rule.perZone || zone === undefined || zoneOf(note) === zone) given += count;
  }
  return Math.max(0, rule.count - given);
}

/** The sheets of the latest time that something was counted; empty when nothing has been. */
export function latestSheets(counted: readonly CountedMarks[]): readonly CountedMarks[] {
  const last = counted.reduce((latest, { at }) => Math.max(latest, at), 0);
  return counted.filter(({ at }) => at === last);
}

/** Dots per note over all these sheets. */
export function tallyDots(sheets: readonly CountedMarks[]): ReadonlyMap<NoteId, number> {
  const tally = new Map<NoteId, number>();
  for (const { marks } of sheets) {
    for (const [note, count] of marks) {
      tally.set(note as NoteId, (tally.get(note as NoteId) ?? 0) + count);
    }
  }
  return tally;
}

/** Notes with equally many dots share a place. */
export interface Place {
  /** 1, 2 or 3; after two at 1 comes 3. */
  readonly place: number;
  readonly dots: number;
  /** In order of arrival: that order means nothing. */
  readonly notes: readonly Note[];
}

/**
 * The notes with the most dots, ties as ties: a place is there whenever fewer than three notes come before it.
 * @param notes - those to choose from, of one zone for instance.
 */
export function topThree(notes: Iterable<Note>, tally: ReadonlyMap<NoteId, number>): readonly Place[] {
  const byDots = new Map<number, Note[]>();
  for (const note of notes) {
    const dots = tally.get(note.id) ?? 0;
    if (dots === 0) continue;
    const same = byDots.get(dots);
    if (same === undefined) byDots.set(dots, [note]);
    else same.push(note);
  }
  const places: Place[] = [];
  let before = 0;
  for (const [dots, tied] of [...byDots].sort(([a], [b]) => b - a)) {
    if (before >= 3) break;
    places.push({
      place: before + 1,
      dots,
      notes: tied.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    });
    before += tied.length;
  }
  return places;
}

/** How often each step of a zone was chosen, the first step first. Steps beyond the last are left out. */
export function distributionOf(
  sheets: readonly CountedMarks[],
  zone: ZoneId,
  steps: number,
): readonly number[] {
  const counts = Array.from({ length: steps }, () => 0);
  for (const { marks } of sheets) {
    for (const [key, step] of marks) {
      if (key === zone && step <= steps) counts[step - 1] = (counts[step - 1] ?? 0) + 1;
    }
  }
  return counts;
}
