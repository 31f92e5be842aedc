/** The round and its time, on every page of a meet-up. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './board.nl.ts';

/** The round and its time, on every page of a meet-up. */
export const boardTexts = lazyDictionary(nl, () => import('./board.en.ts').then(({ en }) => en));
