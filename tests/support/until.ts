/** Waiting for something to become true, without sleeping past it. */
import type { Readable } from '@ruimte/client/model/readable';

const PATIENCE_MS = 8_000;

/** Resolves when the value passes; fails with what was awaited. */
export function until<T>(
  readable: Pick<Readable<T>, 'get' | 'subscribe'>,
  passes: (value: T) => boolean,
  awaited: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${awaited} did not happen; now: ${JSON.stringify(readable.get())}`));
    }, PATIENCE_MS);
    const look = (): void => {
      const value = readable.get();
      if (!passes(value)) return;
      clearTimeout(timer);
      stop();
      resolve(value);
    };
    const stop = readable.subscribe(look);
    look();
  });
}
