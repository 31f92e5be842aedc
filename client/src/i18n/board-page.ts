/** Around the canvas: rail, board or list, and what cannot be done there. */
import { dictionary } from './dictionary.ts';

const nl = {
  board: 'Bord',
  list: 'Lijst',
  view: 'Bord of lijst',
  tools: 'Gereedschap',
  hand: 'Kiezen of schuiven',
  select: 'Kiezen',
  pan: 'Schuiven',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  note: 'Kaartje',
  search: 'Zoek',
  closeSearch: 'Stop met zoeken',
  zoomIn: 'Dichterbij',
  zoomOut: 'Verder weg',
  fit: 'Heel het bord',
  keys: 'Toetsen',
  lookAlong: 'Kijk mee',
  spotlight: 'Licht op',
  noCanvas: 'Het bord laat zich hier niet tekenen. Dit is hetzelfde bord als lijst.',
};

const en: typeof nl = {
  board: 'Board',
  list: 'List',
  view: 'Board or list',
  tools: 'Tools',
  hand: 'Select or pan',
  select: 'Select',
  pan: 'Pan',
  undo: 'Undo',
  redo: 'Redo',
  note: 'Note',
  search: 'Search',
  closeSearch: 'Stop searching',
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  fit: 'The whole board',
  keys: 'Keys',
  lookAlong: 'Look along',
  spotlight: 'Light up',
  noCanvas: 'The board cannot be drawn here. This is the same board as a list.',
};

/** Around the canvas: rail, board or list, and what cannot be done there. */
export const boardPageTexts = dictionary(nl, en);
