// Somebody who leads without a mouse, and somebody who follows without one: tables that go round, a private round that
// is turned over, dots, ratings and scales. What came of it is read where a screen reader finds it.

import type { ZoneId } from '@ruimte/shared/ids';
import type { Locator, Page } from '@playwright/test';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';
import { runAxe } from './checks/axe.ts';
import { Keyboard } from './checks/keyboard.ts';
import { readTree } from './pages/accessibility-tree.ts';
import { BoardPage } from './pages/board-page.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { expect, test } from './test.ts';

type Story = Parameters<Parameters<typeof test>[2]>[0];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface AtKeys {
  readonly page: Page;
  readonly keys: Keyboard;
  readonly board: BoardPage;
}

/** Comes in by a link, with keys alone, and goes to the board. */
async function comeIn(
  visit: Story['visit'],
  { device, url, link, name }: Record<'url' | 'link' | 'name', string> & { device: 'laptop' | 'facilitator' },
): Promise<AtKeys> {
  const { page } = await visit(device, url);
  const keys = new Keyboard(page);
  await keys.watchPointers();
  await page.goto(link);
  const field = page.getByLabel('Naam of bijnaam');
  await field.waitFor();
  await keys.tabTo(field);
  await keys.type(name);
  if (device === 'laptop') {
    await keys.tabTo(page.getByRole('radio').first());
    await keys.press('Space');
    await keys.tabTo(page.getByRole('button', { name: 'Doe mee' }));
  }
  await page.keyboard.press('Enter');
  const board = new BoardPage(page);
  await board.ready();
  await keys.tabTo(board.canvas);
  return { page, keys, board };
}

/** Iris leads and Sami follows, both with keys alone; Noor is there without a screen. */
async function begin({ defer, visit }: Pick<Story, 'defer' | 'visit'>, format: string, clock?: TestClock) {
  const server = await startServer({ defer, ...(clock === undefined ? {} : { clock }) });
  const meetup = await prepareMeetup(server, { format, round: null });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const { participant, facilitator } = meetup.detail.links;
  const [iris, sami] = await Promise.all([
    comeIn(visit, { device: 'facilitator', url: server.url, link: facilitator, name: 'Iris' }),
    comeIn(visit, { device: 'laptop', url: server.url, link: participant, name: 'Sami' }),
  ]);
  return { meetup, noor, iris, sami, panel: new LeadPanel(iris.page) };
}

/** The step of the round with Ctrl+Enter. */
async function goOn({ keys, page }: AtKeys, round: string): Promise<void> {
  await keys.press('Control+Enter');
  await expect(page.locator('[aria-current="step"]')).toContainText(round);
}

async function expectNothingBroken(...people: readonly AtKeys[]): Promise<void> {
  for (const { page } of people) expect((await runAxe(page, 'all')).violations).toEqual([]);
}

/** Goes to a control and presses Enter. */
async function pressOn({ keys }: AtKeys, control: Locator): Promise<void> {
  await keys.tabTo(control);
  await keys.press('Enter');
}

/** The rows of a table of results as they are read out, without its head. */
async function rowsIn({ page }: AtKeys, table: string): Promise<readonly string[]> {
  const rows = await readTree(page, 'row');
  return rows
    .filter(({ within }) => within.includes(table))
    .map(({ text }) => text)
    .slice(1);
}

/** What the list says of a note. */
async function saidOf({ page }: AtKeys, words: string): Promise<string> {
  const items = await readTree(page, 'listitem');
  return items.find(({ text }) => text.includes(words))?.text ?? '';
}

function tableOf(meetup: TestMeetup, noor: Person, name: string): number | undefined {
  return [...noor.model.roster.get().values()].find((entry) => entry.name === name)?.table;
}

test('[A1][V12] tables, turns and dots, led and followed by keyboard alone', async ({ defer, visit }) => {
  const clock = new TestClock();
  const { meetup, noor, iris, sami, panel } = await begin({ defer, visit }, 'leren-van-elkaar', clock);

  // The time is said at half, a minute, ten seconds and the end.
  await goOn(iris, 'Elkaar tegenkomen');
  await expect(sami.page.getByRole('timer')).toContainText(/^(10:00|09:5)/);
  const moments = [
    [5 * MINUTE, 'De helft van de tijd is om.'],
    [4 * MINUTE, 'Nog een minuut.'],
    [50 * SECOND, 'Nog tien seconden.'],
    [10 * SECOND, 'De tijd is om.'],
  ] as const;
  for (const [ms, words] of moments) {
    clock.advance(ms);
    await expect(sami.page.locator('[aria-live="polite"]').filter({ hasText: words })).toBeAttached();
  }

  // Two tables by lot, and on to the round in which they go from space to space.
  await pressOn(iris, panel.panel.locator('summary').filter({ hasText: 'Tafels' }));
  await iris.keys.tabTo(panel.panel.getByLabel('Aantal tafels'));
  await iris.keys.press('ControlOrMeta+a');
  await iris.keys.type('2');
  await iris.keys.press('Enter');
  await expect(panel.panel.getByRole('button', { name: 'Loot opnieuw' })).toBeVisible();
  await pressOn(iris, panel.panel.getByRole('button', { name: /^Volgende ronde/ }));
  await expect(iris.page.locator('[aria-current="step"]')).toContainText('Wensen');
  const table = tableOf(meetup, noor, 'Sami') ?? 0;
  const spaces = noor.model.board.get().zones.map(({ title }) => title.nl);
  await expect(sami.page.getByText(`Tafel ${table}`)).toBeVisible();
  await expect(sami.page.getByText(`Jullie tafel is nu bij ${spaces[table - 1]}.`)).toBeVisible();

  // What one writes goes where the table is, without looking for it.
  await sami.keys.press('n');
  await sami.keys.type('om de beurt');
  await sami.keys.press('Enter');
  await waitFor('the first wish', () => noor.model.board.get().notes.size === 1);
  clock.advance(4 * MINUTE);
  await expect(sami.page.getByText('Schuif door').first()).toBeVisible();
  await expect(sami.page.getByText(`Jullie tafel is nu bij ${spaces[table]}.`)).toBeVisible();
  await sami.keys.press('n');
  await sami.keys.type('een gast erbij');
  await sami.keys.press('Enter');
  await waitFor('the second wish', () => noor.model.board.get().notes.size === 2);
  const zones = noor.model.board.get().zones.map(({ id }) => id);
  const laid = [...noor.model.board.get().notes.values()].sort((a, b) => a.at - b.at);
  expect(laid.map(({ zone }) => zones.indexOf(zone))).toEqual([table - 1, table]);
  await expectNothingBroken(iris, sami);

  // Dots on one and the other; counted by the one who leads.
  await goOn(iris, 'Stippen');
  await sami.keys.press('s');
  await sami.keys.press('s');
  await expect(sami.page.getByText(`Je hebt nog 1 stip in ${spaces[table]}.`)).toBeVisible();
  await expectNothingBroken(iris, sami);
  await expect(sami.page.getByText('opgeslagen', { exact: false }).first()).toBeVisible();
  await iris.keys.press('Control+Enter');
  for (const person of [iris, sami])
    await expect
      .poll(() => rowsIn(person, `Meeste stippen ${spaces[table]}`))
      .toEqual(['1 een gast erbij 2']);
  await expectNothingBroken(iris, sami);
  await iris.keys.sawNoPointer();
  await sami.keys.sawNoPointer();
});

