/** What going to another round brings about besides that round: said before it is done. */
import type { MeetupView, RoundView } from '@ruimte/shared/protocol/api';
import type { Stage } from '@ruimte/shared/schema/stage';
import { currentRound } from '../meetup/rounds.ts';

/** `turns`: all desks are opened; `keeps`: what lies on desks stays there; `dots` and `ratings` are counted. */
export type Ending = 'turns' | 'keeps' | 'dots' | 'ratings';

/** In the order in which they are said; none when the one round simply follows the other. */
export function endingsOf(
  meetup: Pick<MeetupView, 'rounds'>,
  stage: Pick<Stage, 'round' | 'sealed' | 'counted'>,
  to: Pick<RoundView, 'id' | 'reveal'>,
): readonly Ending[] {
  const now = currentRound(meetup, stage)?.round;
  const endings: Ending[] = [];
  if (to.reveal === true && stage.sealed.length > 0) endings.push('turns');
  else if (now !== undefined && now.id !== to.id && stage.sealed.includes(now.id)) endings.push('keeps');
  if (now?.vote !== undefined && !stage.counted) endings.push('dots');
  if (now?.rate === true && !stage.counted) endings.push('ratings');
  return endings;
}
