/** The rows of one list that are in the page. Rows that were seen once stay: going back costs nothing. */
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { chunkOf, runsOf, type RowRun } from './list-chunks.ts';
import type { ListFilling } from './use-list-filling.ts';

/** So far outside the view rows come already, css pixels. */
const AHEAD = '800px';
const NONE: ReadonlySet<number> = new Set();

interface RowsInView {
  readonly runs: readonly RowRun[];
  /** Puts the chunk of this row in the page. */
  readonly ask: (row: number) => void;
}

/**
 * @param list - the element of the list; the places it keeps carry `data-chunk`.
 * @param rows - how many rows there are.
 * @param needed - rows that must be there: where one is, what is open, where the focus is going.
 */
export function useRowsInView(
  list: RefObject<HTMLElement | null>,
  rows: number,
  needed: readonly number[],
  { chunks, windowed }: ListFilling,
): RowsInView {
  const [seen, setSeen] = useState(NONE);
  const ask = useCallback((row: number) => setSeen((before) => new Set(before).add(chunkOf(row))), []);
  const near = new Set(
    needed.flatMap((row) => (row < 0 ? [] : [chunkOf(row - 1), chunkOf(row), chunkOf(row + 1)])),
  );
  const last = chunkOf(rows - 1);
  const runs = runsOf(
    rows,
    (chunk) =>
      chunk < chunks || near.has(chunk) || seen.has(chunk) || (windowed && chunks > 0 && chunk === last),
  );
  /** Places that are kept: when their number changes, others have to be watched. */
  const gaps = windowed && chunks > 0 ? runs.filter(({ shown }) => !shown).length : 0;
  useEffect(() => {
    const root = list.current;
    if (gaps === 0 || root === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const came = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .map(({ target }) => Number((target as HTMLElement).dataset['chunk']));
        if (came.length > 0) setSeen((before) => new Set([...before, ...came]));
      },
      { root: root.closest('.outline-list'), rootMargin: AHEAD },
    );
    for (const place of root.querySelectorAll('[data-chunk]')) observer.observe(place);
    return () => observer.disconnect();
  }, [list, gaps]);
  return { runs, ask };
}
