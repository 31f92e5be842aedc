/** The form of a dictionary: every text of an area in both languages, Dutch being the one that decides the keys. */
import type { Locale } from '@ruimte/shared/content/format';
import { untilItComes } from '../until-it-comes.ts';

/** A text, a sentence with values, or a group of those. */
export type Texts = { readonly [key: string]: string | ((...values: never[]) => string) | Texts };

/** Both languages of an area. A key that English lacks, or has too many, does not compile. */
export type Dictionary<T extends Texts> = { readonly [L in Locale]: T };

/** An area whose English comes as a chunk of its own: phones in a Dutch hall do not carry it. */
export interface LazyDictionary<T extends Texts> {
  readonly nl: T;
  /** Asks for English, once; the same promise each time, so that React can wait for it. */
  readonly loadEn: () => Promise<T>;
}

/** Puts both languages together; English has the type of Dutch. */
export function dictionary<T extends Texts>(nl: T, en: NoInfer<T>): Dictionary<T> {
  return { nl, en };
}

/** How to get the English of every area the page has come across. */
const areas = new Set<() => Promise<unknown>>();

/** Dutch at hand, English when it is asked for. */
export function lazyDictionary<T extends Texts>(nl: T, load: () => Promise<NoInfer<T>>): LazyDictionary<T> {
  let english: Promise<T> | undefined;
  const loadEn = (): Promise<T> => (english ??= untilItComes(load));
  areas.add(loadEn);
  return { nl, loadEn };
}

/** Resolves once the English of everything on the page is there; without a network not before there is one. */
export async function loadEnglish(): Promise<void> {
  await Promise.all([...areas].map((load) => load()));
}

/** A number with its noun: `count(1, 'kaartje', 'kaartjes')` is "1 kaartje". Nought takes the plural. */
export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
