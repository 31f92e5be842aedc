/** Filling the list after the picture: rows come in the time the page has left, so that nobody waits for them. */
import { startTransition, useEffect, useMemo, useState } from 'react';
import { MOST_ROWS } from './list-chunks.ts';

/** By then rows come also in a page that is never idle. */
const PATIENCE_MS = 300;

export interface ListFilling {
  /** So many chunks of each list are in the page, whatever is in view. */
  readonly chunks: number;
  /** Beyond them rows come when they are scrolled to, walked to, or asked for. */
  readonly windowed: boolean;
}

function whenIdle(work: () => void): () => void {
  // Safari has no idle time to give away.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(request);
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
