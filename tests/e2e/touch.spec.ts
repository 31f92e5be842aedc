// Fingers on a screen, as Chromium itself hands them to the page; and a keyboard that comes up under the words.

import { paperOf } from '@ruimte/shared/drawing/palette';
import type { ZoneId } from '@ruimte/shared/ids';
import type { Locator, Page } from '@playwright/test';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { findSmallTargets } from './checks/targets.ts';
import { Fingers, type Point } from './fingers.ts';
import { BoardPage, boxOfSpace } from './pages/board-page.ts';
import { type Box, findColour } from './pages/canvas-pixels.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test, type DeviceName, type Visitor } from './test.ts';

const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true, reducedMotion: 'reduce' } as const;
/** Half of it is keyboard. */
const SMALL_PHONE = { viewport: { width: 360, height: 640 } } as const;
/** What a keyboard takes of a screen, css pixels. */
const KEYBOARD_PX = 320;
/** The paper of the second community. */
const PAPER = paperOf(2).fill;
const LAID_AT = { x: 400, y: 240 };

type Visit = (device: DeviceName, base: string, options?: object) => Promise<Visitor>;

interface Table {
  readonly meetup: TestMeetup;
  readonly page: Page;
  readonly board: BoardPage;
  readonly fingers: Fingers;
  readonly noor: Person;
}

/** A tablet with the board of a meet-up, on which somebody has laid one note in "het kind". */
async function layTable(defer: (clean: () => Promise<void> | void) => void, visit: Visit): Promise<Table> {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor', { community: meetup.detail.communities[1]?.id ?? '' }), {
    url: server.url,
    defer,
  });
  await noor.ready();
  const added = noor.model.actions.addNote({ zone: 'kind' as ZoneId, text: 'ruis', at: LAID_AT });
  expect(added.ok).toBe(true);
  await noor.saved();
  const { page } = await visit('laptop', server.url, TABLET);
  await page.goto(meetup.detail.links.participant);
  await new JoinForm(page).joinAs('Sami', 'De Blauwe Trap');
  const board = new BoardPage(page);
  await board.ready();
  await expect.poll(() => paperOn(board.canvas)).toBeDefined();
  return { meetup, page, board, noor, fingers: await Fingers.on(page) };
}

const paperOn = async (canvas: Locator): Promise<Box | undefined> => (await findColour(canvas, PAPER)).box;
const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The paper lies where it should, within a pixel or two. */
async function expectPaper(canvas: Locator, wanted: Box): Promise<void> {
  await expect
    .poll(async () => {
      const box = await paperOn(canvas);
      if (box === undefined) return 'no paper';
      const away = (['x', 'y', 'width', 'height'] as const).map((side) => Math.abs(box[side] - wanted[side]));
      return Math.max(...away) <= 2.5 ? 'there' : JSON.stringify({ box, wanted });
    })
    .toBe('there');
}

async function paperNow(canvas: Locator): Promise<Box> {
  const box = await paperOn(canvas);
  if (box === undefined) throw new Error('the note is not drawn');
  return box;
}

test('[E4] two fingers zoom around their middle and carry the board along', async ({ defer, visit }) => {
  const { board, fingers } = await layTable(defer, visit);
  const before = await paperNow(board.canvas);
  const zoom = await board.readZoom();
  const { x, y } = middleOf(before);

  await fingers.press({ x: x - 60, y }, { x: x + 60, y });
  await fingers.moveTo({ x: x - 120, y }, { x: x + 120, y });
  const { width, height } = before;
  await expectPaper(board.canvas, { x: x - width, y: y - height, width: width * 2, height: height * 2 });

  await fingers.moveTo({ x: x - 20, y: y + 70 }, { x: x + 220, y: y + 70 });
  await expectPaper(board.canvas, {
    x: x - width + 100,
    y: y - height + 70,
    width: width * 2,
    height: height * 2,
  });
  await fingers.lift();
  // Both figures are rounded.
  expect(Math.abs((await board.readZoom()) - zoom * 2)).toBeLessThanOrEqual(1.5);
});

