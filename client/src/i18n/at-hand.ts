/** What must be at hand in both languages when nothing more can be loaded: no network, and a page that broke. */
import { dictionary } from './dictionary.ts';

const nl = {
  home: 'Naar het begin',
  offline: 'Geen verbinding met de server. Kijk of je wifi aanstaat en probeer het opnieuw.',
  broken: {
    title: 'Er ging iets mis op deze pagina',
    text: 'Laad de pagina opnieuw. Wat je schreef, is op dit apparaat bewaard.',
    reload: 'Laad opnieuw',
  },
};

const en: typeof nl = {
  home: 'To the start',
  offline: 'No connection with the server. Check your wifi and try again.',
  broken: {
    title: 'Something went wrong on this page',
    text: 'Load the page again. What you wrote is kept on this device.',
    reload: 'Load again',
  },
};

/** Words for when nothing more comes. */
export const atHandTexts = dictionary(nl, en);
