/** In English: The board page: rail, participant's bar, keys, time. */
import type { BoardTexts } from './board.nl.ts';

export const en: BoardTexts = {
  board: 'Board',
  list: 'List',
  view: 'Board or list',
  tools: 'Tools',
  select: 'Select',
  pan: 'Pan',
  undo: 'Undo',
  redo: 'Redo',
  note: 'Note',
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  fit: 'The whole board',
  keys: 'Keys',
  lookAlong: 'Look along',
  notOwn: 'This note is somebody else’s. You may move it.',
  noCanvas: 'The board cannot be drawn here. This is the same board as a list.',
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
