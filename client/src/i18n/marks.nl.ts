/** In Dutch: dots, ratings, scales and paper that lies face down. */
import { count } from './dictionary.ts';

const dots = (number: number): string => count(number, 'stip', 'stippen');
const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const nl = {
  /** Paper that lies face down. */
  faceDown: (notes: number) => `${count(notes, 'kaartje', 'kaartjes')}, nog dicht`,
  /** In the empty space, where nothing is counted. */
  faceDownHere: 'Hier ligt papier, nog dicht.',
  /** On a note. */
  dots,
  ownDots: (number: number) => `${dots(number)} van jou`,
  onScale: (words: string) => `op de schaal: ${words}`,
  inQuadrant: (words: string) => `in het vlak: ${words}`,
  nearTo: (end: string) => `dicht bij ‘${end}’`,
  towards: (end: string) => `meer naar ‘${end}’`,
  between: (low: string, high: string) => `tussen ‘${low}’ en ‘${high}’`,
  /** Giving dots. */
  tool: 'Stip',
  give: 'Geef een stip',
  take: 'Neem een stip terug',
  left: (number: number) => (number === 0 ? 'Je stippen zijn op.' : `Je hebt nog ${dots(number)}.`),
  leftIn: (number: number, zone: string) =>
    number === 0 ? `Je stippen in ${zone} zijn op.` : `Je hebt nog ${dots(number)} in ${zone}.`,
  perZone: (number: number) => `Je hebt ${dots(number)} in elk vak.`,
  how: 'Kies een kaartje en druk op S, of gebruik de knop Stip.',
  given: 'Stip gegeven.',
  taken: 'Stip teruggenomen.',
  takeFirst: 'Neem er eerst een terug.',
  noneHere: 'Op dit kaartje ligt geen stip van jou.',
  notYet: 'Op een kaartje dat nog dicht is kun je geen stip geven.',
  /** Rating. */
  rate: 'Geef aan',
  rateQuestion: 'Geef per vak aan wat je vindt. Overslaan mag.',
  rateDone: 'Klaar',
  step: (step: number, word: string) => `${step}, ${word}`,
  takeBack: 'Haal weg',
  takeBackFrom: (space: string) => `Haal weg: je keuze bij ${space}`,
  tookBack: (space: string) => `Keuze weggehaald bij ${space}.`,
  notNow: 'Nu lukt het niet. Probeer het zo nog eens.',
  /** Results. */
  topThree: 'Meeste stippen',
  place: 'Plaats',
  placeNumber: (place: number, shared: boolean) => (shared ? `${place}, gedeeld` : String(place)),
  more: (notes: number) => `en nog ${count(notes, 'kaartje', 'kaartjes')}`,
  note: 'Kaartje',
  dotsColumn: 'Stippen',
  distribution: 'Zo is het aangegeven',
  stepColumn: 'Stap',
  times: 'Keer gekozen',
  spread: 'Waar de kaartjes liggen',
  percent,
  axis: (low: string, high: string) => `0 % is ‘${low}’, 100 % is ‘${high}’`,
  across: 'Van links naar rechts',
  upwards: 'Van onder naar boven',
  community: 'Leergemeenschap',
  noCommunity: 'geen leergemeenschap',
};

/** What English has to say as well. */
export type MarksTexts = typeof nl;
