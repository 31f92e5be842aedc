/** Which round of the meet-up it is, in the terms of the view that a client gets. */
import { type RotationTurn, rotationTurn } from '@ruimte/shared/facilitation/engine';
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

/** The round that comes next; undefined in the last. */
export function nextRound(
  meetup: Pick<MeetupView, 'rounds'>,
  stage: Pick<Stage, 'round'>,
): PlacedRound | undefined {
  const index = (currentRound(meetup, stage)?.index ?? -1) + 1;
  const round = meetup.rounds[index];
  return round === undefined ? undefined : { round, index };
}

/** The turn of a round that rotates; undefined when the round does not. @param now - server time, milliseconds. */
export function turnOf(
  meetup: Pick<MeetupView, 'rounds'>,
  stage: Stage,
  now: number,
): RotationTurn | undefined {
  const found = currentRound(meetup, stage);
  if (found?.round.rotate === undefined) return undefined;
  return rotationTurn({ rounds: [{ tip: { nl: '', en: '' }, ...found.round }] }, stage, now);
}
