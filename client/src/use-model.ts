/** The one bridge from the model to React. */
import { useSyncExternalStore } from 'react';
import type { Readable } from './model/readable.ts';

/** The value as it is now; the component is drawn again when it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get);
}
