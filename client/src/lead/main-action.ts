/** The one thing a facilitator is most likely to do next: the primary button, and Ctrl+Enter. */
import type { MeetupView } from '@ruimte/shared/protocol/api';
import type { Stage } from '@ruimte/shared/schema/stage';
import { nextRound, type PlacedRound } from '../meetup/rounds.ts';

/** `open` empties a trial and `close` asks first: those two only answer to their own button. */
export type MainAction =
  | { readonly kind: 'open' }
  | { readonly kind: 'begin' | 'next'; readonly to: PlacedRound }
  | { readonly kind: 'close' }
  | { readonly kind: 'none' };

/** What comes next in this meet-up as it stands. */
export function mainAction(
  meetup: Pick<MeetupView, 'rounds'>,
  stage: Pick<Stage, 'status' | 'round'>,
): MainAction {
  if (stage.status === 'closed') return { kind: 'none' };
  if (stage.status === 'prepared') return { kind: 'open' };
  const to = nextRound(meetup, stage);
  if (to !== undefined) return { kind: stage.round === null ? 'begin' : 'next', to };
  return stage.status === 'trying' ? { kind: 'open' } : { kind: 'close' };
}
