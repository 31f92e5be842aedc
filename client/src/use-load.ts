/** Reading something from the server for a page: on its way, there, or failed with a way to ask again. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** How it stands with what a page reads. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** What a page does with what it read. */
export interface Load<T> {
  readonly loaded: Loaded<T>;
  /** Asks again from the start. */
  readonly reload: () => void;
  /** Puts a newer value in place, as a change on the server answered it. */
  readonly replace: (value: T) => void;
}

/**
 * Reads when the component comes and whenever `key` changes; an answer to an older key is dropped.
 * @param key - says what is read; undefined reads nothing yet.
 */
export function useLoad<T>(key: string | undefined, read: (signal: AbortSignal) => Promise<T>): Load<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    if (key === undefined) return undefined;
    const controller = new AbortController();
    setLoaded({ state: 'loading' });
    latest.current(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setLoaded({ state: 'ready', value });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setLoaded({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [key, turn]);
  return {
    loaded,
    reload: useCallback(() => setTurn((now) => now + 1), []),
    replace: useCallback((value: T) => setLoaded({ state: 'ready', value }), []),
  };
}
