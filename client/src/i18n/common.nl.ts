/** In Dutch: words that many pages share. */
import { count } from './dictionary.ts';

export const nl = {
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
  notFound: {
    title: 'Hier ligt niets',
    text: 'Deze pagina bestaat niet. Kijk nog eens naar het adres, of ga terug naar het begin.',
  },
};

/** What English has to say as well. */
export type CommonTexts = typeof nl;
