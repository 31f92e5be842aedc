/** In English: How it stands with the connection and with own words, and why somebody may not write now. */
import { count } from './dictionary.ts';
import type { ConnectionTexts } from './connection.nl.ts';

export const en: ConnectionTexts = {
  opening: 'The board is being laid out',
  lost: 'No connection. What you write stays here and goes along as soon as it can.',
  back: 'Connected again.',
  backSent: (notes) => `Connected again, ${count(notes, 'note', 'notes')} sent.`,
  backSending: (notes) => `Connected again, ${count(notes, 'note is', 'notes are')} on the way.`,
  notSaving: 'Not saved. The server cannot keep anything now. What you write stays here.',
  notKeeping: 'This device keeps nothing. Leave this page open until your notes have been saved.',
  saved: 'saved',
  waiting: (notes) => `${notes} not sent yet`,
  sending: (notes) => `${notes} on the way`,
  trial: 'Trial: try anything, opening empties the board.',
  noWriting: {
    role: 'This screen only looks on.',
    notOpen: 'The meet-up is not open yet.',
    beforeFirstRound: 'We begin in a moment. Have a look around.',
    roundClosed: 'We do not write in this round.',
    locked: 'The board is locked. You can still look.',
    closed: 'The meet-up is closed.',
  },
};
