/** In Dutch: leading a round: what comes next, who is ready, what is quiet, tables, spaces that are added. */
import { count } from './dictionary.ts';

export const nl = {
  before: {
    title: 'Voor je begint',
    wall: 'Zet het scherm aan: het opent in een eigen venster, dat je naar de beamer sleept.',
    code: (code: string, address: string) => `Mensen komen binnen met ${code} op ${address}, of met de QR.`,
    link: 'Mensen komen binnen met de QR of de link.',
    here: (people: number) =>
      people === 0 ? 'Nog niemand is er.' : `${count(people, 'mens is', 'mensen zijn')} er.`,
    begin: 'Druk op Begin. Wie later komt, kan altijd nog meedoen.',
  },
  turn: 'Draai samen om',
  turnNow: 'Draai nu om',
  turned: 'De kaartjes liggen op het bord.',
  count: {
    dots: 'Sluit stemmen',
    ratings: 'Toon wat er is aangegeven',
  },
  counted: {
    dots: 'De stippen zijn geteld.',
    ratings: 'Wat er is aangegeven, is te zien.',
  },
  secret: {
    desk: 'Ieder schrijft op een eigen blad. Niemand leest mee tot je omdraait.',
    dots: 'Niemand ziet de stippen van een ander tot je het stemmen sluit.',
    ratings: 'Niemand ziet wat een ander aangeeft tot je het toont.',
  },
  ends: {
    turns: 'Alle kaartjes van eigen bladen komen dan tegelijk op het bord.',
    keeps: 'Wat op eigen bladen ligt, blijft daar tot je het omdraait.',
    dots: 'De stippen worden dan geteld.',
    ratings: 'Wat er is aangegeven, wordt dan getoond.',
  },
  onDesks: (notes: number) => `${count(notes, 'kaartje ligt', 'kaartjes liggen')} nog op eigen bladen.`,
  closeDesks: (notes: number) =>
    `${count(notes, 'kaartje ligt', 'kaartjes liggen')} nog op eigen bladen en gaan niet mee in de momentopname. Draai eerst om als je ze wilt bewaren.`,
  written: (notes: number) => `${count(notes, 'kaartje', 'kaartjes')} geschreven`,
  ready: (ready: number, people: number) =>
    ready === 0 ? 'Nog niemand zegt klaar te zijn.' : `${ready} van ${people} zeggen klaar te zijn.`,
  allReady: 'Iedereen zegt klaar te zijn.',
  quiet: (spaces: number, communities: number) =>
    `Nog stil: ${[
      ...(spaces > 0 ? [count(spaces, 'ruimte', 'ruimtes')] : []),
      ...(communities > 0 ? [count(communities, 'leergemeenschap', 'leergemeenschappen')] : []),
    ].join(' en ')}`,
  goOn: 'Je kunt gewoon door. Wat later binnenkomt, komt er vanzelf bij.',
  again: 'Ga terug naar deze ronde',
  restart: 'Begin deze ronde opnieuw',
  time: 'Tijd',
  lessMinute: '−1 min',
  lessMinuteName: 'Een minuut eraf',
  moreMinutes: '+5 min',
  moreMinutesName: 'Vijf minuten erbij',
  seatFirst: 'In deze ronde wisselen tafels van ruimte. Niemand zit nog aan een tafel.',
  seatNow: (tables: number) => `Loot ${count(tables, 'tafel', 'tafels')}`,
  tables: {
    title: 'Tafels',
    number: 'Aantal tafels',
    draw: 'Loot',
    drawHint:
      'De leergemeenschappen komen door elkaar te zitten. Wie later binnenkomt, krijgt een plek aan de kleinste tafel.',
    drawAgain: 'Loot opnieuw',
    againHint: 'Opnieuw loten geeft iedereen een andere plek.',
    drawn: 'Iedereen heeft een tafel.',
    nobody: 'Er is nog niemand om te verdelen.',
    table: (table: number) => `Tafel ${table}`,
    none: 'Geen tafel',
    who: 'Iemand verplaatsen',
    to: 'Naar',
    another: 'Een nieuwe tafel',
    move: 'Verplaats',
    moved: (name: string, table: string) => `${name}: ${table.toLowerCase()}.`,
    takeAway: 'Haal de tafels weg',
    gone: 'De tafels zijn weg.',
  },
  spaces: {
    title: 'Ruimtes',
    name: 'Naam',
    keep: 'Bewaar',
    add: 'Voeg toe',
    missing: 'Welke ruimte ontbreekt?',
    added: (name: string) => `${name} ligt op het bord.`,
    takeAway: 'Haal van het bord',
    gone: (name: string) => `${name} is van het bord.`,
    used: 'Hier ligt iets. Verplaats eerst de kaartjes, dan kan deze ruimte weg.',
    onDesks: 'Op eigen bladen ligt iets voor deze ruimte. Draai eerst om.',
    asked: 'Deze ruimte hoort bij een ronde en blijft op het bord.',
    full: 'Er passen niet meer ruimtes op een bord.',
    trial: 'Dit is een proef: bij het openen ligt het bord er weer zoals de werkvorm het geeft.',
    colour: 'Kleur',
    tints: {
      1: 'roze',
      2: 'perzik',
      3: 'zand',
      4: 'paars',
      6: 'groen',
      7: 'lavendel',
      8: 'blauw',
      9: 'turquoise',
    },
  },
};

/** What English has to say as well. */
export type LeadingTexts = typeof nl;
