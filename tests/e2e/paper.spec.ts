// The board on paper, in the colours of the system, and on a screen with other pixels.

import { paperOf } from '@ruimte/shared/drawing/palette';
import type { ZoneId } from '@ruimte/shared/ids';
import type { Page } from '@playwright/test';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { BoardPage, boxOfSpace, SPACES } from './pages/board-page.ts';
import { type Box, findColour } from './pages/canvas-pixels.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test, type DeviceName, type Visitor } from './test.ts';

type Visit = (device: DeviceName, base: string, options?: object) => Promise<Visitor>;
type Defer = (clean: () => Promise<void> | void) => void;

/** More than fit on one sheet of paper. */
const MANY = Array.from({ length: 40 }, (_, index) => `gedachte ${index + 1}`);

/** The board of a facilitator, with notes of the first two communities beside each other in "de drijfveer". */
async function openBoard(
  defer: Defer,
  visit: Visit,
  texts: readonly string[] = [],
): Promise<{ readonly meetup: TestMeetup; readonly page: Page; readonly board: BoardPage }> {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  for (const [index, name] of ['Noor', 'Sami'].entries()) {
    const community = meetup.detail.communities[index]?.id ?? '';
    const person = openPerson(await meetup.join(name, { community }), { url: server.url, defer });
    await person.ready();
    const at = { x: 60 + index * 320, y: 120 };
    person.model.actions.addNote({ zone: 'drijfveer' as ZoneId, text: `van ${name}`, at });
    if (index === 0) for (const text of texts) person.lay(text, 'twijfel');
    await person.saved();
  }
  const { page } = await visit('laptop', server.url, { reducedMotion: 'reduce' });
  await page.goto(meetup.detail.links.facilitator);
  await new JoinForm(page).enterAsFacilitator('Marleen');
  const board = new BoardPage(page);
  await board.ready();
  await expect(board.note('van Sami', 'de drijfveer')).toBeAttached();
  return { meetup, page, board };
}

test('[E7] the board on paper is its list, with the names of the spaces and without bars', async ({
  defer,
  visit,
}) => {
  const { page, board } = await openBoard(defer, visit, MANY);
  const zoom = await board.readZoom();
  await board.note('van Noor', 'de drijfveer').getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });

  for (const name of SPACES) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Kick-off' })).toBeVisible();
  await expect(board.note('van Noor', 'de drijfveer')).toContainText('De Blauwe Trap');
  for (const gone of [page.getByRole('navigation'), page.getByRole('complementary'), board.canvas]) {
    await expect(gone.filter({ visible: true })).toHaveCount(0);
  }
  const buttons = page.getByRole('button').filter({ visible: true });
  // What is left of buttons are the notes themselves.
  expect(await buttons.evaluateAll((all) => all.every((each) => each.matches('.outline-note-row')))).toBe(
    true,
  );
  expect(await buttons.count()).toBe(MANY.length + 2);
  // Down to the last note it is on the sheets, not behind the edge of a box.
  const last = buttons.last();
  expect(await last.evaluate((row) => row.getBoundingClientRect().bottom + scrollY)).toBeLessThanOrEqual(
    await page.evaluate(() => document.documentElement.scrollHeight),
  );
  const pdf = await page.pdf({ format: 'A4' });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(sheets.length).toBeGreaterThanOrEqual(3);
  expect(sheets.length).toBeLessThanOrEqual(6);

  // Back on the screen the view is as it was.
  await page.emulateMedia({ media: 'screen' });
  await expect(board.canvas).toBeVisible();
  expect(await board.readZoom()).toBe(zoom);
});

/** A part of the paper of a note, as shares of its box. */
const part = ({ x, y, width, height }: Box, left: number, top: number, w: number, h: number): Box => ({
  x: x + width * left,
  y: y + height * top,
  width: width * w,
  height: height * h,
});

