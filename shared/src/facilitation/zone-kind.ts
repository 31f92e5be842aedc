/** From the words of a format to the kind of zone they describe. */
import type { FormatZone } from '../content/format.ts';
import type { ZoneKind } from '../schema/zone.ts';

/** The kind of zone that a format describes. */
export function kindOf(zone: FormatZone): ZoneKind {
  if (zone.rating) return 'rating';
  if (zone.axes) return zone.axes.y ? 'quadrant' : 'scale';
  return zone.empty ? 'empty' : 'free';
}
