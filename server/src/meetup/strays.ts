/**
 * Spaces that were taken off the board come back when a note lies in them after all: one that was on its way, that was
 * moved back by undo, or that lay on a desk. A note in no space would be seen by nobody.
 */
import type { ZoneId } from '@ruimte/shared/ids';
import { readZones } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { readGoneZones, restoreZones } from '@ruimte/shared/schema/edits/gone-zones';
import type * as Y from 'yjs';
import type { Room } from '../relay/room.ts';

/** Looking through ten thousand notes takes milliseconds: not with every word that is typed. */
export const LOOK_AFTER_MS = 250;

/** The spaces that are gone and in which notes lie. */
function strayZones(doc: Y.Doc): ReadonlySet<ZoneId> {
  const gone = readGoneZones(doc);
  const found = new Set<ZoneId>();
  if (gone.size === 0) return found;
  for (const note of rootOf(doc, 'notes').values()) {
    const zone = note.get('zone') as ZoneId;
    if (gone.has(zone)) found.add(zone);
  }
  return found;
}

/** Lays the spaces again in which something lies. */
export async function bringBackZones(room: Room): Promise<void> {
  const stray = strayZones(room.doc);
  if (stray.size > 0) await room.edit((doc) => restoreZones(doc, stray, readZones(doc)));
}
