/** The language of the page: Dutch unless this device chose English; told to the browser through `<html lang>`. */
import type { Locale } from '@ruimte/shared/content/format';
import { thisDevice } from '../model/device.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import { loadEnglish } from './dictionary.ts';

const chosen = createWritable<Locale>('nl');

/** The language now; changes when somebody picks the other one. */
export const language: Readable<Locale> = chosen;

/** Takes the language this device chose earlier; call once before anything is shown. */
export function openLanguage(): void {
  show(thisDevice().language() ?? 'nl');
}

/** Picks a language and keeps the choice on this device. English shows once its words are there. */
export function setLanguage(locale: Locale): void {
  thisDevice().setLanguage(locale);
  if (locale === 'nl') return show(locale);
  // Until then the page goes on as it is: without a network the words do not come.
  void loadEnglish().then(() => {
    if (thisDevice().language() === locale) show(locale);
  });
}

/** The meet-up's own language, for a device that never chose one. Effects: nothing is kept. */
export function suggestLanguage(locale: Locale): void {
  if (thisDevice().language() === undefined) show(locale);
}

function show(locale: Locale): void {
  document.documentElement.lang = locale;
  chosen.set(locale);
}
