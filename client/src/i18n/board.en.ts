/** In English: The round and its time, on every page of a meet-up. */
import type { BoardTexts } from './board.nl.ts';

export const en: BoardTexts = {
  round: (number, of) => `Round ${number} of ${of}`,
  beforeFirst: 'Not begun yet',
  timeLeft: 'Time left',
  paused: 'paused',
  over: 'time is up',
  moments: {
    half: 'Half of the time is over.',
    minute: 'One minute left.',
    tenSeconds: 'Ten seconds left.',
    end: 'The time is up.',
  },
  turn: {
    now: 'Move on',
    turn: (turn, turns) => `Turn ${turn} of ${turns}`,
    next: (time) => `move on in ${time}`,
    last: 'last turn',
    sound: 'Bell sound',
  },
};
