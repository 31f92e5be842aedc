/** In Dutch: Words of the phone: reading the question, choosing a space, laying notes, looking at the board. */
import { count } from './dictionary.ts';

export const nl = {
  write: 'Schrijven',
  dots: 'Stippen',
  board: 'Bord',
  parts: 'Onderdelen',
  round: (number: number, rounds: number, title: string) => `Ronde ${number} van ${rounds}, ${title}`,
  table: (table: number) => `Tafel ${table}`,
  welcome: 'Welkom',
  closed: 'Afgesloten',
  trial: 'Dit is een proef: alles mag. Bij het openen wordt het bord weer leeg.',
  noWriting: {
    role: 'Met deze link kun je kijken, niet schrijven.',
    notOpen: 'De bijeenkomst is nog niet open. Dit scherm gaat vanzelf verder.',
    beforeFirstRound: 'Zo meteen begint de eerste ronde.',
    roundClosed: 'In deze ronde schrijven we niet. Leg je telefoon gerust weg.',
    locked: 'Het bord is op slot. Je kunt nog wel kijken.',
    closed: 'De bijeenkomst is afgesloten. Het bord staat in het archief.',
  },
  textStays: 'Je tekst blijft hier staan.',
  chooseSpace: 'Kies een ruimte',
  otherSpace: 'andere ruimte',
  card: {
    label: (space: string) => `Jouw kaartje voor ${space}`,
    labelNoSpace: 'Jouw kaartje',
    left: (left: number) => (left === 0 ? 'het kaartje is vol' : `nog ${count(left, 'teken', 'tekens')}`),
    over: (over: number) => `${count(over, 'teken', 'tekens')} te lang`,
    tooLong: (over: number) =>
      `Dit is ${count(over, 'teken', 'tekens')} te lang voor een kaartje. Maak het korter of verdeel het over twee kaartjes.`,
    tooHeavy:
      'Dit past niet op een kaartje: er zitten te veel samengestelde tekens in. Haal er een paar weg.',
    send: (space: string) => `Leg in ${space}`,
    sendDesk: (space: string) => `Leg op je eigen blad in ${space}`,
    sendNoSpace: 'Kies eerst een ruimte',
    sendNoPlace: 'Kies eerst een plek',
    cannotSend: 'Nu niet schrijven',
    sent: 'Verstuurd.',
    waiting: 'Nog niet verstuurd. Het gaat mee zodra er weer verbinding is.',
    saved: (space: string) => `Ligt in ${space}. Opgeslagen.`,
    savedDesk: (space: string) => `Ligt op je eigen blad in ${space}. Opgeslagen.`,
    refused: 'Niet neergelegd. Het staat bovenaan, met de reden.',
  },
};

/** What English has to say as well. */
export type PhoneTexts = typeof nl;
