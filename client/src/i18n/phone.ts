/** Words of the phone: reading the question, choosing a space, laying notes, looking at the board. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './phone.nl.ts';

/** What the phone says. */
export const phoneTexts = lazyDictionary(nl, () => import('./phone.en.ts').then(({ en }) => en));
