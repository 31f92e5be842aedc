/** In English: words that many pages share. */
import type { CommonTexts } from './common.nl.ts';
import { count } from './dictionary.ts';

export const en: CommonTexts = {
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
};
