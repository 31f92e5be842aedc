/** Words of looking back: what lay there then, what lies there now, and what became of it. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './compare.nl.ts';

/** Then and now. */
export const compareTexts = lazyDictionary(nl, () => import('./compare.en.ts').then(({ en }) => en));
