/** Dates and times as people read them, in the language of the page. */
import type { Locale } from '@ruimte/shared/content/format';

const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** `YYYY-MM-DD` as a date at noon here, so that no time zone moves it to another day; undefined when it is none. */
export function parseDay(day: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const parsed = new Date(year, month - 1, date, 12);
  return parsed.getMonth() === month - 1 && parsed.getDate() === date ? parsed : undefined;
}

/** Today as `YYYY-MM-DD`, by this device's clock. */
export function today(now: Date = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "vrijdag 14 november 2025", or "vrijdag 14 november" in the year it is now. */
export function longDay(day: string, locale: Locale, now: Date = new Date()): string {
  const date = parseDay(day);
  if (date === undefined) return day;
  return new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(date);
}

/** "14 nov 2025". */
export function shortDay(day: string, locale: Locale): string {
  const date = parseDay(day);
  if (date === undefined) return day;
  return new Intl.DateTimeFormat(TAGS[locale], { day: 'numeric', month: 'short', year: 'numeric' }).format(
    date,
  );
}

/** A moment as "14 november 2025, 16:05". @param at - milliseconds since 1970. */
export function moment(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}

/** A moment as "14:03", with the day before it when that is not today: "13 nov 14:03". @param at - milliseconds since 1970. */
export function timeOfDay(at: number, locale: Locale, now: Date = new Date()): string {
  const date = new Date(at);
  const sameDay = today(date) === today(now);
  return new Intl.DateTimeFormat(TAGS[locale], {
    ...(sameDay ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
