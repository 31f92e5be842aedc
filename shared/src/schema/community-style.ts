/** Colours and stamps of communities; apart from `community.ts` so that a page can use it without loading Yjs. */

/** Number of different colours and stamps. */
export const COMMUNITY_STYLES = 12;

/** Which of the twelve colours and stamps a community number has, 1 to 12. */
export function styleOf(number: number): number {
  return ((Math.max(1, number) - 1) % COMMUNITY_STYLES) + 1;
}
