/** In Dutch: How it stands with the connection and with own words, and why somebody may not write now. */
import { count } from './dictionary.ts';

export const nl = {
  opening: 'Het bord wordt klaargelegd',
  lost: 'Geen verbinding. Wat je schrijft, blijft hier staan en gaat mee zodra het weer kan.',
  back: 'Weer verbonden.',
  backSent: (notes: number) => `Weer verbonden, ${count(notes, 'kaartje', 'kaartjes')} verstuurd.`,
  backSending: (notes: number) => `Weer verbonden, ${count(notes, 'kaartje gaat', 'kaartjes gaan')} nu mee.`,
  notSaving: 'Niet opgeslagen. De server kan nu niets bewaren. Wat je schrijft, blijft hier staan.',
  notKeeping: 'Dit apparaat bewaart niets. Laat deze pagina open tot je kaartjes opgeslagen zijn.',
  saved: 'opgeslagen',
  waiting: (notes: number) => `${notes} nog niet verstuurd`,
  sending: (notes: number) => `${notes} onderweg`,
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

/** What English has to say as well. */
export type ConnectionTexts = typeof nl;
