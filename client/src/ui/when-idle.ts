/** Work that nobody waits for, in the time the page has left. */

/** By then it is done also in a page that is never idle. */
const PATIENCE_MS = 300;

/** @returns how to leave it undone. */
export function whenIdle(work: () => void): () => void {
  // Safari has no idle time to give away.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(request);
}
