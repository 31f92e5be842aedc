/** A round as the lead panel gets it, for tests: only what a test says of it matters. */
import type { RoundId } from '@ruimte/shared/ids';
import type { RoundView } from '@ruimte/shared/protocol/api';

const WORDS = { nl: 'x', en: 'x' };

/** An open round over all spaces, but for what is said otherwise. */
export const aRound = (id: string, more: Partial<RoundView> = {}): RoundView => ({
  id: id as RoundId,
  title: WORDS,
  instruction: WORDS,
  minutes: 5,
  show: 'name',
  write: 'open',
  focus: 'all',
  ...more,
});
