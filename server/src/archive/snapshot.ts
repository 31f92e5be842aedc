/** Taking a snapshot of a board and showing it: immutable, without names. */
import { createHash } from 'node:crypto';
import { createId, type SnapshotId } from '@ruimte/shared/ids';
import { type Board, communityOf, readBoard } from '@ruimte/shared/projection/board';
import { layoutZones, lowestEdges } from '@ruimte/shared/projection/layout';
import type { SnapshotSummary, SnapshotView } from '@ruimte/shared/protocol/api';
import type { Note } from '@ruimte/shared/schema/note';
import * as Y from 'yjs';
import type { MeetupRecord, SnapshotRecord } from '../store/store.ts';

/** Copies a board as it is at this moment. */
export function takeSnapshot(meetup: MeetupRecord, doc: Y.Doc, takenAt: number): SnapshotRecord {
  const state = Y.encodeStateAsUpdate(doc);
  return {
    id: createId<SnapshotId>(),
    meetup: meetup.id,
    board: meetup.board,
    generation: meetup.generation,
    takenAt,
    title: meetup.title,
    date: meetup.date,
    format: meetup.format,
    state,
    projection: readBoard(doc),
    hash: createHash('sha256').update(state).digest('hex'),
  };
}

function thumbnailOf(board: Board): SnapshotSummary['thumbnail'] {
  const rects = layoutZones(board.zones, lowestEdges(board.notes.values()));
  const tints = new Map(board.zones.map((zone) => [zone.id, zone.tint]));
  return {
    zones: [...rects].map(([id, { x, y, w, h }]) => [x, y, w, h, tints.get(id) ?? 1] as const),
    notes: [...board.notes.values()].flatMap((note) => {
      const rect = rects.get(note.zone);
      if (rect === undefined) return [];
      const community = communityOf(board.communities, note.community);
      return [[Math.round(rect.x + note.x), Math.round(rect.y + note.y), community?.number ?? 0] as const];
    }),
  };
}

/** A snapshot as the archive lists it. */
export function summarise(snapshot: Omit<SnapshotRecord, 'state'>): SnapshotSummary {
  const board = snapshot.projection;
  return {
    id: snapshot.id,
    meetup: snapshot.meetup,
    title: snapshot.title,
    date: snapshot.date,
    takenAt: snapshot.takenAt,
    format: snapshot.format.title,
    notes: board.notes.size,
    communities: [...board.communities.values()].filter(({ mergedInto }) => mergedInto === undefined),
    thumbnail: thumbnailOf(board),
  };
}

/** A snapshot opened, with the notes that came in after it. */
export function openSnapshot(snapshot: SnapshotRecord, supplement: readonly Note[]): SnapshotView {
  const { projection, format } = snapshot;
  return {
    ...summarise(snapshot),
    zones: projection.zones,
    items: [...projection.notes.values()],
    supplement: supplement.filter(({ id }) => !projection.notes.has(id)),
    votes: projection.votes,
    ratings: projection.ratings,
    rounds: [...(format.earlier ?? []), ...format.rounds].map(({ id, title }) => ({ id, title })),
    hash: snapshot.hash,
  };
}
