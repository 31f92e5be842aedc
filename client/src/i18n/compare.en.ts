/** Then and now, in English. */
import type { nl } from './compare.nl.ts';

export const en: typeof nl = {
  title: 'Then and now',
  before: 'Then',
  after: 'Now',
  kinds: {
    same: 'Stayed',
    reworded: 'Worded differently',
    moved: 'Moved',
    gone: 'Gone',
    new: 'New',
  },
  movedTo: (space) => `to ${space}`,
  movedFrom: (space) => `from ${space}`,
  none: 'No earlier meet-up was chosen to look back at.',
  close: 'Close',
  show: 'Look at then and now',
  carry: 'Lay the notes of then on this board',
  carried: (notes) =>
    notes === 0 ? 'They were there already.' : notes === 1 ? '1 note laid.' : `${notes} notes laid.`,
};
