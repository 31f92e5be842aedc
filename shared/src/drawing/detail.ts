/** How much of a note is drawn at a zoom: nobody reads text of two pixels, and it costs most of the time. */

/** `block`: a plain rectangle; `far`: bars for lines; `middle`: text and stamp; `near`: also the author. */
export type Detail = 'block' | 'far' | 'middle' | 'near';

/** From which zoom each level holds. Text is taken as 28 units: 7 css px for reading, 3 for bars. */
const FROM: readonly (readonly [Detail, number])[] = [
  ['near', 0.75],
  ['middle', 7 / 28],
  ['far', 3 / 28],
  ['block', 0],
];
const ORDER: readonly Detail[] = ['block', 'far', 'middle', 'near'];
/** Share of the border by which the zoom must go past it before the level goes down again. */
const HYSTERESIS = 0.08;

/**
 * The level at a zoom. A level once reached is kept until the zoom is clearly below its border,
 * so that the picture does not flicker between two levels.
 * @param previous - the level shown until now.
 */
export function detailAt(zoom: number, previous?: Detail): Detail {
  const plain = FROM.find(([, from]) => zoom >= from)?.[0] ?? 'block';
  if (previous === undefined || ORDER.indexOf(plain) >= ORDER.indexOf(previous)) return plain;
  const border = FROM.find(([detail]) => detail === previous)?.[1] ?? 0;
  return zoom >= border * (1 - HYSTERESIS) ? previous : plain;
}
