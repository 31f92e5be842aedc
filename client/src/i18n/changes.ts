/** What others did on the board, in words. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './changes.nl.ts';

/** What others did on the board, in words. */
export const changesTexts = lazyDictionary(nl, () => import('./changes.en.ts').then(({ en }) => en));