test('[E8] in the colours of the system notes and spaces keep their edges, and stamps their shape', async ({
  defer,
  visit,
}) => {
  const { page, board } = await openBoard(defer, visit);
  const papers = await Promise.all(
    [1, 2].map(async (style) => (await findColour(board.canvas, paperOf(style).fill)).box),
  );
  const [circle, square] = papers;
  if (circle === undefined || square === undefined) throw new Error('the notes are not drawn');
  const space = await boxOfSpace(board.canvas, 'de drijfveer');
  const inkIn = async (ink: string, box: Box): Promise<number> =>
    (await findColour(board.canvas, ink, box)).count;

  for (const [scheme, ground, ink] of [
    ['dark', '#000000', '#ffffff'],
    ['light', '#ffffff', '#000000'],
  ] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await expect.poll(() => inkIn(ground, part(circle, 0.55, 0.5, 0.4, 0.4))).toBeGreaterThan(50);
    expect(await inkIn(paperOf(1).fill, circle)).toBe(0);
    // A paper is ground with an edge all around it, and so is a space.
    for (const box of [circle, square, space]) {
      const edge = { ...box, x: box.x - 2, width: 4 };
      expect(await countEdge(board, edge)).toBeGreaterThan(box.height * 0.8);
    }
    expect(await inkIn(ink, circle)).toBeGreaterThan(20);
  }

  // Near by, to see the shape of a stamp: a square fills the corners of its place, a circle does not.
  await page.emulateMedia({ forcedColors: 'none' });
  const between = { x: (circle.x + square.x + square.width) / 2, y: circle.y + circle.height / 2 };
  const zoom = await board.readZoom();
  await page.mouse.move(between.x, between.y);
  await page.keyboard.down('Control');
  for (let notch = 0; notch < 4; notch += 1) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await page.mouse.wheel(-250, 0);
  await expect.poll(() => board.readZoom()).toBeGreaterThan(zoom * 2.7);
  const stamps = await Promise.all(
    [1, 2].map(async (style) => {
      const { box } = await findColour(board.canvas, paperOf(style).fill);
      if (box === undefined) throw new Error('the note is out of view');
      return part(box, 14 / 224, 116 / 152, 25 / 224, 25 / 152);
    }),
  );
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const corners = (stamp: Box): Promise<number> => inkIn('#ffffff', part(stamp, 0.14, 0.14, 0.12, 0.12));
  const middles = (stamp: Box): Promise<number> => inkIn('#ffffff', part(stamp, 0.35, 0.35, 0.3, 0.3));
  const [inCircle, inSquare] = stamps;
  if (inCircle === undefined || inSquare === undefined) throw new Error('a stamp is missing');
  await expect.poll(() => middles(inCircle)).toBeGreaterThan(20);
  expect(await middles(inSquare)).toBeGreaterThan(20);
  expect(await corners(inSquare)).toBeGreaterThan((await corners(inCircle)) + 2);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(async () => (await findColour(board.canvas, paperOf(1).fill)).count).toBeGreaterThan(200);
});

/** How many rows of a strip differ from the ground beside them: an edge, however thin it is drawn. */
async function countEdge(board: BoardPage, strip: Box): Promise<number> {
  const place = await board.canvas.boundingBox();
  if (place === null) throw new Error('the canvas is not on screen');
  return board.canvas.locator('canvas').evaluateAll(
    (canvases, { strip: { x, y, width, height }, left, top }) => {
      const rows = new Set<number>();
      for (const canvas of canvases) {
        if (!(canvas instanceof HTMLCanvasElement)) continue;
        const context = canvas.getContext('2d');
        const { data } =
          context?.getImageData(
            Math.round(x - left),
            Math.round(y - top),
            Math.round(width),
            Math.round(height),
          ) ?? new ImageData(1, 1);
        const columns = Math.round(width);
        for (let row = 0; row < Math.round(height); row += 1) {
          const lights = Array.from({ length: columns }, (_, column) => {
            const at = (row * columns + column) * 4;
            return ((data[at] ?? 0) * (data[at + 3] ?? 0)) / 255 + (255 - (data[at + 3] ?? 0)) * 0.001;
          });
          if (Math.max(...lights) - Math.min(...lights) > 60) rows.add(row);
        }
      }
      return rows.size;
    },
    { strip, left: place.x, top: place.y },
  );
}

test('[E9] after a resize, and on a screen with other pixels, the board is drawn as sharp as the screen', async ({
  defer,
  visit,
}) => {
  const { page, board } = await openBoard(defer, visit);
  const session = await page.context().newCDPSession(page);
  let scheme: 'light' | 'dark' = 'light';
  async function show(width: number, height: number, deviceScaleFactor: number): Promise<void> {
    const metrics = { width, height, deviceScaleFactor, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
    // Chromium tells a page of other pixels that were only emulated no sooner than of something else about the screen.
    scheme = scheme === 'light' ? 'dark' : 'light';
    await page.emulateMedia({ colorScheme: scheme });
  }
  const pixels = (): Promise<string[]> =>
    board.canvas
      .locator('canvas')
      .evaluateAll((all) =>
        all.map((each) =>
          each instanceof HTMLCanvasElement
            ? `${each.width / each.clientWidth} ${each.clientWidth === each.closest('.board-stage')?.clientWidth}`
            : 'no canvas',
        ),
      );
  const four = (ratio: number): string[] => Array.from({ length: 4 }, () => `${ratio} true`);
  const paper = paperOf(1).fill;
  const before = await findColour(board.canvas, paper);

  // The same size on a sharper screen: nothing but its pixels changes.
  await show(1280, 800, 2);
  await expect.poll(pixels).toEqual(four(2));
  await expect
    .poll(async () => (await findColour(board.canvas, paper)).count)
    .toBeGreaterThan(before.count * 3);
  expect((await findColour(board.canvas, paper)).box?.width).toBeCloseTo(before.box?.width ?? 0, -1);
  await show(1000, 700, 2);
  await expect.poll(pixels).toEqual(four(2));
  await show(1280, 800, 1);
  await expect.poll(pixels).toEqual(four(1));
  await expect.poll(async () => (await findColour(board.canvas, paper)).count).toBe(before.count);
});
