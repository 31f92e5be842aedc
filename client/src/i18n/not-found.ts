/** An address that leads nowhere. */
import { dictionary } from './dictionary.ts';

const nl = {
  title: 'Hier ligt niets',
  text: 'Deze pagina bestaat niet. Kijk nog eens naar het adres, of ga terug naar het begin.',
};

const en: typeof nl = {
  title: 'There is nothing here',
  text: 'This page does not exist. Look at the address again, or go back to the start.',
};

/** An address that leads nowhere. */
export const notFoundTexts = dictionary(nl, en);
