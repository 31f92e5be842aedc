/** Words that many pages share. */
import { nl } from './common.nl.ts';
import { lazyDictionary } from './dictionary.ts';

/** Words that many pages share. */
export const commonTexts = lazyDictionary(nl, () => import('./common.en.ts').then(({ en }) => en));