test('[E4] one finger drags a note, pushes the board from the ground, and looks at a space with two taps', async ({
  defer,
  visit,
}) => {
  const { page, board, fingers, noor } = await layTable(defer, visit);
  const before = await paperNow(board.canvas);
  const start = middleOf(before);

  // Five pixels are not yet a drag, unless the finger has rested on the note.
  const aside = { x: start.x + 5, y: start.y };
  await fingers.press(start);
  await fingers.moveTo(aside);
  await fingers.lift();
  await expectPaper(board.canvas, before);
  await page.keyboard.press('Escape');
  await fingers.press(start);
  fingers.rest(150);
  await fingers.moveTo(aside);
  await fingers.lift();
  await expectPaper(board.canvas, { ...before, x: before.x + 5 });
  await page.keyboard.press('Escape');

  const target = await board.pointAt('de plek', { x: 0.4, y: 0.6 });
  await fingers.press(aside);
  await fingers.moveTo(target);
  await fingers.lift();
  await expect(board.note('ruis', 'de plek')).toBeAttached();
  await expect.poll(() => [...noor.model.board.get().notes.values()][0]?.zone).toBe('plek');
  const moved = { ...before, x: before.x + 5 + target.x - aside.x, y: before.y + target.y - start.y };
  await page.keyboard.press('Escape');
  await expectPaper(board.canvas, moved);

  const ground = await board.pointAt('de twijfel', { x: 0.5, y: 0.5 });
  await fingers.press(ground);
  await fingers.moveTo({ x: ground.x - 90, y: ground.y - 40 });
  await fingers.lift();
  await expectPaper(board.canvas, { ...moved, x: moved.x - 90, y: moved.y - 40 });
  expect([...noor.model.board.get().notes.values()][0]?.zone).toBe('plek');

  await board.showAll();
  await expectPaper(board.canvas, moved);
  const zoom = await board.readZoom();
  const space = await boxOfSpace(board.canvas, 'de plek');
  const spot = { x: space.x + space.width * 0.8, y: space.y + space.height * 0.3 };
  await fingers.tap(spot);
  await fingers.tap(spot);
  await expect.poll(() => board.readZoom()).toBeGreaterThan(zoom * 2);
  const view = await board.canvas.boundingBox();
  const shown = await paperNow(board.canvas);
  const scale = shown.width / moved.width;
  // The space is in view from edge to edge.
  const left = shown.x - (moved.x - space.x) * scale;
  expect(left).toBeGreaterThanOrEqual((view?.x ?? 0) - 2);
  expect(left + space.width * scale).toBeLessThanOrEqual((view?.x ?? 0) + (view?.width ?? 0) + 2);
  await expect(board.editor).toHaveCount(0);
});

test('[E3] a finger finds a note at every zoom, also where the note is smaller than the finger, and presses nothing else', async ({
  defer,
  visit,
}) => {
  const { page, board, fingers } = await layTable(defer, visit);
  const zoomOut = page.getByRole('button', { name: 'Verder weg' });
  await expect(async () => {
    await zoomOut.tap();
    expect(await board.readZoom()).toBe(3);
  }).toPass();
  const paper = await paperNow(board.canvas);
  expect(paper.height).toBeLessThan(44);
  const { x, y } = middleOf(paper);
  const chosen = page.getByRole('toolbar');
  // Browsers send a click after a tap, to what lies under the finger by then: the toolbar that the tap brought.
  const countClicks = await page.evaluateHandle(() => {
    let clicks = 0;
    addEventListener('click', () => (clicks += 1), true);
    return () => clicks;
  });
  for (const [dx, dy] of [
    [0, -20],
    [0, 20],
    [-20, 0],
    [20, 0],
  ] as const) {
    // A tap that took the machine half a second is a long press, and asks for the menu instead: then again.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await fingers.tap({ x: x + dx, y: y + dy });
      await expect(chosen).toHaveCount(1, { timeout: 2_000 });
    }).toPass();
    await page.keyboard.press('Escape');
    await expect(chosen).toHaveCount(0);
  }
  // Beside what a finger covers there is only ground.
  await fingers.tap({ x, y: y + 40 });
  await expect(chosen).toHaveCount(0);
  expect(await countClicks.evaluate((count) => count())).toBe(0);
});

/** What is left of the page to the eye, css pixels from the top of the window. */
function visiblePart(page: Page): Promise<readonly [top: number, bottom: number]> {
  return page.evaluate(() => {
    const { offsetTop = 0, height = innerHeight } = window.visualViewport ?? {};
    return [offsetTop, offsetTop + height] as const;
  });
}

async function expectInView(field: Locator, page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [box, [top, bottom]] = [await field.boundingBox(), await visiblePart(page)];
      if (box === null) return 'no field';
      const inView = box.y >= top - 1 && box.y + box.height <= bottom + 1;
      return inView ? 'in view' : JSON.stringify({ box, top, bottom });
    })
    .toBe('in view');
}

