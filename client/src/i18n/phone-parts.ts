/** Words of the parts of the phone that come later: own notes, reading others, who one is. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './phone-parts.nl.ts';

/** What the later parts of the phone say. */
export const phonePartsTexts = lazyDictionary(nl, () => import('./phone-parts.en.ts').then(({ en }) => en));
