/** Seats at tables: drawn by lot so that communities mix, and for whoever comes in later. Pure: luck is passed in. */
import type { CommunityId, ParticipantId } from '../ids.ts';

/** Tables of one meet-up: more than anybody walks round. */
export const MAX_TABLES = 60;

/**
 * The role of a device that writes for a whole table, among the roles participants have. It is nobody's seat: it stays
 * at its table when seats are drawn.
 */
export const TABLE_DEVICE = 'table';

/** Somebody who gets a seat. */
export interface Seated {
  readonly id: ParticipantId;
  readonly community: CommunityId | '';
}

/** The order of the items by lot. @param random - from 0 up to but not including 1. */
function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] as T, order[last] as T];
  }
  return order;
}

/**
 * Deals everybody over so many tables, numbered from 1. No table has more than one person more than another, and no
 * community has more than one person more at one table than at another.
 * @param tables - at least 1.
 * @param random - from 0 up to but not including 1; the same numbers give the same seats.
 */
export function drawTables(
  people: readonly Seated[],
  tables: number,
  random: () => number,
): ReadonlyMap<ParticipantId, number> {
  const byCommunity = new Map<CommunityId | '', Seated[]>();
  for (const person of people) {
    const same = byCommunity.get(person.community);
    if (same === undefined) byCommunity.set(person.community, [person]);
    else same.push(person);
  }
  // Dealt like cards, one community after the other: each goes round the tables from where the last one ended.
  const cards = shuffle([...byCommunity.values()], random).flatMap((same) => shuffle(same, random));
  const numbers = shuffle(
    Array.from({ length: tables }, (_, index) => index + 1),
    random,
  );
  return new Map(cards.map(({ id }, index) => [id, numbers[index % tables] ?? 1]));
}

/**
 * The seat of a newcomer: at the smallest table, of equally small ones where fewest of their community sit, of those
 * the first.
 * @param seats - who sits where now; people without a table are left out of the count.
 * @param tables - how many there are, at least 1.
 */
export function seatFor(
  community: CommunityId | '',
  seats: Iterable<{ readonly community: CommunityId | ''; readonly table: number }>,
  tables: number,
): number {
  const sizes = Array.from({ length: tables }, () => 0);
  const own = Array.from({ length: tables }, () => 0);
  for (const seat of seats) {
    const index = seat.table - 1;
    if (index < 0 || index >= tables) continue;
    sizes[index] = (sizes[index] ?? 0) + 1;
    if (seat.community === community) own[index] = (own[index] ?? 0) + 1;
  }
  const weight = (index: number): number => (sizes[index] ?? 0) * 1_000 + (own[index] ?? 0);
  let best = 0;
  for (let index = 1; index < tables; index += 1) if (weight(index) < weight(best)) best = index;
  return best + 1;
}
