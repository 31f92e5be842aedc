/** Going on with another form while the meet-up runs. */
import { nl } from './change-form.nl.ts';
import { lazyDictionary } from './dictionary.ts';

/** Going on with another form while the meet-up runs. */
export const changeFormTexts = lazyDictionary(nl, () => import('./change-form.en.ts').then(({ en }) => en));
