/** How it stands with the connection and with own words, and why somebody may not write now. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  opening: 'Het bord wordt klaargelegd',
  lost: 'Geen verbinding. Wat je schrijft, blijft hier staan en gaat mee zodra het weer kan.',
  back: 'Weer verbonden.',
  backSent: (notes: number) => `Weer verbonden, ${count(notes, 'kaartje', 'kaartjes')} verstuurd.`,
  backSending: (notes: number) =>
    `Weer verbonden, ${count(notes, 'kaartje gaat', 'kaartjes gaan')} nu mee.`,
  notSaving: 'Niet opgeslagen. De server kan nu niets bewaren. Wat je schrijft, blijft hier staan.',
  saved: 'opgeslagen',
  waiting: (notes: number) => `${notes} nog niet verstuurd`,
  sending: (notes: number) => `${notes} onderweg`,
  refused: (notes: number) => count(notes, 'kaartje is niet gelegd', 'kaartjes zijn niet gelegd'),
  unsentTitle: 'Nog niet verstuurd',
  copy: 'Kopieer',
  copied: 'Gekopieerd.',
  copyFailed: 'Kopiëren lukte niet. De woorden zijn geselecteerd, kopieer ze met de hand.',
  throwAway: 'Gooi weg',
  thrownAway: 'Weggegooid.',
  tryAgain: 'Probeer opnieuw',
  ended: 'Je bent niet meer in de bijeenkomst',
  closed: 'De bijeenkomst is afgesloten',
  closedText: 'Het bord staat in het archief. Dank voor het meedoen.',
  rejoin: 'Naar het begin',
  trial: 'Proef: alles mag, bij het openen wordt het bord leeg.',
  noWriting: {
    role: 'Dit scherm kijkt alleen mee.',
    notOpen: 'De bijeenkomst is nog niet open.',
    beforeFirstRound: 'We beginnen zo. Kijk alvast rond.',
    roundClosed: 'In deze ronde schrijven we niet.',
    locked: 'Het bord is op slot. Je kunt nog wel kijken.',
    closed: 'De bijeenkomst is afgesloten.',
  },
};

const en: typeof nl = {
  opening: 'The board is being laid out',
  lost: 'No connection. What you write stays here and goes along as soon as it can.',
  back: 'Connected again.',
  backSent: (notes) => `Connected again, ${count(notes, 'note', 'notes')} sent.`,
  backSending: (notes) => `Connected again, ${count(notes, 'note is', 'notes are')} on the way.`,
  notSaving: 'Not saved. The server cannot keep anything now. What you write stays here.',
  saved: 'saved',
  waiting: (notes) => `${notes} not sent yet`,
  sending: (notes) => `${notes} on the way`,
  refused: (notes) => count(notes, 'note was not laid', 'notes were not laid'),
  unsentTitle: 'Not sent yet',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copying did not work. The words are selected, copy them by hand.',
  throwAway: 'Throw away',
  thrownAway: 'Thrown away.',
  tryAgain: 'Try again',
  ended: 'You are no longer in the meet-up',
  closed: 'The meet-up is closed',
  closedText: 'The board is in the archive. Thank you for taking part.',
  rejoin: 'To the start',
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

/** Connection, own words on their way, and why not to write. */
export const connectionTexts = dictionary(nl, en);
