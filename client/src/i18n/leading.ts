/** Leading a round: what comes next, who is ready, what is quiet, tables, spaces that are added. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './leading.nl.ts';

/** Leading a round: what comes next, who is ready, what is quiet, tables, spaces that are added. */
export const leadingTexts = lazyDictionary(nl, () => import('./leading.en.ts').then(({ en }) => en));
