/** Rotation: at which zone each table works, turn by turn. Pure, and the same on every device of a table. */

/**
 * The zone a table works at: table 1 begins at the first zone, table 2 at the second, and at every turn each goes one
 * further. With more tables than zones several work at one.
 * @param zones - in reading order.
 * @param table - from 1 on.
 * @param turn - counted from 0.
 * @returns undefined when there are no zones.
 */
export function zoneOfTable<AnyZone>(
  zones: readonly AnyZone[],
  table: number,
  turn: number,
): AnyZone | undefined {
  return zones[(table - 1 + turn) % zones.length];
}
