/** Whether what was counted is what this moment is about. */
import type { CountedMarks } from '@ruimte/shared/schema/marks';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { useReadable } from '../use-model.ts';

/** True in the round that was counted and in the one after it, which looks at it. */
export function useIsFresh(sheets: readonly CountedMarks[]): boolean {
  const model = useMeetup();
  const { meetup } = model.session;
  const index = currentRound(meetup, useReadable(model.stage))?.index ?? -1;
  return [index, index - 1].some((near) => meetup.rounds[near]?.id === sheets[0]?.round);
}
