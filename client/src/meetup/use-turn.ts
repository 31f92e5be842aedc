/** The turn of a round in which tables go from space to space; of its own, because few rounds have any. */
import { type RotationTurn, rotationTurn } from '@ruimte/shared/facilitation/engine';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { currentRound } from './rounds.ts';
import { useTick } from './use-round-time.ts';

/** The turn of the running round; undefined when it does not rotate. */
export function useTurn(): RotationTurn | undefined {
  const model = useMeetup();
  const stage = useReadable(model.stage);
  useTick(stage.deadline !== null && stage.status !== 'closed');
  const round = currentRound(model.session.meetup, stage)?.round;
  if (stage.status === 'closed' || round?.rotate === undefined) return undefined;
  return rotationTurn({ rounds: [{ tip: { nl: '', en: '' }, ...round }] }, stage, model.now());
}
