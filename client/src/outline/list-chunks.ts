/** Which rows of a long list are in the page: whole chunks, so that little is decided and measured for each. Pure. */

/** Rows that come and go together. */
export const CHUNK_ROWS = 25;
/** Up to so many notes on a board every row is in the page, however long its list. */
export const MOST_ROWS = 1_000;

/** About as high as a row is, css pixels: what the scroll bar goes by until it is drawn. */
export const ROW_PX = 45;

/** A run of rows, from the first to before the last, counted from 0. */
export interface RowRun {
  readonly from: number;
  readonly to: number;
  /** In the page; otherwise a place is kept for them. */
  readonly shown: boolean;
}

/** The chunk a row is in. */
export function chunkOf(row: number): number {
  return Math.floor(row / CHUNK_ROWS);
}

/**
 * The rows of one list, chunk by chunk, in order.
 * @param rows - how many there are.
 * @param isShown - whether a chunk is to be in the page.
 */
export function runsOf(rows: number, isShown: (chunk: number) => boolean): readonly RowRun[] {
  const runs: RowRun[] = [];
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const to = Math.min(rows, from + CHUNK_ROWS);
    runs.push({ from, to, shown: isShown(chunkOf(from)) });
  }
  return runs;
}
