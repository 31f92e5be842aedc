/** Words that many pages share. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  product: 'ruimte',
  home: 'Naar het begin',
  archive: 'Archief',
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
  busy: 'Even geduld',
  loading: 'Wordt klaargelegd',
  untitled: 'Zonder naam',
  noCommunity: 'Geen leergemeenschap',
  communities: 'Leergemeenschappen',
  notes: (notes: number) => count(notes, 'kaartje', 'kaartjes'),
  people: (people: number) => count(people, 'mens', 'mensen'),
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
  notFound: {
    title: 'Hier ligt niets',
    text: 'Deze pagina bestaat niet. Kijk nog eens naar het adres, of ga terug naar het begin.',
  },
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
  busy: 'One moment',
  loading: 'Being laid out',
  untitled: 'Without a name',
  noCommunity: 'No community',
  communities: 'Learning communities',
  notes: (notes) => count(notes, 'note', 'notes'),
  people: (people) => count(people, 'person', 'people'),
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
  notFound: {
    title: 'There is nothing here',
    text: 'This page does not exist. Look at the address again, or go back to the start.',
  },
  broken: {
    title: 'Something went wrong on this page',
    text: 'Load the page again. What you wrote is kept on this device.',
    reload: 'Load again',
  },
};

/** Words that many pages share. */
export const commonTexts = dictionary(nl, en);
