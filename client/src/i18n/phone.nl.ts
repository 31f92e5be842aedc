/** In Dutch: Words of the phone: reading the question, choosing a space, laying notes, looking at the board. */
import { count } from './dictionary.ts';

export const nl = {
  write: 'Schrijven',
  board: 'Bord',
  parts: 'Onderdelen',
  round: (number: number, rounds: number, title: string) => `Ronde ${number} van ${rounds}, ${title}`,
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
    sendNoSpace: 'Kies eerst een ruimte',
    cannotSend: 'Nu niet schrijven',
    sent: 'Verstuurd.',
    waiting: 'Nog niet verstuurd. Het gaat mee zodra er weer verbinding is.',
    saved: (space: string) => `Ligt in ${space}. Opgeslagen.`,
    refused: 'Niet neergelegd. Het staat bovenaan, met de reden.',
  },
  mine: {
    title: 'Mijn kaartjes',
    none: 'Nog niets neergelegd.',
    states: {
      saved: 'opgeslagen',
      sending: 'verstuurd',
      waiting: 'nog niet verstuurd',
      late: 'later binnengekomen',
      refused: 'niet neergelegd',
    },
    more: (words: string) => `Meer met kaartje: ${words}`,
    edit: 'Bewerk',
    move: 'Verplaats',
    remove: 'Haal weg',
    done: 'Klaar',
    editLabel: 'De tekst van dit kaartje',
    moveTitle: 'Naar welke ruimte?',
    moved: (space: string) => `Verplaatst naar ${space}.`,
    removed: 'Kaartje weggehaald.',
    back: 'Kaartje ligt er weer.',
    unsent: (notes: number) =>
      notes === 1
        ? 'Er is nog 1 kaartje niet verstuurd. Laat deze pagina openstaan, dan gaat het vanzelf mee.'
        : `Er zijn nog ${notes} kaartjes niet verstuurd. Laat deze pagina openstaan, dan gaan ze vanzelf mee.`,
  },
  reading: {
    choose: 'Kies een ruimte om te lezen wat er ligt.',
    you: 'jij',
    arrived: (notes: number, space: string) =>
      `${count(notes, 'nieuw kaartje', 'nieuwe kaartjes')} in ${space}`,
  },
  spotlight: (space: string) => `In het licht: ${space}`,
  lookAlong: 'Kijk mee',
  me: {
    menu: (name: string) => `Je bent ${name}`,
    someoneElse: 'Ik ben iemand anders',
    explain:
      'Dit apparaat vergeet dan wie je bent. Je kaartjes blijven op het bord liggen, maar je kunt ze hier niet meer veranderen.',
    losesUnsent: (notes: number) =>
      `Let op: wat nog niet verstuurd is (${count(notes, 'kaartje', 'kaartjes')}), gaat dan niet meer mee.`,
    confirm: 'Vergeet mij op dit apparaat',
  },
};

/** What English has to say as well. */
export type PhoneTexts = typeof nl;
