/** A meet-up's own form: which rounds of a format are held, and how long each takes. */
import type { RoundId } from '../ids.ts';
import type { Round } from './format.ts';

/** A round that is held. The order of a form is that of its format. */
export interface KeptRound {
  readonly id: RoundId;
  /** Whole minutes, 1 to 240. */
  readonly minutes: number;
}

/** The longest a round may take, minutes. */
export const MAX_ROUND_MINUTES = 240;

/**
 * The first private round whose notes would never be turned over, because no reveal comes after it any more.
 * Undefined when there is none.
 */
export function findUnrevealed<T extends Pick<Round, 'id' | 'write' | 'reveal'>>(
  rounds: readonly T[],
): T | undefined {
  const lastReveal = rounds.findLastIndex(({ reveal }) => reveal === true);
  return rounds.find(({ write }, index) => write === 'private' && index >= lastReveal);
}
