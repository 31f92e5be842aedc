/** In Dutch: choosing a format and making it a form of one's own. */
import { count } from './dictionary.ts';

export const nl = {
  phases: 'Waar staan jullie',
  phase: {
    orientation: 'Oriënteren',
    deepening: 'Verdiepen',
    evaluation: 'Evalueren',
    any: 'Altijd',
  },
  length: (rounds: number, minutes: number) => `${count(rounds, 'ronde', 'rondes')}, ${minutes} min`,
  people: (min: number, max: number) => `Voor ${min} tot ${max} mensen`,
  materials: 'Nodig',
  rounds: 'Rondes',
  roundsHint: 'Laat weg wat je niet doet, en maak korter of langer wat je wel doet.',
  total: (rounds: number, minutes: number) => `${count(rounds, 'ronde', 'rondes')}, samen ${minutes} minuten`,
  asItWas: (minutes: number) => `Zoals de werkvorm: ${minutes} minuten`,
  minutes: (round: string) => `Minuten voor ${round}`,
  min: 'min',
  doing: {
    private: 'eerst voor jezelf',
    write: 'schrijven',
    turn: 'samen omdraaien',
    dots: (dots: number) => count(dots, 'stip zetten', 'stippen zetten'),
    rate: 'aangeven',
    rotate: 'tafels wisselen',
    talk: 'kijken en praten',
  },
  noRounds: 'Laat minstens één ronde staan.',
  unrevealed: (round: string) =>
    `Wat in ‘${round}’ geschreven wordt, zou niemand te zien krijgen. Laat een ronde staan waarin jullie omdraaien, of laat ook deze weg.`,
  previous: 'Terugkijken op',
  previousHint: 'Wat er toen lag, ligt in de rondes die terugkijken naast wat er nu ligt.',
  noPrevious: 'geen eerdere bijeenkomst',
  again: 'Maak er nog zo een',
  againTitle: 'Nog zo’n bijeenkomst',
  againText:
    'Dezelfde werkvorm met dezelfde rondes, en dezelfde leergemeenschappen. De links en de code zijn nieuw.',
  againDo: 'Zet klaar',
};

/** What English has to say as well. */
export type FormsTexts = typeof nl;
