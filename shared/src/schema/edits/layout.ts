/** What only the server writes on a board: its version, zones and communities. */
import * as Y from 'yjs';
import type { Community } from '../community.ts';
import { type Entity, rootOf, SCHEMA_VERSION } from '../document.ts';
import type { ZoneId } from '../../ids.ts';
import type { Zone } from '../zone.ts';

/** Lays the zones and communities of a new board, in one transaction. Effects: none on zones that exist. */
export function layBoard(doc: Y.Doc, zones: readonly Zone[], communities: readonly Community[]): void {
  doc.transact(() => {
    const meta = doc.getMap('meta');
    if (meta.get('version') === undefined) meta.set('version', SCHEMA_VERSION);
    for (const zone of zones) {
      if (rootOf(doc, 'zones').has(zone.id)) continue;
      const map: Entity = new Y.Map<unknown>([
        ['kind', zone.kind],
        ['nl', zone.title.nl],
        ['en', zone.title.en],
        ['tint', zone.tint],
        ['col', zone.col],
        ['row', zone.row],
        ['colSpan', zone.colSpan],
        ['rowSpan', zone.rowSpan],
      ]);
      rootOf(doc, 'zones').set(zone.id, map);
    }
    for (const community of communities) setCommunity(doc, community);
  }, 'server');
}

/**
 * Gives a zone another title, the same in both languages, or another tint; one transaction.
 * Effects: none on a zone that is not there.
 */
export function changeZone(
  doc: Y.Doc,
  id: ZoneId,
  change: { readonly title?: string; readonly tint?: number },
): void {
  const map = rootOf(doc, 'zones').get(id);
  if (!(map instanceof Y.Map)) return;
  doc.transact(() => {
    const { title, tint } = change;
    if (title !== undefined) for (const language of ['nl', 'en']) map.set(language, title);
    if (tint !== undefined) map.set('tint', tint);
  }, 'server');
}

/** Lays a zone elsewhere in the grid; its notes come along. Effects: none on a zone that is not there. */
export function placeZone(
  doc: Y.Doc,
  id: ZoneId,
  cell: Pick<Zone, 'col' | 'row' | 'colSpan' | 'rowSpan'>,
): void {
  const map = rootOf(doc, 'zones').get(id);
  if (!(map instanceof Y.Map)) return;
  doc.transact(() => {
    for (const key of ['col', 'row', 'colSpan', 'rowSpan'] as const) {
      if (map.get(key) !== cell[key]) map.set(key, cell[key]);
    }
  }, 'server');
}

/** Adds a community or changes its name, number or where it was merged into; one transaction. */
export function setCommunity(doc: Y.Doc, community: Community): void {
  doc.transact(() => {
    const communities = rootOf(doc, 'communities');
    const existing = communities.get(community.id);
    const map = existing instanceof Y.Map ? existing : new Y.Map<unknown>();
    if (map !== existing) communities.set(community.id, map);
    const wanted: [string, string | number][] = [
      ['name', community.name],
      ['number', community.number],
      ['mergedInto', community.mergedInto ?? ''],
    ];
    for (const [key, value] of wanted) {
      if (existing === undefined || map.get(key) !== value) map.set(key, value);
    }
  }, 'server');
}
