/**
 * Whether the wall shows results instead of the board, and of which zones: once dots or ratings are counted; and later,
 * in a round in which nobody writes, of the zone in the light.
 */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import type { MeetupView } from '@ruimte/shared/protocol/api';
import type { Stage } from '@ruimte/shared/schema/stage';
import { latestSheets } from '@ruimte/shared/facilitation/tally';

/** `together`: the dots were for the whole board. */
export interface Results {
  readonly kind: 'dots' | 'together' | 'ratings';
  readonly zones: readonly ZoneId[];
}

/** Undefined when the board is to be shown. */
export function resultsShown(
  meetup: Pick<MeetupView, 'rounds'>,
  stage: Pick<Stage, 'round' | 'counted' | 'spotlight'>,
  board: Pick<Board, 'zones' | 'notes' | 'votes' | 'ratings'>,
): Results | undefined {
  const round = meetup.rounds.find(({ id }) => id === stage.round);
  if (round === undefined) return undefined;
  const { spotlight } = stage;
  const lit = spotlight !== null && 'zone' in spotlight ? spotlight.zone : undefined;
  // A note in the light is looked at on the board.
  if (spotlight !== null && lit === undefined) return undefined;
  const marked = round.vote !== undefined || round.rate === true;
  if (marked ? !stage.counted : lit === undefined || round.write !== 'closed') return undefined;

  const withDots = zonesWithDots(board);
  const withRatings = board.ratings.length === 0 ? [] : board.zones.filter(({ kind }) => kind === 'rating');
  const rated = withRatings.map(({ id }) => id);
  if (lit !== undefined) {
    if (rated.includes(lit)) return { kind: 'ratings', zones: [lit] };
    return withDots.includes(lit) ? { kind: 'dots', zones: [lit] } : undefined;
  }
  if (round.rate === true && rated.length > 0) return { kind: 'ratings', zones: rated };
  if (withDots.length === 0) return undefined;
  return { kind: round.vote?.perZone === true ? 'dots' : 'together', zones: withDots };
}

function zonesWithDots({ zones, notes, votes }: Pick<Board, 'zones' | 'notes' | 'votes'>): readonly ZoneId[] {
  const found = new Set<ZoneId>();
  for (const { marks } of latestSheets(votes)) {
    for (const [key] of marks) {
      const zone = notes.get(key as NoteId)?.zone;
      if (zone !== undefined) found.add(zone);
    }
  }
  return zones.filter(({ id }) => found.has(id)).map(({ id }) => id);
}
