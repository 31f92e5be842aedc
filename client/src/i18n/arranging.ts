/** Grouping, linking, moving, copying and tidying: buttons, questions, and what is said afterwards. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './arranging.nl.ts';

/** What can be done with notes besides writing them. */
export const arrangingTexts = lazyDictionary(nl, () => import('./arranging.en.ts').then(({ en }) => en));
