/** Words that many pages share. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  product: 'ruimte',
  home: 'Naar het begin',
  archive: 'Archief',
  help: 'Korte gids',
  newMeetup: 'Nieuwe bijeenkomst',
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  menu: 'Menu',
  close: 'Sluit',
  cancel: 'Laat maar',
  undo: 'Maak ongedaan',
  retry: 'Probeer opnieuw',
  more: 'meer',
  optional: 'mag je overslaan',
  loading: 'Wordt klaargelegd',
  untitled: 'Zonder naam',
  noCommunity: 'Geen leergemeenschap',
  notes: (notes: number) => count(notes, 'kaartje', 'kaartjes'),
  minutes: (minutes: number) => `${minutes} min`,
  rounds: (rounds: number) => count(rounds, 'ronde', 'rondes'),
  status: {
    prepared: 'klaargezet',
    trying: 'proef',
    open: 'nu open',
    closed: 'afgesloten',
  },
  today: 'vandaag',
  offline: 'Geen verbinding met de server. Kijk of je wifi aanstaat en probeer het opnieuw.',
  broken: {
    title: 'Er ging iets mis op deze pagina',
    text: 'Laad de pagina opnieuw. Wat je schreef, is op dit apparaat bewaard.',
    reload: 'Laad opnieuw',
  },
};

const en: typeof nl = {
  product: 'ruimte',
  home: 'To the start',
  archive: 'Archive',
  help: 'Short guide',
  newMeetup: 'New meet-up',
  signIn: 'Sign in',
  signOut: 'Sign out',
  menu: 'Menu',
  close: 'Close',
  cancel: 'Never mind',
  undo: 'Undo',
  retry: 'Try again',
  more: 'more',
  optional: 'you may skip this',
  loading: 'Being laid out',
  untitled: 'Without a name',
  noCommunity: 'No community',
  notes: (notes) => count(notes, 'note', 'notes'),
  minutes: (minutes) => `${minutes} min`,
  rounds: (rounds) => count(rounds, 'round', 'rounds'),
  status: {
    prepared: 'prepared',
    trying: 'being tried',
    open: 'open now',
    closed: 'closed',
  },
  today: 'today',
  offline: 'No connection with the server. Check your wifi and try again.',
  broken: {
    title: 'Something went wrong on this page',
    text: 'Load the page again. What you wrote is kept on this device.',
    reload: 'Load again',
  },
};

/** Words that many pages share. */
export const commonTexts = dictionary(nl, en);
