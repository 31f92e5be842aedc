/** How it stands with the connection and with own words, and why somebody may not write now. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './connection.nl.ts';

/** Connection, own words on their way, and why not to write. */
export const connectionTexts = lazyDictionary(nl, () => import('./connection.en.ts').then(({ en }) => en));
