/** From a format to the zones of a board. */
import type { Format } from '@ruimte/shared/content/format';
import { kindOf } from '@ruimte/shared/facilitation/zone-kind';
import type { Community } from '@ruimte/shared/schema/community';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import type { Zone } from '@ruimte/shared/schema/zone';
import type * as Y from 'yjs';

const TINTS = 9;
/** The tint of the empty space: none. */
const AIR = 5;

/** The zones a format lays out; a nine-spaces format has the tints of the nine spaces, by place. */
export function zonesOf(format: Format): readonly Zone[] {
  let next = 0;
  return format.layout.zones.map((zone) => {
    const kind = kindOf(zone);
    next = (next % TINTS) + 1;
    if (next === AIR) next += 1;
    const byPlace = ((zone.row * 3 + zone.col) % TINTS) + 1;
    const inTurn = kind === 'empty' ? AIR : next;
    return {
      id: zone.id,
      kind,
      title: zone.title,
      tint: format.layout.kind === 'nine-spaces' ? byPlace : inTurn,
      col: zone.col,
      row: zone.row,
      colSpan: zone.colSpan ?? 1,
      rowSpan: zone.rowSpan ?? 1,
    };
  });
}

/** Lays the zones and communities of a new board. Effects: one transaction on the document. */
export function layFormat(doc: Y.Doc, format: Format, communities: readonly Community[]): void {
  layBoard(doc, zonesOf(format), communities);
}
