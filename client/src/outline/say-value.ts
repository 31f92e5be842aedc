/** A place on a scale in words: what the picture says at a glance, and no finer than a hand lays a note. */
import type { Localized } from '@ruimte/shared/content/format';
import type { ScaleValue } from '@ruimte/shared/projection/scale';
import type { ZoneText } from '@ruimte/shared/protocol/api';
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

/** "op de schaal: meer naar ‘…’", or where in a quadrant. @param say - content in the language of the page. */
export function sayPlace(
  value: ScaleValue,
  axes: NonNullable<ZoneText['axes']>,
  say: (words: Localized) => string,
  text: Pick<MarksTexts, 'nearTo' | 'towards' | 'between' | 'onScale' | 'inQuadrant'>,
): string {
  const along = (at: number, { low, high }: typeof axes.x): string =>
    sayValue(at, { low: say(low), high: say(high) }, text);
  const across = along(value.x, axes.x);
  if (axes.y === undefined || value.y === undefined) return text.onScale(across);
  return text.inQuadrant(`${across}, ${along(value.y, axes.y)}`);
}
