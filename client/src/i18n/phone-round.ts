/** What a round asks on a phone besides notes in spaces: own sheets, places, tables, being ready. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './phone-round.nl.ts';

/** What the phone says in rounds that ask for more than notes. */
export const phoneRoundTexts = lazyDictionary(nl, () => import('./phone-round.en.ts').then(({ en }) => en));
