/** The only writers of marks. Each is one transaction with its origin. */
import * as Y from 'yjs';
import type { ParticipantId } from '../../ids.ts';
import { type Entity, type Origin, rootOf } from '../document.ts';
import type { CountedMarks, MarkRoot } from '../marks.ts';

/**
 * Marks a note or a zone on a desk.
 * @param count - how many dots, or which step; 0 takes the mark away.
 */
export function setMark(
  doc: Y.Doc,
  root: MarkRoot,
  mark: { readonly person: ParticipantId; readonly key: string; readonly count: number },
  origin: Origin,
): void {
  const { person, key, count } = mark;
  const sheets = rootOf(doc, root);
  doc.transact(() => {
    const known = sheets.get(person);
    const sheet: Entity = known instanceof Y.Map ? known : new Y.Map<unknown>();
    if (sheet !== known) sheets.set(person, sheet);
    // Written, not deleted: a deletion leaves the writer's clock where it was, and `durable` could not say that it is
    // on disk.
    if (count > 0 || sheet.has(key)) sheet.set(key, count);
  }, origin);
}

/** Takes all marks off a desk, as the server does once they have been counted. */
export function clearMarks(doc: Y.Doc): void {
  doc.transact(() => {
    for (const root of ['votes', 'ratings'] as const) rootOf(doc, root).clear();
  }, 'server');
}

/** Lays counted marks on the board; an id that is there already is left alone. Only the server does. */
export function addCountedMarks(doc: Y.Doc, root: MarkRoot, counted: readonly CountedMarks[]): void {
  doc.transact(() => {
    for (const { id, round, at, marks } of counted) {
      if (rootOf(doc, root).has(id)) continue;
      rootOf(doc, root).set(id, new Y.Map<unknown>([['round', round], ['at', at], ...marks]));
    }
  }, 'server');
}
