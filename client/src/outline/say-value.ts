/** A place on a scale in words: what the picture says at a glance, and no finer than a hand lays a note. */
import type { MarksTexts } from '../i18n/marks.nl.ts';

const NEAR = 0.2;
const MIDDLE = 0.4;

/** @param value - 0 at the low end, 1 at the high end. */
export function sayValue(
  value: number,
  { low, high }: { readonly low: string; readonly high: string },
  text: Pick<MarksTexts, 'nearTo' | 'towards' | 'between'>,
): string {
  if (value <= NEAR) return text.nearTo(low);
  if (value >= 1 - NEAR) return text.nearTo(high);
  if (value < MIDDLE) return text.towards(low);
  return value > 1 - MIDDLE ? text.towards(high) : text.between(low, high);
}
