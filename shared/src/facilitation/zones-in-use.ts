/** Which spaces hold something, and which a round cannot do without: those are not taken off the board. */
import type { Round } from '../content/format.ts';
import type { ZoneId } from '../ids.ts';
import type { Board } from '../projection/board.ts';
import type { Zone } from '../schema/zone.ts';

/** Spaces in which a note lies, or that have been rated: what people gave is kept. */
export function zonesInUse({ notes, ratings }: Pick<Board, 'notes' | 'ratings'>): ReadonlySet<ZoneId> {
  const rated = ratings.flatMap(({ marks }) => marks.map(([zone]) => zone as ZoneId));
  return new Set([...[...notes.values()].map(({ zone }) => zone), ...rated]);
}

/** Whether a round looks at the space or has it rated; the empty space always belongs to its form. */
export function isAskedFor(
  { id, kind }: Pick<Zone, 'id' | 'kind'>,
  rounds: readonly Pick<Round, 'focus' | 'rate'>[],
): boolean {
  if (kind === 'empty') return true;
  return rounds.some(({ focus, rate }) => focus === id || (kind === 'rating' && rate === true));
}
