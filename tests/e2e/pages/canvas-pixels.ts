/** What is drawn on the canvases of a board, read from their pixels. */
import type { Locator } from '@playwright/test';

/** A rectangle on the page, css pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a colour is drawn. */
export interface Drawn {
  /** The smallest rectangle around it, css pixels of the page; undefined where it is not drawn. */
  readonly box: Box | undefined;
  /** How many device pixels have it. */
  readonly count: number;
}

/** Looks for a colour like `#e9b95a` on all layers of a canvas. @param within - css pixels of the page. */
export async function findColour(canvas: Locator, colour: string, within?: Box): Promise<Drawn> {
  const place = await canvas.boundingBox();
  if (place === null) throw new Error('the canvas is not on screen');
  const found = await canvas.locator('canvas').evaluateAll(lookFor, { colour, within, place });
  const { box, count } = found;
  return { count, box: box && { ...box, x: box.x + place.x, y: box.y + place.y } };
}

interface Wanted {
  readonly colour: string;
  readonly within: Box | undefined;
  readonly place: Box;
}

/** Runs in the page. */
function lookFor(canvases: Element[], { colour, within, place }: Wanted): Drawn {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const canvas of canvases) {
    if (!(canvas instanceof HTMLCanvasElement)) continue;
    const context = canvas.getContext('2d');
    if (context === null) continue;
    const ratio = canvas.width / canvas.clientWidth;
    const x = Math.round(((within?.x ?? place.x) - place.x) * ratio);
    const y = Math.round(((within?.y ?? place.y) - place.y) * ratio);
    const width = Math.round((within?.width ?? place.width) * ratio);
    const height = Math.round((within?.height ?? place.height) * ratio);
    const { data } = context.getImageData(x, y, width, height);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255 || !wanted.every((part, index) => data[at + index] === part)) continue;
      count += 1;
      const column = (x + ((at / 4) % width)) / ratio;
      const row = (y + Math.floor(at / 4 / width)) / ratio;
      edges.left = Math.min(edges.left, column);
      edges.right = Math.max(edges.right, column + 1 / ratio);
      edges.top = Math.min(edges.top, row);
      edges.bottom = Math.max(edges.bottom, row + 1 / ratio);
    }
  }
  if (count === 0) return { count, box: undefined };
  const { left, top, right, bottom } = edges;
  return { count, box: { x: left, y: top, width: right - left, height: bottom - top } };
}
