/** Waiting for something to become true, with words for what was awaited. */
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 5;

/**
 * Looks until `look` gives something that is not undefined or false.
 * @throws Error saying what was awaited, after `timeoutMs` (default 5,000).
 */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 5_000,
): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > until) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await pause(POLL_MS);
  }
}
