/** The board as a list. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './outline.nl.ts';

/** The board as a list. */
export const outlineTexts = lazyDictionary(nl, () => import('./outline.en.ts').then(({ en }) => en));
