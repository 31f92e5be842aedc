/** Dots, ratings, scales and paper that lies face down. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './marks.nl.ts';

/** Dots, ratings, scales and paper that lies face down. */
export const marksTexts = lazyDictionary(nl, () => import('./marks.en.ts').then(({ en }) => en));
