/** In English: leading a round: what comes next, who is ready, what is quiet, tables, spaces that are added. */
import { count } from './dictionary.ts';
import type { LeadingTexts } from './leading.nl.ts';

export const en: LeadingTexts = {
  before: {
    title: 'Before you begin',
    wall: 'Put up the wall: it opens in a window of its own, which you drag to the projector.',
    code: (code, address) => `People come in with ${code} at ${address}, or with the QR code.`,
    link: 'People come in with the QR code or the link.',
    here: (people) =>
      people === 0 ? 'Nobody is here yet.' : `${count(people, 'person is', 'people are')} here.`,
    begin: 'Press Begin. Whoever comes later can still join.',
  },
  turn: 'Turn together',
  turnNow: 'Turn now',
  turned: 'The notes lie on the board.',
  count: {
    dots: 'Close the voting',
    ratings: 'Show what was marked',
  },
  counted: {
    dots: 'The dots have been counted.',
    ratings: 'What was marked can be seen.',
  },
  secret: {
    desk: 'Everyone writes on a sheet of their own. Nobody reads along until you turn.',
    dots: 'Nobody sees the dots of another until you close the voting.',
    ratings: 'Nobody sees what another marks until you show it.',
  },
  ends: {
    turns: 'All notes of people’s own sheets then come on the board at once.',
    keeps: 'What lies on people’s own sheets stays there until you turn it.',
    dots: 'The dots are then counted.',
    ratings: 'What was marked is then shown.',
  },
  onDesks: (notes) => `${count(notes, 'note still lies', 'notes still lie')} on people’s own sheets.`,
  closeDesks: (notes) =>
    `${count(notes, 'note still lies', 'notes still lie')} on people’s own sheets and will not be in the snapshot. Turn first if you want to keep them.`,
  written: (notes) => `${count(notes, 'note', 'notes')} written`,
  ready: (ready, people) =>
    ready === 0 ? 'Nobody has said they are ready yet.' : `${ready} of ${people} say they are ready.`,
  allReady: 'Everyone says they are ready.',
  quiet: (spaces, communities) =>
    `Still quiet: ${[
      ...(spaces > 0 ? [count(spaces, 'space', 'spaces')] : []),
      ...(communities > 0 ? [count(communities, 'learning community', 'learning communities')] : []),
    ].join(' and ')}`,
  goOn: 'You can just go on. What comes in later is added by itself.',
  again: 'Go back to this round',
  restart: 'Begin this round anew',
  time: 'Time',
  lessMinute: '−1 min',
  lessMinuteName: 'A minute less',
  moreMinutes: '+5 min',
  moreMinutesName: 'Five minutes more',
  seatFirst: 'In this round tables change spaces. Nobody sits at a table yet.',
  seatNow: (tables) => `Draw ${count(tables, 'table', 'tables')} by lot`,
  tables: {
    title: 'Tables',
    number: 'Number of tables',
    draw: 'Draw lots',
    drawHint: 'Learning communities are mixed. Whoever comes in later gets a seat at the smallest table.',
    drawAgain: 'Draw again',
    againHint: 'Drawing again gives everyone another seat.',
    drawn: 'Everyone has a table.',
    nobody: 'There is nobody to seat yet.',
    table: (table) => `Table ${table}`,
    none: 'No table',
    who: 'Move somebody',
    to: 'To',
    another: 'A new table',
    move: 'Move',
    moved: (name, table) => `${name}: ${table.toLowerCase()}.`,
    takeAway: 'Take the tables away',
    gone: 'The tables are gone.',
  },
  spaces: {
    title: 'Spaces',
    name: 'Name',
    keep: 'Keep',
    add: 'Add',
    missing: 'Which space is missing?',
    added: (name) => `${name} is on the board.`,
    full: 'No more spaces fit on a board.',
    trial: 'This is a trial: on opening the board is again as the format gives it.',
    colour: 'Colour',
    tints: {
      1: 'pink',
      2: 'peach',
      3: 'sand',
      4: 'purple',
      6: 'green',
      7: 'lavender',
      8: 'blue',
      9: 'turquoise',
    },
  },
};
