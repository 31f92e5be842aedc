/** The words of the board, given by the page in its language. */
import type { NoWriting } from '@ruimte/shared/facilitation/engine';

export interface BoardLabels {
  /** Accessible name of the board: "Bord". */
  readonly board: string;
  /** Accessible name of the text field: "Tekst van het kaartje". */
  readonly noteText: string;
  /** In the place of the author while a note waits for the connection: "nog niet verstuurd". */
  readonly unsent: string;
  /** Under an open field whose note somebody removed: "Dit kaartje is intussen weggehaald. Je woorden staan bovenaan." */
  readonly removed: string;
  /** Why one cannot write now, in a sentence: "Het bord is op slot. Je kunt nog wel kijken." */
  noWriting(reason: NoWriting): string;
  /** "nog 12 tekens"; below zero: "3 tekens te veel". */
  charactersLeft(left: number): string;
}
