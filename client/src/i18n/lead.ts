/** What the facilitator leads with: bar, panel, people, closing. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './lead.nl.ts';

/** What the facilitator leads with: bar, panel, people, closing. */
export const leadTexts = lazyDictionary(nl, () => import('./lead.en.ts').then(({ en }) => en));
