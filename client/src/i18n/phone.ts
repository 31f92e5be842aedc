/** Words of the phone: reading the question, choosing a space, laying notes, looking at the board. */
import { count, dictionary } from './dictionary.ts';

const nl = {
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

const en: typeof nl = {
  write: 'Write',
  board: 'Board',
  parts: 'Parts',
  round: (number, rounds, title) => `Round ${number} of ${rounds}, ${title}`,
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
    sendNoSpace: 'Choose a space first',
    cannotSend: 'No writing now',
    sent: 'Sent.',
    waiting: 'Not sent yet. It goes along as soon as there is a connection.',
    saved: (space) => `Lies in ${space}. Saved.`,
    refused: 'Not laid down. It is at the top, with the reason.',
  },
  mine: {
    title: 'My notes',
    none: 'Nothing laid down yet.',
    states: {
      saved: 'saved',
      sending: 'sent',
      waiting: 'not sent yet',
      late: 'came in later',
      refused: 'not laid down',
    },
    more: (words) => `More for note: ${words}`,
    edit: 'Edit',
    move: 'Move',
    remove: 'Remove',
    done: 'Done',
    editLabel: 'The text of this note',
    moveTitle: 'To which space?',
    moved: (space) => `Moved to ${space}.`,
    removed: 'Note removed.',
    back: 'The note is back.',
    unsent: (notes) =>
      notes === 1
        ? '1 note has not been sent yet. Leave this page open and it goes along by itself.'
        : `${notes} notes have not been sent yet. Leave this page open and they go along by themselves.`,
  },
  reading: {
    choose: 'Choose a space to read what lies there.',
    you: 'you',
    arrived: (notes, space) => `${count(notes, 'new note', 'new notes')} in ${space}`,
  },
  spotlight: (space) => `In the light: ${space}`,
  lookAlong: 'Look along',
  me: {
    menu: (name) => `You are ${name}`,
    someoneElse: 'I am somebody else',
    explain:
      'This device then forgets who you are. Your notes stay on the board, but you can no longer change them here.',
    losesUnsent: (notes) =>
      `Mind: what has not been sent yet (${count(notes, 'note', 'notes')}) will not go along any more.`,
    confirm: 'Forget me on this device',
  },
};

/** What the phone says. */
export const phoneTexts = dictionary(nl, en);