/** The two ways browsers make room for a keyboard: the page gets lower, or only what is seen of it. */
const KEYBOARDS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the page gets lower': async (page) => {
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const session = await page.context().newCDPSession(page);
    // The screen of the device stays as it is: setViewportSize would make that lower too.
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: height - KEYBOARD_PX,
      screenWidth: width,
      screenHeight: height,
      deviceScaleFactor: 1,
      mobile: width < 600,
    });
  },
  'only the visual viewport gets lower': (page) =>
    page.evaluate((keyboard) => {
      const view = window.visualViewport;
      if (view === null) throw new Error('there is no visual viewport');
      const left = window.innerHeight - keyboard;
      // Chromium has no keyboard here: the real viewport says what it would say with one.
      Object.defineProperty(view, 'height', { get: () => left });
      view.dispatchEvent(new Event('resize'));
    }, KEYBOARD_PX),
};

for (const [how, openKeyboard] of Object.entries(KEYBOARDS)) {
  test(`[E5] the keyboard never hides the note being typed on a phone, where ${how}`, async ({
    defer,
    visit,
  }) => {
    const server = await startServer({ defer });
    const meetup = await prepareMeetup(server);
    const { page } = await visit('phone', server.url, SMALL_PHONE);
    await page.goto(meetup.detail.links.participant);
    await new JoinForm(page).joinAs('Noor', 'Klinkerdijk');
    const phone = new PhonePage(page);
    await page.getByRole('radio', { name: 'de plek', exact: true }).check();
    await phone.field.tap();
    await openKeyboard(page);
    await expect(page.locator('.phone')).toHaveAttribute('data-keyboard', 'true');
    await expectInView(page.locator('.write-card'), page);
    await phone.field.fill('een kaartje van vier regels, want er is zo veel te zeggen over wat hier gebeurt');
    await expectInView(phone.field, page);
  });

  test(`[E5] the keyboard never hides the note being typed on a tablet, where ${how}`, async ({
    defer,
    visit,
  }) => {
    const { page, board } = await layTable(defer, visit);
    // The last space: its notes lie where a keyboard comes.
    await board.canvas.press('9');
    await board.addButton.tap();
    await expect(board.editor).toBeFocused();
    await openKeyboard(page);
    await expectInView(board.editor, page);
    await board.editor.fill(
      'een kaartje van meer dan drie regels, want er is zo veel te zeggen over wat hier gebeurt',
    );
    await expectInView(board.editor, page);
  });
}

test('[E3] what fingers press is at least 44 px, on a phone and on the board', async ({ defer, visit }) => {
  const { meetup, page, board } = await layTable(defer, visit);
  const small: string[] = [];
  const measure = async (where: string, shown: Page): Promise<void> => {
    for (const target of await findSmallTargets(shown, 44)) small.push(`${where}: ${target}`);
  };
  await measure('board', page);
  await board.showList();
  await board.note('ruis', 'het kind').getByRole('button').first().tap();
  await measure('list', page);
  const lead = await visit('laptop', new URL(page.url()).origin, TABLET);
  await lead.page.goto(meetup.detail.links.facilitator);
  await measure('door of a facilitator', lead.page);
  await new JoinForm(lead.page).enterAsFacilitator('Marleen');
  await lead.page.getByRole('complementary', { name: 'Regie' }).waitFor();
  await measure('board of a facilitator', lead.page);
  const phone = await visit('phone', new URL(page.url()).origin);
  await phone.page.goto(meetup.detail.links.participant);
  await phone.page.getByLabel('Naam of bijnaam').waitFor();
  await measure('door', phone.page);
  await new JoinForm(phone.page).joinAs('Bo', 'Klinkerdijk');
  const mine = new PhonePage(phone.page);
  await mine.lay('koffie', 'de plek');
  await expect(mine.ownNote('koffie')).toContainText('opgeslagen');
  await mine.openMenu();
  await measure('phone', phone.page);
  await mine.ownNote('koffie').getByRole('button', { name: 'Meer met kaartje' }).tap();
  await measure('phone, a note open', phone.page);
  await mine.ownNote('koffie').getByRole('button', { name: 'Verplaats' }).tap();
  await measure('phone, moving a note', phone.page);
  await mine.look('de plek');
  await measure('phone, board', phone.page);
  expect(small).toEqual([]);
});
