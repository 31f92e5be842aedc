/** The fields requests are made of, each bounded: ids, lines of text, dates, numbers. */
import * as z from 'zod/mini';
import { isNamedId, isRandomId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { cleanLine, countGraphemes } from '../text.ts';

/** A random id or secret: 22 url-safe characters. */
export const randomId = <Id extends string>() => z.custom<Id>(isRandomId);

/** An id that comes from a format. */
export const namedId = <Id extends string>() => z.custom<Id>(isNamedId);

/** A string up to so many UTF-16 units, as it is. */
export const bounded = (maxUnits: number) => z.string().check(z.maxLength(maxUnits));

/** A line somebody typed, cleaned; it may be empty. */
export const line = (maxGraphemes: number, maxUnits: number) =>
  z.string().check(
    // Far too long text is not worth cleaning and counting.
    z.maxLength(4 * LIMITS.textUnits, { abort: true }),
    z.overwrite(cleanLine),
    z.refine((text) => text.length <= maxUnits && countGraphemes(text) <= maxGraphemes),
  );

/** The name of a person or a community; not empty. */
export const name = () => optionalName().check(z.minLength(1));
/** The name of a person, or nothing. */
export const optionalName = () => line(LIMITS.nameGraphemes, LIMITS.stringValueUnits);
/** The title of a meet-up; not empty. */
export const title = () => line(LIMITS.titleGraphemes, LIMITS.textUnits).check(z.minLength(1));

/** A day that exists, `YYYY-MM-DD`. */
export const date = () => z.string().check(z.refine(isDate));

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // February 30th is read as March 2nd by some engines: only a real day comes back as it was.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** A whole number within bounds. */
export const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
