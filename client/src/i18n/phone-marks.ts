/** Dots and ratings on a phone, and what they come to. */
import { lazyDictionary } from './dictionary.ts';
import { nl } from './phone-marks.nl.ts';

/** What the phone says about dots and ratings. */
export const phoneMarksTexts = lazyDictionary(nl, () => import('./phone-marks.en.ts').then(({ en }) => en));
