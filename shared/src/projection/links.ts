/** Which lines there are between notes, whatever two people did at the same moment. */
import type { LinkId, NoteId } from '../ids.ts';
import type { Link } from '../schema/group.ts';

/** The lines of which both ends are on the board, one for each pair whoever drew it. */
export function linksOf(links: readonly Link[], has: (note: NoteId) => boolean): readonly Link[] {
  const pairs = new Map<string, Link>();
  for (const link of links) {
    if (link.from === link.to || !has(link.from) || !has(link.to)) continue;
    const pair = link.from < link.to ? `${link.from}/${link.to}` : `${link.to}/${link.from}`;
    const other = pairs.get(pair);
    if (other === undefined || link.id < other.id) pairs.set(pair, link);
  }
  return [...pairs.values()];
}

/** All lines between two notes, in either direction: taking a line away takes every one of them. */
export function linksBetween(links: readonly Link[], a: NoteId, b: NoteId): readonly LinkId[] {
  return links
    .filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
    .map(({ id }) => id);
}
