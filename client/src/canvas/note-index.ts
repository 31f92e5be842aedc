/** Which notes lie where: found by area for painting and by point for the hand, without looking at all of them. */
// oxlint-disable-next-line typescript/triple-slash-reference -- the types of a package without any; tests that import this file must find them too
/// <reference path="./rbush.d.ts" />
import type { BoardPoint, Rect } from '@ruimte/shared/geometry';
import { contains } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import RBush from 'rbush';

interface Entry {
  readonly id: NoteId;
  readonly rect: Rect;
  readonly rank: number;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A note to be put into the index. */
export interface Placing {
  readonly id: NoteId;
  readonly rect: Rect;
  /** Place in the stack: the higher, the more on top. */
  readonly rank: number;
}

export interface NoteIndex {
  readonly size: number;
  put(placing: Placing): void;
  /** The place of a note in the stack; 0 when it is not there. */
  rank(id: NoteId): number;
  remove(id: NoteId): void;
  /** Replaces everything; much faster than one by one. */
  load(placings: readonly Placing[]): void;
  /** True when a note lies at the point; cheaper than asking which. */
  covers(point: BoardPoint): boolean;
  /** Notes that touch the area, the lowest first. */
  search(area: Rect): readonly NoteId[];
  /**
   * The topmost note at the point; else the nearest within `slack` board units, so that a note that is drawn small
   * can still be taken.
   */
  at(point: BoardPoint, slack: number): NoteId | undefined;
}

function toEntry({ id, rect, rank }: Placing): Entry {
  return { id, rect, rank, minX: rect.x, minY: rect.y, maxX: rect.x + rect.w, maxY: rect.y + rect.h };
}

function distance(rect: Rect, { x, y }: BoardPoint): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.w);
  const dy = Math.max(rect.y - y, 0, y - rect.y - rect.h);
  return Math.hypot(dx, dy);
}

/** An empty index. */
export function createNoteIndex(): NoteIndex {
  const tree = new RBush<Entry>(16);
  const entries = new Map<NoteId, Entry>();
  const remove = (id: NoteId): void => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    tree.remove(entry);
    entries.delete(id);
  };
  return {
    get size() {
      return entries.size;
    },
    put: (placing) => {
      remove(placing.id);
      const entry = toEntry(placing);
      entries.set(entry.id, entry);
      tree.insert(entry);
    },
    rank: (id) => entries.get(id)?.rank ?? 0,
    remove,
    load: (placings) => {
      tree.clear();
      entries.clear();
      const all = placings.map(toEntry);
      for (const entry of all) entries.set(entry.id, entry);
      tree.load(all);
    },
    covers: ({ x, y }) => tree.collides({ minX: x, minY: y, maxX: x, maxY: y }),
    search: ({ x, y, w, h }) =>
      tree
        .search({ minX: x, minY: y, maxX: x + w, maxY: y + h })
        .sort((a, b) => a.rank - b.rank)
        .map(({ id }) => id),
    at: (point, slack) => {
      const { x, y } = point;
      const near = tree.search({ minX: x - slack, minY: y - slack, maxX: x + slack, maxY: y + slack });
      const under = near.filter(({ rect }) => contains(rect, point)).sort((a, b) => b.rank - a.rank)[0];
      if (under !== undefined) return under.id;
      return near
        .filter(({ rect }) => distance(rect, point) <= slack)
        .sort((a, b) => distance(a.rect, point) - distance(b.rect, point))[0]?.id;
    },
  };
}
