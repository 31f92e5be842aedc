/** Measures text with the fonts of the page, for the fitting of notes. */
import { noteFont } from '@ruimte/shared/drawing/fonts';
import { createTextFitter, type TextFitter } from '@ruimte/shared/drawing/text-fit';

/** Large, so that rounding by the browser disappears: widths go by ratio. */
const MEASURED_SIZE = 100;

/** A fitter that measures on a canvas of its own. Call `clear` when a font has arrived. */
export function createPageFitter(): TextFitter {
  const ctx = document.createElement('canvas').getContext('2d');
  return createTextFitter((text) => {
    // A canvas that could not be made leaves a guess: notes are then fitted too narrow, never lost.
    if (ctx === null) return text.length * 0.55;
    ctx.font = noteFont(MEASURED_SIZE);
    return ctx.measureText(text).width / MEASURED_SIZE;
  });
}

/** Asks for the fonts of the canvas; the page says `loadingdone` when those that were missing have come. */
export function askForFonts(fonts: readonly string[]): void {
  for (const font of fonts) document.fonts.load(font).catch(() => undefined);
}
