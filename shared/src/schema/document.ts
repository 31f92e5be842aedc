/**
 * The board as a Yjs document: its roots, and where a change came from.
 * Every root is a Y.Map by random id (zones: by the id their format gives); each item is a Y.Map with flat fields.
 */
import type * as Y from 'yjs';

/** Version of the schema, written to `meta.version` when a board is made. */
export const SCHEMA_VERSION = 1;

export const BOARD_ROOTS = [
  'meta',
  'zones',
  'notes',
  'groups',
  'links',
  'votes',
  'ratings',
  'communities',
] as const;
export type BoardRoot = (typeof BOARD_ROOTS)[number];

/** The roots of a desk: what one person has written and marked for themselves. */
export const DESK_ROOTS = ['notes', 'votes', 'ratings'] as const;
/** The roots of the stage document; only the server writes them. */
export const STAGE_ROOTS = ['stage', 'roster'] as const;

export type Entity = Y.Map<unknown>;

/**
 * Where a change came from. Undo tracks `user` and `typing`; storage and relay skip what they brought themselves.
 * - `user`: one action of the person here; `typing`: letters of the person here; `outbox`: own words laid again;
 * - `server`: the meet-up itself (opening, late notes, restore).
 */
export type Origin = 'user' | 'typing' | 'outbox' | 'server';

/** The map of items under a root. */
export function rootOf(doc: Y.Doc, root: BoardRoot): Y.Map<Entity> {
  return doc.getMap<Entity>(root);
}

/**
 * Makes all roots of a document, so that an update can never decide what type they are.
 * Effects: none on an existing document.
 */
export function defineRoots(doc: Y.Doc, roots: readonly string[]): void {
  for (const root of roots) doc.getMap(root);
}
