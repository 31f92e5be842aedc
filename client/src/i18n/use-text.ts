/** The texts of an area in the language of the page. */
import type { Locale, Localized } from '@ruimte/shared/content/format';
import { use } from 'react';
import { useReadable } from '../use-model.ts';
import type { Dictionary, LazyDictionary, Texts } from './dictionary.ts';
import { language } from './language.ts';

/** The language of the page; the component is drawn again when it changes. */
export function useLocale(): Locale {
  return useReadable(language);
}

/**
 * The texts of one area: `const text = useText(joinTexts)`, then `text.title`.
 * Waits, as React does, for English where that is a chunk of its own.
 */
export function useText<T extends Texts>(texts: Dictionary<T> | LazyDictionary<T>): T {
  const locale = useLocale();
  if (locale === 'nl') return texts.nl;
  return 'en' in texts ? texts.en : use(texts.loadEn());
}

/** Reads content that has both languages: `const say = useLocalized()`, then `say(format.title)`. */
export function useLocalized(): (text: Localized) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
