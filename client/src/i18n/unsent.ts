/** Own words that did not reach the board, and what can be done with them; needed only where there are any. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  title: 'Nog niet verstuurd',
  halfTyped: 'Half getypt',
  refused: (notes: number) => count(notes, 'kaartje is niet gelegd', 'kaartjes zijn niet gelegd'),
  movedTitle: 'Verplaatst en weggehaald',
  moved: 'Je verplaatste dit kaartje, maar iemand haalde het intussen weg.',
  lateTitle: 'Te laat',
  late: 'Je was zonder verbinding toen er geteld werd. De stippen of stappen die je toen gaf, tellen niet mee. Je kaartjes zijn er wel.',
  tryAgain: 'Probeer opnieuw',
  copy: 'Kopieer',
  copied: 'Gekopieerd.',
  copyFailed: 'Kopiëren lukte niet. De woorden zijn geselecteerd, kopieer ze met de hand.',
  layAgain: 'Leg opnieuw neer',
  laidAgain: 'Opnieuw neergelegd.',
  throwAway: 'Gooi weg',
  thrownAway: 'Weggegooid.',
  gotIt: 'Begrepen',
};

const en: typeof nl = {
  title: 'Not sent yet',
  halfTyped: 'Half typed',
  refused: (notes) => count(notes, 'note was not laid', 'notes were not laid'),
  movedTitle: 'Moved and removed',
  moved: 'You moved this note, but somebody removed it meanwhile.',
  lateTitle: 'Too late',
  late: 'You had no connection when the counting was done. The dots or ratings you gave then do not count. Your notes are there.',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copying did not work. The words are selected, copy them by hand.',
  layAgain: 'Lay down again',
  laidAgain: 'Laid down again.',
  throwAway: 'Throw away',
  thrownAway: 'Thrown away.',
  gotIt: 'Got it',
};

/** What is said about own words that are not on the board. */
export const unsentTexts = dictionary(nl, en);
