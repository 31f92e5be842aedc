/** In English: Words of the parts of the phone that come later: own notes, reading others, who one is. */
import { count } from './dictionary.ts';
import type { PhonePartsTexts } from './phone-parts.nl.ts';

export const en: PhonePartsTexts = {
  mine: {
    title: 'My notes',
    none: 'Nothing laid down yet.',
    states: {
      saved: 'saved',
      sending: 'sent',
      waiting: 'not sent yet',
      late: 'came in later',
      refused: 'not laid down',
    },
    more: (words) => `More for note: ${words}`,
    edit: 'Edit',
    move: 'Move',
    remove: 'Remove',
    done: 'Done',
    editLabel: 'The text of this note',
    moveTitle: 'To which space?',
    moved: (space) => `Moved to ${space}.`,
    removed: 'Note removed.',
    back: 'The note is back.',
    unsent: (notes) =>
      notes === 1
        ? '1 note has not been sent yet. Leave this page open and it goes along by itself.'
        : `${notes} notes have not been sent yet. Leave this page open and they go along by themselves.`,
  },
  reading: {
    choose: 'Choose a space to read what lies there.',
    you: 'you',
    arrived: (notes, space) => `${count(notes, 'new note', 'new notes')} in ${space}`,
  },
  spotlight: (space) => `In the light: ${space}`,
  lookAlong: 'Look along',
  me: {
    menu: (name) => `You are ${name}`,
    someoneElse: 'I am somebody else',
    explain:
      'This device then forgets who you are. Your notes stay on the board, but you can no longer change them here.',
    losesUnsent: (notes) =>
      `Mind: what has not been sent yet (${count(notes, 'note', 'notes')}) will not go along any more.`,
    confirm: 'Forget me on this device',
  },
};
