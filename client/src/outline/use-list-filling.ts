/** Filling the list after the picture: rows come in the time the page has left, so that nobody waits for them. */
import { startTransition, useEffect, useMemo, useState } from 'react';
import { whenIdle } from '../ui/when-idle.ts';
import { MOST_ROWS } from './list-chunks.ts';

export interface ListFilling {
  /** So many chunks of each list are in the page, whatever is in view. */
  readonly chunks: number;
  /** Beyond them rows come when they are scrolled to, walked to, or asked for. */
  readonly windowed: boolean;
}

/**
 * @param rows - notes on the board.
 * @param longest - chunks of the longest list.
 */
export function useListFilling(rows: number, longest: number): ListFilling {
  const windowed = rows > MOST_ROWS;
  const [chunks, setChunks] = useState(0);
  const wanted = windowed ? Math.min(1, longest) : longest;
  const more = chunks < wanted;
  useEffect(() => {
    if (!more) return undefined;
    return whenIdle(() => startTransition(() => setChunks(chunks + 1)));
  }, [chunks, more]);
  return useMemo(() => ({ chunks, windowed }), [chunks, windowed]);
}
