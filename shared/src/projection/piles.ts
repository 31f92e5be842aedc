/**
 * Piles: notes that lie at one place of a scale or a quadrant. Only there notes may overlap unasked, because there the
 * place is what the note says; each is shown a step further than the one below, so that none is hidden.
 */
import type { NoteId } from '../ids.ts';
import type { Note } from '../schema/note.ts';

/** How far a note is shown from the one below it, to the right and down, board units. */
export const PILE_STEP = 14;
/** A pile of more than these does not reach further. */
const MOST_STEPS = 4;

/** A note in a pile. */
export interface InPile {
  /** How far it is shown from where it lies, to the right and down, board units. */
  readonly shift: number;
  /** How many notes the pile has, on the one that lies on top; undefined on the others. */
  readonly count?: number;
}

/**
 * The notes that are not alone at their place.
 * @param notes - those of one zone, in stacking order.
 */
export function pilesOf(notes: Iterable<Pick<Note, 'id' | 'x' | 'y'>>): ReadonlyMap<NoteId, InPile> {
  const piles: { readonly x: number; readonly y: number; readonly ids: NoteId[] }[] = [];
  for (const { id, x, y } of notes) {
    const pile = piles.find((each) => Math.abs(each.x - x) < PILE_STEP && Math.abs(each.y - y) < PILE_STEP);
    if (pile === undefined) piles.push({ x, y, ids: [id] });
    else pile.ids.push(id);
  }
  const found = new Map<NoteId, InPile>();
  for (const { ids } of piles) {
    if (ids.length < 2) continue;
    ids.forEach((id, index) => {
      const shift = Math.min(index, MOST_STEPS) * PILE_STEP;
      found.set(id, index === ids.length - 1 ? { shift, count: ids.length } : { shift });
    });
  }
  return found;
}
