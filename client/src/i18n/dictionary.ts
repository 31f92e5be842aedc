/** The form of a dictionary: every text of an area in both languages, Dutch being the one that decides the keys. */
import type { Locale } from '@ruimte/shared/content/format';

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

/** Dutch at hand, English when it is asked for. */
export function lazyDictionary<T extends Texts>(nl: T, load: () => Promise<NoInfer<T>>): LazyDictionary<T> {
  let english: Promise<T> | undefined;
  return {
    nl,
    loadEn: () => {
      english ??= load().catch((error: unknown) => {
        // Without a network it is asked for again with the next drawing.
        english = undefined;
        throw error;
      });
      return english;
    },
  };
}

/** A number with its noun: `count(1, 'kaartje', 'kaartjes')` is "1 kaartje". Nought takes the plural. */
export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
