/** A snapshot's notes laid out for reading: per zone, in the order in which they were written. */
import { byPlace, communityOf } from '@ruimte/shared/projection/board';
import type { SnapshotView } from '@ruimte/shared/protocol/api';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';

/** The notes of one zone. */
export interface ZoneNotes {
  readonly zone: Zone;
  readonly notes: readonly Note[];
}

const byTime = (a: Note, b: Note): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Zones in reading order with their notes; notes of a zone that is gone; what came in after the close. */
export function layOut(snapshot: Pick<SnapshotView, 'zones' | 'items' | 'supplement' | 'communities'>): {
  readonly zones: readonly ZoneNotes[];
  readonly elsewhere: readonly Note[];
  readonly supplement: readonly ZoneNotes[];
  readonly communityOf: (note: Note) => Community | undefined;
} {
  const zones = [...snapshot.zones].sort(byPlace);
  const known = new Set(zones.map((zone) => zone.id));
  const communities = new Map(snapshot.communities.map((each) => [each.id, each]));
  const perZone = (notes: readonly Note[]): readonly ZoneNotes[] =>
    zones.map((zone) => ({ zone, notes: notes.filter((note) => note.zone === zone.id).sort(byTime) }));
  return {
    zones: perZone(snapshot.items),
    elsewhere: [...snapshot.items, ...snapshot.supplement]
      .filter((note) => !known.has(note.zone))
      .sort(byTime),
    supplement: perZone(snapshot.supplement).filter(({ notes }) => notes.length > 0),
    communityOf: (note) => communityOf(communities, note.community),
  };
}
