/** In Dutch: The board page: rail, participant's bar, keys, time. */

export const nl = {
  board: 'Bord',
  list: 'Lijst',
  view: 'Bord of lijst',
  tools: 'Gereedschap',
  select: 'Kiezen',
  pan: 'Schuiven',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  note: 'Kaartje',
  zoomIn: 'Dichterbij',
  zoomOut: 'Verder weg',
  fit: 'Heel het bord',
  keys: 'Toetsen',
  lookAlong: 'Kijk mee',
  notOwn: 'Dit kaartje is van iemand anders. Verplaatsen mag wel.',
  noCanvas: 'Het bord laat zich hier niet tekenen. Dit is hetzelfde bord als lijst.',
  round: (number: number, of: number) => `Ronde ${number} van ${of}`,
  beforeFirst: 'Nog niet begonnen',
  timeLeft: 'Tijd over',
  paused: 'gepauzeerd',
  over: 'tijd is om',
  moments: {
    half: 'De helft van de tijd is om.',
    minute: 'Nog een minuut.',
    tenSeconds: 'Nog tien seconden.',
    end: 'De tijd is om.',
  },
  turn: {
    now: 'Schuif door',
    turn: (turn: number, turns: number) => `Beurt ${turn} van ${turns}`,
    next: (time: string) => `schuif door over ${time}`,
    last: 'laatste beurt',
    sound: 'Belgeluid',
  },
};

/** What English has to say as well. */
export type BoardTexts = typeof nl;
