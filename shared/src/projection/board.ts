/** The board as plain readonly data: what everything that is not an edit reads. Tolerant of junk in the document. */
import type * as Y from 'yjs';
import type { CommunityId, NoteId, ZoneId } from '../ids.ts';
import { type Community, readCommunity } from '../schema/community.ts';
import { rootOf } from '../schema/document.ts';
import { type CountedMarks, readCountedMarks } from '../schema/marks.ts';
import { type Group, type Link, readGroup, readLink } from '../schema/group.ts';
import { type Note, readNote } from '../schema/note.ts';
import { readZone, type Zone } from '../schema/zone.ts';

export interface Board {
  /** In reading order: row by row, left to right. */
  readonly zones: readonly Zone[];
  /** By id; iteration order is stacking order, the lowest first. */
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly groups: readonly Group[];
  readonly links: readonly Link[];
  readonly communities: ReadonlyMap<CommunityId, Community>;
  /** Dots and ratings of rounds that have been counted, one sheet per person, without names. */
  readonly votes: readonly CountedMarks[];
  readonly ratings: readonly CountedMarks[];
}

function readAll<T>(
  doc: Y.Doc,
  root: Parameters<typeof rootOf>[1],
  read: (id: string, value: unknown) => T | undefined,
): T[] {
  const items: T[] = [];
  for (const [id, value] of rootOf(doc, root)) {
    const item = read(id, value);
    if (item !== undefined) items.push(item);
  }
  return items;
}

/** Stacking order: by fractional index, then by id so that equal keys read the same everywhere. */
export function byOrder(a: Note, b: Note): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Reading order of zones: row by row, left to right. */
export function byPlace(a: Zone, b: Zone): number {
  return a.row - b.row || a.col - b.col || (a.id < b.id ? -1 : 1);
}

/** The zones of a board in reading order. */
export function readZones(doc: Y.Doc): readonly Zone[] {
  return readAll(doc, 'zones', readZone).sort(byPlace);
}

/** The communities of a board by id. */
export function readCommunities(doc: Y.Doc): ReadonlyMap<CommunityId, Community> {
  return new Map(readAll(doc, 'communities', readCommunity).map((c) => [c.id, c]));
}

/** The whole document as plain data. Linear in the size of the board; big views follow change events instead. */
export function readBoard(doc: Y.Doc): Board {
  const notes = readAll(doc, 'notes', readNote).sort(byOrder);
  return {
    zones: readZones(doc),
    notes: new Map(notes.map((note) => [note.id, note])),
    groups: readAll(doc, 'groups', readGroup),
    links: readAll(doc, 'links', readLink),
    communities: readCommunities(doc),
    votes: readAll(doc, 'votes', readCountedMarks),
    ratings: readAll(doc, 'ratings', readCountedMarks),
  };
}

/** The notes of one zone, in order of arrival: what lists and reports show. */
export function notesIn(board: Pick<Board, 'notes'>, zone: ZoneId): readonly Note[] {
  return [...board.notes.values()]
    .filter((note) => note.zone === zone)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The community a note counts under, following a merge; undefined when it has none. */
export function communityOf(
  communities: ReadonlyMap<CommunityId, Community>,
  id: CommunityId | '',
): Community | undefined {
  if (id === '') return undefined;
  let community = communities.get(id);
  // Merges point at one another at most as often as there are communities; a ring ends there.
  for (let hops = 0; community?.mergedInto !== undefined && hops < communities.size; hops += 1) {
    community = communities.get(community.mergedInto) ?? community;
  }
  return community;
}