test('[A1][V13] a private round on scales and its reveal, led and followed by keyboard alone', async ({
  defer,
  visit,
}) => {
  const { noor, iris, sami } = await begin({ defer, visit }, 'reflectiekaart-opleidingsschool');
  await goOn(iris, 'Lezen');
  await goOn(iris, 'Neerleggen');
  await waitFor('the desk', () => noor.model.sheet.get() === 'desk');
  await sami.keys.press('2');
  await sami.keys.press('n');
  await sami.keys.type('wij kiezen samen');
  await sami.keys.press('Enter');
  await expect(sami.board.everyNote).toHaveCount(1);
  for (let press = 0; press < 20; press += 1) await sami.keys.press('Shift+ArrowRight');
  const most = 'op de schaal: dicht bij ‘Uit een gesprek over wat deze student nodig heeft’';
  await expect(sami.page.locator('[aria-live="polite"]').filter({ hasText: most })).toBeAttached();
  await expect.poll(() => saidOf(sami, 'wij kiezen samen')).toContain(most);
  // The same keys in the list.
  await sami.keys.press('l');
  for (let press = 0; press < 10; press += 1) await sami.keys.press('Shift+ArrowLeft');
  await expect.poll(() => saidOf(sami, 'wij kiezen samen')).toContain('op de schaal: tussen');
  await sami.keys.press('l');
  expect(await iris.page.content()).not.toContain('wij kiezen samen');
  await expect(iris.page.getByText('1 kaartje, nog dicht')).toBeAttached();
  await expectNothingBroken(iris, sami);

  await goOn(iris, 'Naast elkaar');
  await expect.poll(() => saidOf(iris, 'wij kiezen samen')).toContain('op de schaal: tussen');
  for (const person of [iris, sami])
    await expect
      .poll(() => rowsIn(person, 'Waar de kaartjes liggen Leervragen en opleidingsdoelen'))
      .toEqual(['De Blauwe Trap 50 %']);
  await expectNothingBroken(iris, sami);
  await iris.keys.sawNoPointer();
  await sami.keys.sawNoPointer();
});

test('[A1] a round of ratings and what came of it, led and followed by keyboard alone', async ({
  defer,
  visit,
}) => {
  const { noor, iris, sami } = await begin({ defer, visit }, 'reflectiekaart-voorwaarden');
  await goOn(iris, 'Lezen');
  await goOn(iris, 'Aangeven');
  // It stands above the board.
  await sami.keys.tabTo(sami.page.getByRole('button', { name: 'Geef aan' }), 'Shift+Tab');
  await sami.keys.press('Enter');
  const steps = sami.page.getByRole('dialog').getByRole('group', { name: 'Actief leren' });
  await sami.keys.tabTo(steps.getByRole('radio').first());
  await sami.keys.press('Space');
  await sami.keys.press('ArrowRight');
  await sami.keys.press('ArrowRight');
  await expect(steps.getByRole('radio', { name: '3' })).toBeChecked();
  await expectNothingBroken(iris, sami);
  await sami.keys.press('Escape');
  await waitFor('something to rate', () => noor.model.actions.rate('actief-leren' as ZoneId, 5));
  await waitFor('it to be saved', () => noor.model.ownMarks.get().saved);
  await expect(sami.page.getByText('opgeslagen', { exact: false }).first()).toBeVisible();

  await goOn(iris, 'Verschillen zien');

  for (const person of [iris, sami])
    await expect
      .poll(() => rowsIn(person, 'Zo is het aangegeven Actief leren'))
      .toEqual(['1, Nog nauwelijks 0', '2 0', '3 1', '4 0', '5, Volop 1']);
  await expectNothingBroken(iris, sami);
  await iris.keys.sawNoPointer();
  await sami.keys.sawNoPointer();
});
