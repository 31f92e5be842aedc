/** The board page: rail, participant's bar, keys, time. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './board.nl.ts';

/** The board page: rail, participant's bar, keys, time. */
export const boardTexts = lazyDictionary(nl, () => import('./board.en.ts').then(({ en }) => en));
