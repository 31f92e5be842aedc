/** Where one more zone fits in the grid of a board. */
import type { Zone } from '../schema/zone.ts';

type Cell = Pick<Zone, 'col' | 'row' | 'colSpan' | 'rowSpan'>;

/** Zones of one board, those of its format included. */
export const MAX_ZONES = 24;

/**
 * The first free cell, row by row, from the last row on: what lies there stays as it is. As wide as the narrowest zone,
 * so that all columns keep their width.
 */
export function freeCell(zones: readonly Cell[]): Cell {
  const colSpan = zones.length === 0 ? 1 : Math.min(...zones.map((zone) => zone.colSpan));
  const columns = Math.max(colSpan, ...zones.map((zone) => zone.col + zone.colSpan));
  const from = Math.max(0, ...zones.map((zone) => zone.row));
  for (let row = from; ; row += 1) {
    for (let col = 0; col + colSpan <= columns; col += colSpan) {
      const isTaken = zones.some(
        (zone) =>
          row >= zone.row &&
          row < zone.row + zone.rowSpan &&
          col < zone.col + zone.colSpan &&
          zone.col < col + colSpan,
      );
      if (!isTaken) return { col, row, colSpan, rowSpan: 1 };
    }
  }
}
