/** In English: What a round asks on a phone besides notes in spaces: own sheets, places, tables, being ready. */
import { count } from './dictionary.ts';
import type { PhoneRoundTexts } from './phone-round.nl.ts';

export const en: PhoneRoundTexts = {
  desk: {
    about: 'Nobody else sees this until the facilitator turns the notes over.',
    onlyYou: 'only you see this',
    faceDown: 'What lies here is still face down.',
    lie: (notes) => `${count(notes, 'note', 'notes')}, still face down`,
    alsoLie: (notes) => `and ${count(notes, 'more note', 'more notes')} by others, still face down`,
  },
  place: {
    choose: 'Where do you lay it?',
    none: 'no place chosen yet',
    between: (low, high) => `Place between ‘${low}’ and ‘${high}’`,
    at: (end) => `all the way at ‘${end}’`,
    near: (end) => `closer to ‘${end}’`,
    middle: 'in the middle',
    lay: 'Lay here',
    along: 'Slide the note to its place.',
  },
  table: {
    now: (space) => `Your table is now at ${space}.`,
    stays: (space) => `What you are typing stays with ${space}.`,
  },
  ready: {
    label: 'I am ready',
    said: 'The facilitator sees that you are ready. You may simply go on.',
  },
};
