/** The projected view. Its board is a picture: what lies there is seen by the colour of its paper. */
import { paperOf } from '@ruimte/shared/drawing/palette';
import type { Locator, Page } from '@playwright/test';
import { type Box, boxOfSpace, type SpaceName } from './board-page.ts';

/** The board fades into the caption over this width, css pixels. */
const FADE = 32;

export class WallPage {
  readonly question: Locator;
  private readonly canvas: Locator;

  constructor(page: Page) {
    this.question = page.getByRole('heading', { level: 1 });
    this.canvas = page.getByRole('group', { name: 'Bord', exact: true });
  }

  /** How many pixels of a space have the colour of the paper of a community. @param style - 1 for the first. */
  async countPaper(space: SpaceName, style: number): Promise<number> {
    const [box, board] = [await boxOfSpace(this.canvas, space, FADE), await this.canvas.boundingBox()];
    if (board === null) return 0;
    const rect: Box = { ...box, x: box.x - board.x, y: box.y - board.y };
    const drawn = this.canvas.locator('canvas');
    return drawn.evaluateAll(countPixels, { rect, colour: paperOf(style).fill });
  }
}

/** Runs in the page. */
function countPixels(canvases: Element[], { rect, colour }: { rect: Box; colour: string }): number {
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
