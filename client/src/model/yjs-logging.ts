/**
 * What Yjs has to say, on the console. It stands in for `lib0/logging` in the bundle (`vite.config.ts`): that one
 * brings a console for the page and a language of schemas along, 4 kB of the 130 that a phone may load.
 */
// oxlint-disable no-console -- the console is where a library speaks to whoever develops

/** Styles, which are left out. */
export const [BOLD, UNBOLD, ORANGE, RED] = [
  Symbol('style'),
  Symbol('style'),
  Symbol('style'),
  Symbol('style'),
];

const words = (said: readonly unknown[]): unknown[] => said.filter((part) => typeof part !== 'symbol');

/** Something worth knowing. */
export const print = (...said: unknown[]): void => console.info(...words(said));

/** Something that should not have happened. */
export const warn = (...said: unknown[]): void => console.warn(...words(said));
