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
  loading: 'Wordt klaargelegd',
  untitled: 'Zonder naam',
  noCommunity: 'Geen leergemeenschap',
  notes: (notes: number) => count(notes, 'kaartje', 'kaartjes'),
  minutes: (minutes: number) => `${minutes} min`,
  rounds: (rounds: number) => count(rounds, 'ronde', 'rondes'),
};

/** What English has to say as well. */
export type CommonTexts = typeof nl;
