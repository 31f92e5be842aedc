/** Choosing a format and making it a form of one's own. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './forms.nl.ts';

/** Choosing a format and making it a form of one's own. */
export const formsTexts = lazyDictionary(nl, () => import('./forms.en.ts').then(({ en }) => en));
