/** In English: what others did on the board, in words. */
import type { ChangesTexts } from './changes.nl.ts';
import { count } from './dictionary.ts';

const cards = (notes: number) => (notes === 1 ? 'a note' : `${notes} notes`);
const into = (zone: string) => (zone === '' ? '' : ` in ${zone}`);
const towards = (zone: string) => (zone === '' ? '' : ` to ${zone}`);
const outOf = (zone: string) => (zone === '' ? '' : ` from ${zone}`);

export const en: ChangesTexts = {
  andOthers: (name, others) => `${name} and ${count(others, 'other', 'others')}`,
  added: (who, _people, notes, zone) =>
    who === ''
      ? `${count(notes, 'new note', 'new notes')}${into(zone)}`
      : `${who} laid ${cards(notes)}${into(zone)}`,
  moved: (who, _people, notes, zone) =>
    who === ''
      ? `${count(notes, 'note', 'notes')} moved${towards(zone)}`
      : `${who} moved ${cards(notes)}${towards(zone)}`,
  movedOne: (who, text, zone) =>
    who === '' ? `‘${text}’ lies in ${zone} now` : `${who} moved ‘${text}’ to ${zone}`,
  removed: (notes, zone) => `${count(notes, 'note', 'notes')} removed${outOf(zone)}`,
  removedOne: (text, zone) => `‘${text}’ was removed${outOf(zone)}`,
  grouped: (who, _people, notes) =>
    who === '' ? `${count(notes, 'note', 'notes')} put in a group` : `${who} put ${cards(notes)} in a group`,
  ungrouped: (notes) => `${count(notes, 'note', 'notes')} taken out of a group`,
  awayParts: {
    added: (notes) => count(notes, 'new note', 'new notes'),
    moved: (notes) => `${notes} moved`,
    removed: (notes) => `${notes} removed`,
    grouped: (notes) => `${notes} grouped`,
    more: (notes) => `and ${notes} more`,
  },
  away: (what) => `Since you left: ${what}`,
  just: 'Just happened',
  seen: 'Seen',
  more: (notes) => `and ${notes} more`,
  level: 'Read out what others do',
  levels: { off: 'nothing', zone: 'only my space', all: 'everything' },
};
