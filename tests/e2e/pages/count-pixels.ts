/** What a canvas shows, by its colours. */
import type { Locator } from '@playwright/test';

/** A rectangle on the page, css pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many pixels of a part of the board have exactly this colour. @param rect - from the corner of the board. */
export function countPixels(board: Locator, rect: Box, colour: string): Promise<number> {
  return board.locator('canvas').evaluateAll(count, { rect, colour });
}

/** Runs in the page. */
function count(canvases: Element[], { rect, colour }: { rect: Box; colour: string }): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (const canvas of canvases) {
    if (!(canvas instanceof HTMLCanvasElement)) continue;
    const ratio = canvas.width / canvas.clientWidth;
    const context = canvas.getContext('2d');
    if (context === null) continue;
    const { x, y, width, height } = rect;
    const { data } = context.getImageData(x * ratio, y * ratio, width * ratio, height * ratio);
    for (let at = 0; at < data.length; at += 4) {
      if (wanted.every((part, index) => data[at + index] === part) && data[at + 3] === 255) found += 1;
    }
  }
  return found;
}
