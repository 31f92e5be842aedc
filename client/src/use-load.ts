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
  const [turn, setTurn] = useState(0);
  const request = key === undefined ? undefined : `${turn} ${key}`;
  const [answer, setAnswer] = useState<{ readonly request: string; readonly loaded: Loaded<T> }>();
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    if (request === undefined) return undefined;
    const controller = new AbortController();
    const keep = (loaded: Loaded<T>): void => {
      if (!controller.signal.aborted) setAnswer({ request, loaded });
    };
    latest
      .current(controller.signal)
      .then((value) => keep({ state: 'ready', value }))
      .catch((error: unknown) => keep({ state: 'failed', error }));
    return () => controller.abort();
  }, [request]);
  return {
    loaded: answer !== undefined && answer.request === request ? answer.loaded : { state: 'loading' },
    reload: useCallback(() => setTurn((now) => now + 1), []),
    replace: useCallback(
      (value: T) =>
        setAnswer((now) => (now === undefined ? now : { ...now, loaded: { state: 'ready', value } })),
      [],
    ),
  };
}
