/** The one thing a facilitator is most likely to do next: the primary button, and Ctrl+Enter. */
import type { StageCommand } from '@ruimte/shared/facilitation/commands';
import type { MeetupView } from '@ruimte/shared/protocol/api';
import type { Stage } from '@ruimte/shared/schema/stage';
import { currentRound, type PlacedRound } from '../meetup/rounds.ts';

/**
 * `open` empties a trial and `close` asks first: those two only answer to their own button. `turn` goes to the round
 * that opens all desks, `count` closes the dots or ratings of the round that runs.
 */
export type MainAction =
  | { readonly kind: 'open' }
  | { readonly kind: 'begin' | 'next' | 'turn'; readonly to: PlacedRound }
  | { readonly kind: 'count'; readonly what: 'dots' | 'ratings' }
  | { readonly kind: 'close' }
  | { readonly kind: 'none' };

/** What of the stage decides about it. */
export type LedStage = Pick<Stage, 'status' | 'round' | 'sealed' | 'counted'>;

/** The round that comes next; undefined in the last. */
function nextRound(meetup: Pick<MeetupView, 'rounds'>, stage: Pick<Stage, 'round'>): PlacedRound | undefined {
  const index = (currentRound(meetup, stage)?.index ?? -1) + 1;
  const round = meetup.rounds[index];
  return round === undefined ? undefined : { round, index };
}

/** What comes next in this meet-up as it stands. */
export function mainAction(meetup: Pick<MeetupView, 'rounds'>, stage: LedStage): MainAction {
  if (stage.status === 'closed') return { kind: 'none' };
  if (stage.status === 'prepared') return { kind: 'open' };
  const now = currentRound(meetup, stage)?.round;
  const to = nextRound(meetup, stage);
  // A round that opens the desks counts what was marked beside them as well: one press for both.
  if (now !== undefined && stage.sealed.includes(now.id) && to?.round.reveal === true) {
    return { kind: 'turn', to };
  }
  if (now?.vote !== undefined && !stage.counted) return { kind: 'count', what: 'dots' };
  if (now?.rate === true && !stage.counted) return { kind: 'count', what: 'ratings' };
  if (to !== undefined) return { kind: stage.round === null ? 'begin' : 'next', to };
  return stage.status === 'trying' ? { kind: 'open' } : { kind: 'close' };
}

/** The command that does it; undefined where it takes a button of its own. */
export function commandFor(action: MainAction, revision: number): StageCommand | undefined {
  if (action.kind === 'count') return { type: 'count' };
  if (!('to' in action)) return undefined;
  return { type: 'goToRound', round: action.to.round.id, fromRevision: revision };
}
