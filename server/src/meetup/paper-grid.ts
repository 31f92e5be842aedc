/** Where paper lies in a zone, so that asking for a free place costs the same however much of it there is. */
import { overlaps, type Rect } from '@ruimte/shared/geometry';
import { NOTE_SIZE, SLOT, slotsPerRow } from '@ruimte/shared/projection/layout';

/** Wider and higher than a note: one reaches into four cells at most. */
const CELL = 300;
/** The box of a group may be as large as a zone; one that is larger is no box of ours. */
const MOST_CELLS = 10_000;

type Corner = Pick<Rect, 'x' | 'y'>;
const asPaper = ({ x, y }: Corner): Rect => ({ x, y, ...NOTE_SIZE });

export class PaperGrid {
  readonly #cells = new Map<string, Rect[]>();
  readonly #perRow: number;
  /** Before this slot none is free. */
  #next = 0;

  /** @param zoneWidth - board units. */
  constructor(zoneWidth: number) {
    this.#perRow = slotsPerRow(zoneWidth);
  }

  /** Keeps a rectangle free of notes. */
  block(rect: Rect): void {
    for (const key of cellsOf(rect)) {
      const there = this.#cells.get(key);
      if (there === undefined) this.#cells.set(key, [rect]);
      else there.push(rect);
    }
  }

  /** Lays a note. @param at - its corner, zone-relative. */
  lay(at: Corner): void {
    this.block(asPaper(at));
  }

  /** Whether a note could lie there, on no other. */
  isFree(at: Corner): boolean {
    const paper = asPaper(at);
    return cellsOf(paper).every((key) => !this.#cells.get(key)?.some((other) => overlaps(other, paper)));
  }

  /** The first free slot, row by row; asked again, never one before it. */
  freeSlot(): Corner {
    for (; ; this.#next += 1) {
      const at = {
        x: SLOT.x + (this.#next % this.#perRow) * SLOT.pitchX,
        y: SLOT.y + Math.floor(this.#next / this.#perRow) * SLOT.pitchY,
      };
      if (this.isFree(at)) return at;
    }
  }

  /** The first row in which a note may lie so far to the right. */
  freeRow(x: number): Corner {
    for (let row = 0; ; row += 1) {
      const at = { x, y: SLOT.y + row * SLOT.pitchY };
      if (this.isFree(at)) return at;
    }
  }
}

function cellsOf({ x, y, w, h }: Rect): readonly string[] {
  const [left, top] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  const [right, bottom] = [Math.floor((x + w) / CELL), Math.floor((y + h) / CELL)];
  const cells: string[] = [];
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom && cells.length < MOST_CELLS; row += 1) cells.push(`${column} ${row}`);
  }
  return cells;
}
