/** In English: Words of the phone: reading the question, choosing a space, laying notes, looking at the board. */
import { count } from './dictionary.ts';
import type { PhoneTexts } from './phone.nl.ts';

export const en: PhoneTexts = {
  write: 'Write',
  dots: 'Dots',
  board: 'Board',
  parts: 'Parts',
  round: (number, rounds, title) => `Round ${number} of ${rounds}, ${title}`,
  table: (table) => `Table ${table}`,
  welcome: 'Welcome',
  closed: 'Closed',
  trial: 'This is a trial: everything goes. Opening empties the board again.',
  noWriting: {
    role: 'With this link you can look, not write.',
    notOpen: 'The meet-up is not open yet. This screen goes on by itself.',
    beforeFirstRound: 'The first round begins in a moment.',
    roundClosed: 'We do not write in this round. Feel free to put your phone away.',
    locked: 'The board is locked. You can still look.',
    closed: 'The meet-up is closed. The board is in the archive.',
  },
  textStays: 'Your text stays here.',
  chooseSpace: 'Choose a space',
  otherSpace: 'another space',
  card: {
    label: (space) => `Your note for ${space}`,
    labelNoSpace: 'Your note',
    left: (left) => (left === 0 ? 'the note is full' : `${count(left, 'character', 'characters')} left`),
    over: (over) => `${count(over, 'character', 'characters')} too long`,
    tooLong: (over) =>
      `This is ${count(over, 'character', 'characters')} too long for a note. Make it shorter or spread it over two notes.`,
    tooHeavy: 'This does not fit on a note: it has too many combined characters. Take a few out.',
    send: (space) => `Lay in ${space}`,
    sendDesk: (space) => `Lay on your own sheet in ${space}`,
    sendNoSpace: 'Choose a space first',
    sendNoPlace: 'Choose a place first',
    cannotSend: 'No writing now',
    sent: 'Sent.',
    waiting: 'Not sent yet. It goes along as soon as there is a connection.',
    saved: (space) => `Lies in ${space}. Saved.`,
    savedDesk: (space) => `Lies on your own sheet in ${space}. Saved.`,
    refused: 'Not laid down. It is at the top, with the reason.',
  },
};
