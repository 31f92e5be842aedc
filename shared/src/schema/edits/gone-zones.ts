/**
 * Zones that were taken off the board. The document remembers what they were, in `meta.gone`, so that one comes back
 * whole: when somebody asks for it, or when a note turns out to lie in it that was on its way or moved back by undo.
 */
import type * as Y from 'yjs';
import type { ZoneId } from '../../ids.ts';
import { freeCell, isFreeCell } from '../../projection/free-cell.ts';
import { rootOf } from '../document.ts';
import { readZone, type Zone, zoneWith } from '../zone.ts';
import { layBoard } from './layout.ts';

/** The last so many are remembered: twice as many as a board has. */
const MAX_GONE = 48;
const KEY = 'gone';

/** The zones that are gone, by id, the last one last. What is no zone is left out. */
export function readGoneZones(doc: Y.Doc): ReadonlyMap<ZoneId, Zone> {
  const value = doc.getMap('meta').get(KEY);
  if (!Array.isArray(value)) return new Map();
  return new Map(
    value.flatMap((entry: unknown) => {
      const zone = typeof entry === 'object' && entry !== null ? parseZone(entry) : undefined;
      return zone === undefined ? [] : [[zone.id, zone] as const];
    }),
  );
}

/** Read as tolerantly as the zones of the board are. */
function parseZone(entry: object): Zone | undefined {
  const fields = entry as Record<string, unknown>;
  return typeof fields.id === 'string' ? zoneWith(fields.id, (key) => fields[key]) : undefined;
}

function writeGoneZones(doc: Y.Doc, zones: readonly Zone[]): void {
  const entries = zones.slice(-MAX_GONE).map(({ title, ...fields }) => ({ ...fields, ...title }));
  doc.getMap('meta').set(KEY, entries);
}

/** Takes zones off the board, in one transaction. The caller has made sure that nothing lies in them. */
export function removeZones(doc: Y.Doc, ids: ReadonlySet<ZoneId>): void {
  const going = [...ids].flatMap((id) => readZone(id, rootOf(doc, 'zones').get(id)) ?? []);
  if (going.length === 0) return;
  doc.transact(() => {
    const before = [...readGoneZones(doc).values()].filter(({ id }) => !ids.has(id));
    writeGoneZones(doc, [...before, ...going]);
    for (const { id } of going) rootOf(doc, 'zones').delete(id);
  }, 'server');
}

/**
 * Lays zones that are gone again, in one transaction: where they were, or in the first free place when something else
 * lies there now. Effects: none for ids that are not remembered.
 */
export function restoreZones(doc: Y.Doc, ids: Iterable<ZoneId>, there: readonly Zone[]): void {
  const gone = new Map(readGoneZones(doc));
  const zones = [...there];
  for (const id of ids) {
    const zone = gone.get(id);
    if (zone === undefined) continue;
    gone.delete(id);
    zones.push(isFreeCell(zones, zone) ? zone : { ...zone, ...freeCell(zones) });
  }
  if (zones.length === there.length) return;
  doc.transact(() => {
    writeGoneZones(doc, [...gone.values()]);
    layBoard(doc, zones.slice(there.length), []);
  }, 'server');
}
