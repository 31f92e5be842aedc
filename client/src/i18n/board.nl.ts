/** In Dutch: The round and its time, on every page of a meet-up. */

export const nl = {
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
