/** In English: going on with another form while the meet-up runs. */
import type { ChangeFormTexts } from './change-form.nl.ts';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const en: ChangeFormTexts = {
  title: 'Another format',
  hint: 'Is the talk going another way? Go on with another format. All notes stay.',
  choose: 'Format',
  none: 'Choose a format',
  desks: (notes) =>
    notes === 1
      ? 'A note still lies on a private sheet. Turn the private sheets over first.'
      : `${notes} notes still lie on private sheets. Turn the private sheets over first.`,
  same: (spaces) => `${list(spaces)} ${spaces.length === 1 ? 'belongs' : 'belong'} to this format too.`,
  stays: (spaces) => `${list(spaces)} ${spaces.length === 1 ? 'stays' : 'stay'}, with what lies there.`,
  comes: (spaces) => `${list(spaces)} ${spaces.length === 1 ? 'is' : 'are'} added.`,
  goes: (spaces) =>
    `${list(spaces)} ${spaces.length === 1 ? 'is empty and leaves' : 'are empty and leave'} the board.`,
  goOn: 'Go on with this format…',
  askTitle: (form) => `Go on with “${form}”?`,
  ask: 'All notes, groups and lines stay. The round that runs now ends; you begin the first new round yourself.',
  askBack: 'You can go back to the earlier format in the same way.',
  confirm: 'Go on',
  done: (form) => `The format is now “${form}”.`,
};
