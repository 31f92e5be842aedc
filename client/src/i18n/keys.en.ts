/** In English: the keys of the board page, in the dialog that lists them. */
import type { KeysTexts } from './keys.nl.ts';

export const en: KeysTexts = {
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
    dot: 'Give the note a dot, in a round with dots',
    takeDot: 'Take a dot back',
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
