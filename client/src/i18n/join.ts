/** The join page: by link or by code, as participant, facilitator or wall. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './join.nl.ts';

/** The join page. */
export const joinTexts = lazyDictionary(nl, () => import('./join.en.ts').then(({ en }) => en));
