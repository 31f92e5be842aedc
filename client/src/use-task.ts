/** Doing something on the server after a press: one at a time, with what went wrong. */
import { useCallback, useRef, useState } from 'react';

/** A task of a page. */
export interface Task {
  readonly busy: boolean;
  /** What the last run threw; undefined after one that went well. */
  readonly error: unknown;
  /** Runs the work unless something is still under way. */
  readonly run: (work: () => Promise<void>) => void;
  readonly clear: () => void;
}

/** Keeps a button busy while its work runs, and its failure until the next try. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const running = useRef(false);
  const run = useCallback((work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    work()
      .catch(setError)
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  }, []);
  return { busy, error, run, clear: useCallback(() => setError(undefined), []) };
}
