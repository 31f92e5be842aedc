/** The projected view. Its board is a picture: what lies there is seen by the colour of its paper. */
import { paperOf } from '@ruimte/shared/drawing/palette';
import type { Locator, Page } from '@playwright/test';
import { boxOfSpace, type SpaceName } from './board-page.ts';
import { findColour } from './canvas-pixels.ts';

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
    const box = await boxOfSpace(this.canvas, space, FADE);
    return (await findColour(this.canvas, paperOf(style).fill, box)).count;
  }
}
