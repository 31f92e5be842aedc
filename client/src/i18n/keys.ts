/** The keys of the board page, in the dialog that lists them. */
import { dictionary } from './dictionary.ts';

const nl = {
  title: 'Toetsen',
  single: 'Toetsen met één letter',
  list: {
    arrows: 'Volgend kaartje in die richting',
    zones: 'Naar de ruimte ernaast, met Shift het kaartje mee',
    space: 'Naar een ruimte',
    add: 'Nieuw kaartje',
    edit: 'Bewerk het kaartje, Esc stopt',
    nudge: 'Schuif het kaartje een stukje',
    move: 'Verplaats naar een ruimte',
    link: 'Verbind met een ander kaartje',
    group: 'Groepeer kaartjes',
    copy: 'Kopieer naar een ruimte',
    remove: 'Verwijder het kaartje',
    menu: 'Menu bij het kaartje',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    search: 'Zoek',
    list: 'Bord of lijst',
    tools: 'Kiezen, schuiven',
    zoom: 'Dichterbij, verder weg, heel het bord',
    keys: 'Alle toetsen',
    panel: 'Paneel open of dicht',
    pause: 'Tijd stilzetten of laten lopen',
    next: 'Volgende ronde',
    fullScreen: 'Volledig scherm',
  },
};

const en: typeof nl = {
  title: 'Keys',
  single: 'Keys of one letter',
  list: {
    arrows: 'Next note in that direction',
    zones: 'To the space beside it, with Shift the note too',
    space: 'Go to a space',
    add: 'New note',
    edit: 'Edit the note, Esc stops',
    nudge: 'Move the note a little',
    move: 'Move to a space',
    link: 'Link with another note',
    group: 'Group notes',
    copy: 'Copy to a space',
    remove: 'Remove the note',
    menu: 'Menu at the note',
    undo: 'Undo',
    redo: 'Redo',
    search: 'Search',
    list: 'Board or list',
    tools: 'Select, pan',
    zoom: 'Closer, further away, the whole board',
    keys: 'All keys',
    panel: 'Panel open or closed',
    pause: 'Stop or run the time',
    next: 'Next round',
    fullScreen: 'Full screen',
  },
};

/** The keys of the board page. */
export const keysTexts = dictionary(nl, en);
