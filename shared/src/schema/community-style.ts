/** Colours and stamps of communities; apart from `community.ts` so that a page can use it without loading Yjs. */

/** Number of different colours and stamps. */
export const COMMUNITY_STYLES = 12;

/**
 * Two letters that tell communities with the same stamp apart: the first of each of two words, or of the one.
 * @returns undefined for the first twelve, which have a stamp of their own.
 */
export function codeOf(community: { readonly number: number; readonly name: string }): string | undefined {
  if (community.number <= COMMUNITY_STYLES) return undefined;
  const words = community.name.split(/\s+/).filter((word) => word !== '');
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...community.name].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Which of the twelve colours and stamps a community number has, 1 to 12. */
export function styleOf(number: number): number {
  return ((Math.max(1, number) - 1) % COMMUNITY_STYLES) + 1;
}
