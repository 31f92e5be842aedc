/** The form of a dictionary: every text of an area in both languages, Dutch being the one that decides the keys. */
import type { Locale } from '@ruimte/shared/content/format';

/** A text, a sentence with values, or a group of those. */
export type Texts = { readonly [key: string]: string | ((...values: never[]) => string) | Texts };

/** Both languages of an area. A key that English lacks, or has too many, does not compile. */
export type Dictionary<T extends Texts> = { readonly [L in Locale]: T };

/** Puts both languages together; English has the type of Dutch. */
export function dictionary<T extends Texts>(nl: T, en: NoInfer<T>): Dictionary<T> {
  return { nl, en };
}

/** A number with its noun: `count(1, 'kaartje', 'kaartjes')` is "1 kaartje". Nought takes the plural. */
export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
