/** In Dutch: what others did on the board, in words. Sentences have no full stop: they are put together elsewhere. */
import { count } from './dictionary.ts';

const cards = (notes: number) => (notes === 1 ? 'een kaartje' : `${notes} kaartjes`);
const into = (zone: string) => (zone === '' ? '' : ` in ${zone}`);
const towards = (zone: string) => (zone === '' ? '' : ` naar ${zone}`);
const outOf = (zone: string) => (zone === '' ? '' : ` uit ${zone}`);

export const nl = {
  /** Somebody with so many others. */
  andOthers: (name: string, others: number) => `${name} en ${count(others, 'ander', 'anderen')}`,
  /** Who is empty when nobody knows, and `people` counts everybody who did it. */
  added: (who: string, people: number, notes: number, zone: string) =>
    who === ''
      ? `${count(notes, 'nieuw kaartje', 'nieuwe kaartjes')}${into(zone)}`
      : `${who} ${people === 1 ? 'legde' : 'legden'} ${cards(notes)}${into(zone)}`,
  moved: (who: string, people: number, notes: number, zone: string) =>
    who === ''
      ? `${count(notes, 'kaartje', 'kaartjes')} verplaatst${towards(zone)}`
      : `${who} ${people === 1 ? 'verplaatste' : 'verplaatsten'} ${cards(notes)}${towards(zone)}`,
  movedOne: (who: string, text: string, zone: string) =>
    who === '' ? `‘${text}’ ligt nu in ${zone}` : `${who} verplaatste ‘${text}’ naar ${zone}`,
  removed: (notes: number, zone: string) => `${count(notes, 'kaartje', 'kaartjes')} weggehaald${outOf(zone)}`,
  removedOne: (text: string, zone: string) => `‘${text}’ is weggehaald${outOf(zone)}`,
  grouped: (who: string, people: number, notes: number) =>
    who === ''
      ? `${count(notes, 'kaartje', 'kaartjes')} in een groep gedaan`
      : `${who} ${people === 1 ? 'deed' : 'deden'} ${cards(notes)} in een groep`,
  ungrouped: (notes: number) => `${count(notes, 'kaartje', 'kaartjes')} uit een groep gehaald`,
  awayParts: {
    added: (notes: number) => count(notes, 'nieuw kaartje', 'nieuwe kaartjes'),
    moved: (notes: number) => `${notes} verplaatst`,
    removed: (notes: number) => `${notes} weggehaald`,
    grouped: (notes: number) => `${notes} gegroepeerd`,
    more: (notes: number) => `en nog ${notes}`,
  },
  away: (what: string) => `Sinds je weg was: ${what}`,
  just: 'Net gebeurd',
  seen: 'Gezien',
  more: (notes: number) => `en nog ${notes}`,
  level: 'Lees voor wat anderen doen',
  levels: { off: 'niets', zone: 'alleen mijn ruimte', all: 'alles' },
};

/** What English has to say as well. */
export type ChangesTexts = typeof nl;
