/** The board on a laptop: the canvas under the hands, and the same board as a list. */
import { fit } from '@ruimte/client/model/camera';
import { ZONE_SIZE } from '@ruimte/shared/projection/layout';
import type { Locator, Page } from '@playwright/test';
import { type Box, findColour } from './canvas-pixels.ts';

/** The nine spaces in reading order, as all formats with nine spaces have them. */
export const SPACES = [
  'de drijfveer',
  'het kind',
  'de toekomst',
  'de plek',
  'de lege ruimte',
  'de kunsten',
  'de dynamiek',
  'het experiment',
  'de twijfel',
] as const;
export type SpaceName = (typeof SPACES)[number];

/** Where in a space, as shares of its width and height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

const COLUMNS = 3;
const { w, h, gap, margin } = ZONE_SIZE;
const BOARD = {
  x: 0,
  y: 0,
  w: margin * 2 + COLUMNS * w + (COLUMNS - 1) * gap,
  h: margin * 2 + COLUMNS * h + (COLUMNS - 1) * gap,
};

/** Where on the whole board something lies, board units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a space lies while the whole board is in view and no space has grown. @param left - covered at the left. */
export async function boxOfSpace(canvas: Locator, space: SpaceName, left = 0): Promise<Box> {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the canvas is not on screen');
  const insets = { top: 0, right: 0, bottom: 0, left };
  const camera = fit(BOARD, { w: box.width, h: box.height }, insets);
  const index = SPACES.indexOf(space);
  const corner = {
    x: margin + (index % COLUMNS) * (w + gap),
    y: margin + Math.floor(index / COLUMNS) * (h + gap),
  };
  return {
    x: box.x + (corner.x - camera.x) * camera.zoom,
    y: box.y + (corner.y - camera.y) * camera.zoom,
    width: w * camera.zoom,
    height: h * camera.zoom,
  };
}

export class BoardPage {
  private readonly page: Page;
  readonly canvas: Locator;
  /** The text field over a note on the canvas. */
  readonly editor: Locator;
  readonly addButton: Locator;
  /** All notes in the list. */
  readonly everyNote: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('group', { name: 'Bord', exact: true });
    this.editor = this.canvas.getByRole('textbox', { name: 'Tekst van het kaartje' });
    this.everyNote = page.locator('[data-outline-note]');
    this.addButton = page
      .getByRole('navigation', { name: 'Gereedschap' })
      .getByRole('button', { name: 'Kaartje' });
  }

  /** Waits until the board is drawn. */
  async ready(): Promise<void> {
    await this.canvas.locator('canvas').first().waitFor();
  }

  /** Opens a text field with a double click and types, without laying the note. */
  async write(text: string, space: SpaceName, spot: Spot): Promise<void> {
    const at = await this.pointAt(space, spot);
    await this.page.mouse.dblclick(at.x, at.y);
    await this.editor.pressSequentially(text);
  }

  async layByDoubleClick(text: string, space: SpaceName, spot: Spot): Promise<void> {
    await this.write(text, space, spot);
    await this.layDown();
  }

  /** Goes to a space by its number, adds a note with N, and goes back to the whole board. */
  async layByKeys(text: string, space: SpaceName): Promise<void> {
    await this.canvas.press(String(SPACES.indexOf(space) + 1));
    await this.canvas.press('n');
    await this.editor.fill(text);
    await this.layDown();
    await this.showAll();
  }

  /** Ends typing with Enter. */
  async layDown(): Promise<void> {
    await this.editor.press('Enter');
    await this.editor.waitFor({ state: 'detached' });
  }

  /** Takes the note at a spot with the mouse and lays it somewhere else. */
  async drag(from: SpaceName, at: Spot, to: SpaceName, spot: Spot): Promise<void> {
    const start = await this.pointAt(from, at);
    const end = await this.pointAt(to, spot);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Taps a spot with one finger, with the whole board in view. */
  async tap(space: SpaceName, spot: Spot): Promise<void> {
    const at = await this.pointAt(space, spot);
    await this.page.touchscreen.tap(at.x, at.y);
  }

  async showAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Heel het bord' }).click();
  }

  /** A space in the list. */
  space(name: SpaceName): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A note in the list. */
  note(text: string, space: SpaceName): Locator {
    return this.space(space).getByRole('listitem').filter({ hasText: text });
  }

  /** Lays notes one after another in the list, by keyboard. */
  async layInList(texts: readonly string[], space: SpaceName): Promise<void> {
    await this.space(space)
      .getByRole('button', { name: `Leg een kaartje in ${space}` })
      .click();
    const field = this.space(space).getByRole('textbox');
    for (const text of texts) {
      await field.fill(text);
      await field.press('Enter');
      await this.note(text, space).waitFor();
    }
    await field.press('Escape');
  }

  /** Removes every note of a space in the list with Delete; the focus goes on by itself. */
  async removeAllInList(space: SpaceName): Promise<void> {
    const rows = this.space(space).getByRole('listitem');
    for (let left = await rows.count(); left > 0; left -= 1) {
      await rows.first().getByRole('button').first().press('Delete');
      await rows.nth(left - 1).waitFor({ state: 'detached' });
    }
  }

  async showList(): Promise<void> {
    await this.page.getByRole('button', { name: 'Lijst' }).click();
  }

  /** The zoom as the rail says it, in percent. */
  async readZoom(): Promise<number> {
    return Number.parseInt(await this.page.locator('.board-zoom').innerText(), 10);
  }

  /** Where a place of the board is on the page, while the whole board is in view and no space has grown. */
  async at(place: Place): Promise<Spot> {
    const box = await this.canvas.boundingBox();
    if (box === null) throw new Error('the canvas is not on screen');
    const camera = fit(BOARD, { w: box.width, h: box.height });
    return {
      x: box.x + (place.x - camera.x) * camera.zoom,
      y: box.y + (place.y - camera.y) * camera.zoom,
    };
  }

  /** Presses the mouse at one place of the board and goes to others, without letting go. */
  async press(from: Place, ...to: readonly Place[]): Promise<void> {
    const start = await this.at(from);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    for (const place of to) {
      const { x, y } = await this.at(place);
      await this.page.mouse.move(x, y, { steps: 6 });
    }
  }

  /** Carries from one place of the board to another. */
  async carry(from: Place, to: Place): Promise<void> {
    await this.press(from, to);
    await this.page.mouse.up();
  }

  /** How many pixels around a place have this colour. @param size - board units to each side. */
  async countInk(place: Place, size: number, colour: string): Promise<number> {
    const from = await this.at({ x: place.x - size, y: place.y - size });
    const to = await this.at({ x: place.x + size, y: place.y + size });
    const box = { ...from, width: to.x - from.x, height: to.y - from.y };
    return (await findColour(this.canvas, colour, box)).count;
  }

  async pointAt(space: SpaceName, spot: Spot): Promise<Spot> {
    const box = await boxOfSpace(this.canvas, space);
    return { x: box.x + box.width * spot.x, y: box.y + box.height * spot.y };
  }
}
