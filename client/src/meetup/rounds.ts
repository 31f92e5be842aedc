/** Which round of the meet-up it is, in the terms of the view that a client gets. */
import type { MeetupView, RoundView } from '@ruimte/shared/protocol/api';
import type { Stage } from '@ruimte/shared/schema/stage';

/** A round with its place, counted from 0. */
export interface PlacedRound {
  readonly round: RoundView;
  readonly index: number;
}

/** The round that runs; undefined before the first. */
export function currentRound(
  meetup: Pick<MeetupView, 'rounds'>,
  stage: Pick<Stage, 'round'>,
): PlacedRound | undefined {
  const index = meetup.rounds.findIndex(({ id }) => id === stage.round);
  const round = meetup.rounds[index];
  return round === undefined ? undefined : { round, index };
}
