/** The keys of the board page, in the dialog that lists them. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './keys.nl.ts';

/** The keys of the board page. */
export const keysTexts = lazyDictionary(nl, () => import('./keys.en.ts').then(({ en }) => en));
