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
      const cell = { col, row, colSpan, rowSpan: 1 };
      if (isFreeCell(zones, cell)) return cell;
    }
  }
}

/** Whether no zone lies there. */
export function isFreeCell(zones: readonly Cell[], cell: Cell): boolean {
  return !zones.some(
    (zone) =>
      cell.row < zone.row + zone.rowSpan &&
      zone.row < cell.row + cell.rowSpan &&
      cell.col < zone.col + zone.colSpan &&
      zone.col < cell.col + cell.colSpan,
  );
}
