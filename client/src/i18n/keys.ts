/** The keys of the board page, in the dialog that lists them. */
import { dictionary } from './dictionary.ts';

const nl = {
  title: 'Toetsen',
  single: 'Toetsen met één letter',
  list: {
    list: 'Bord of lijst',
    panel: 'Paneel open of dicht',
    pause: 'Tijd stilzetten of laten lopen',
    next: 'Volgende ronde',
    undo: 'Ongedaan maken, opnieuw',
    arrows: 'Vorig of volgend kaartje in de lijst',
    space: 'Naar een ruimte',
    zoom: 'Dichterbij, verder weg, heel het bord',
    add: 'Nieuw kaartje',
    move: 'Verplaats het kaartje',
    remove: 'Verwijder het kaartje',
  },
};

const en: typeof nl = {
  title: 'Keys',
  single: 'Keys of one letter',
  list: {
    list: 'Board or list',
    panel: 'Panel open or closed',
    pause: 'Stop or run the time',
    next: 'Next round',
    undo: 'Undo, redo',
    arrows: 'Previous or next note in the list',
    space: 'Go to a space',
    zoom: 'Closer, further away, the whole board',
    add: 'New note',
    move: 'Move the note',
    remove: 'Remove the note',
  },
};

/** The keys of the board page. */
export const keysTexts = dictionary(nl, en);
