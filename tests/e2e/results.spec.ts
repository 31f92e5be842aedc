// Private rounds, dots and ratings on a laptop and on the wall: given by keyboard, and the same for every eye.

import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Page } from '@playwright/test';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { runAxe } from './checks/axe.ts';
import { findColour } from './pages/canvas-pixels.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test } from './test.ts';

const FACE_DOWN = '#ebe9e3';
type Deferring = (clean: () => Promise<void> | void) => void;

async function comeIn(
  server: TestServer,
  meetup: TestMeetup,
  defer: Deferring,
  name: string,
): Promise<Person> {
  const person = openPerson(await meetup.join(name), { url: server.url, defer });
  await person.ready();
  return person;
}

async function give(person: Person, dots: readonly (readonly [NoteId, number])[]): Promise<void> {
  await waitFor('dots to give', () => person.model.marking.get()?.dots !== undefined);
  for (const [note, count] of dots)
    await waitFor('the dots to be given', () => person.model.actions.setDots(note, count));
  await waitFor('the dots to be saved', () => person.model.ownMarks.get().saved);
}

async function joinOn(page: Page, meetup: TestMeetup): Promise<BoardPage> {
  await page.goto(meetup.detail.links.participant);
  await new JoinForm(page).joinAs('Bo', 'Klinkerdijk');
  const board = new BoardPage(page);
  await board.ready();
  return board;
}

/** What the rules of axe find broken on a page as it is now. */
async function broken(page: Page): Promise<readonly string[]> {
  const { violations } = await runAxe(page, 'all');
  return violations.map(({ rule, target }) => `${rule} at ${target}`);
}

/** The rows of a table, cell by cell. */
async function rowsOf(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  const rows = page.getByRole('table', { name }).locator('tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
  );
}

test('[V8] dots are given by keyboard on board and list; wall and list show the same first three, ties as ties', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'leren-van-elkaar', round: 'wensen' });
  const noor = await comeIn(server, meetup, defer, 'Noor');
  const tom = await comeIn(server, meetup, defer, 'Tom');
  await waitFor('the round to take notes', () => noor.model.noWriting.get() === undefined);
  const laid: NoteId[] = [];
  for (const text of ['om de beurt', 'een gast', 'samen kijken', 'stilte']) {
    laid.push(noor.lay(text, 'onderzoek'));
    // Those that share a place stand in order of arrival.
    const later = noor.model.now() + 25;
    await waitFor('a later moment', () => noor.model.now() > later);
  }
  const [first, second, third, fourth] = laid as [NoteId, NoteId, NoteId, NoteId];
  await noor.saved();
  await meetup.goTo('stippen');
  await give(noor, [
    [first, 2],
    [third, 1],
  ]);
  await give(tom, [
    [second, 3],
    [fourth, 0],
  ]);
  const hall = await visit('wall', server.url);
  await hall.page.goto(meetup.detail.links.wall);
  const { page } = await visit('laptop', server.url);
  const board = await joinOn(page, meetup);

  await expect(page.getByText('Je hebt 3 stippen in elk vak.')).toBeVisible();
  await board.canvas.press('1');
  await board.canvas.press('s');
  await expect(page.getByText('Stip gegeven. Je hebt nog 2 stippen in Onderzoek.')).toBeVisible();
  await board.canvas.press('Shift+S');
  await expect(page.getByText('Stip teruggenomen. Je hebt nog 3 stippen in Onderzoek.')).toBeVisible();
  await board.showList();
  const row = page.locator(`[data-outline-note="${first}"]`);
  await row.press('s');
  await expect(row).toContainText('1 stip van jou');
  const other = page.locator(`[data-outline-note="${third}"]`);
  await other.press(' ');
  await page.getByRole('button', { name: 'Geef een stip' }).press('Enter');
  await expect(other).toContainText('1 stip van jou');
  expect(await broken(page)).toEqual([]);
  await expect(page.getByText('opgeslagen')).toBeVisible();
  await meetup.command({ type: 'count' });

  await expect(page.getByText('Je hebt 3 stippen in elk vak.')).toBeHidden();
  const counted = [
    ['1, gedeeld', 'om de beurt', '3'],
    ['1, gedeeld', 'een gast', '3'],
    ['3', 'samen kijken', '2'],
  ];
  await expect.poll(() => rowsOf(page, 'Meeste stippen Onderzoek')).toEqual(counted);
  await expect(row).toContainText('3 stippen');
  const places = hall.page.getByRole('list').first().locator('> li');
  await expect(places).toHaveText([/3 stippen.*om de beurt.*een gast/s, /2 stippen.*samen kijken/s]);
  expect(await places.evaluateAll((all) => all.map((place) => place.getAttribute('value')))).toEqual([
    '1',
    '3',
  ]);
  expect(await broken(page)).toEqual([]);
  expect(await broken(hall.page)).toEqual([]);
  await hall.page.keyboard.press('d');
  expect(await broken(hall.page)).toEqual([]);
});

test('[V9] what lies face down is seen on every board and counted in the list, without a word of it, and turns over', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'orienteren', round: 'zo-sta-ik-erin' });
  const noor = await comeIn(server, meetup, defer, 'Noor');
  await waitFor('the desk', () => noor.model.sheet.get() === 'desk');
  noor.lay('nog geheim', 'plek');
  noor.lay('ook geheim', 'plek');
  await noor.saved();
  const hall = await visit('wall', server.url);
  await hall.page.goto(meetup.detail.links.wall);
  const { page } = await visit('laptop', server.url);
  const board = await joinOn(page, meetup);
  const wallCanvas = hall.page.getByRole('group', { name: 'Bord', exact: true });
  const paper = async (canvas: typeof wallCanvas): Promise<number> => {
    const box = await canvas.boundingBox();
    return box === null ? 0 : (await findColour(canvas, FACE_DOWN, box)).count;
  };

  await expect.poll(() => paper(wallCanvas)).toBeGreaterThan(1_000);
  await expect.poll(() => paper(board.canvas)).toBeGreaterThan(1_000);
  await expect(board.space('de plek')).toContainText('2 kaartjes, nog dicht');
  await expect(board.space('de plek').getByRole('listitem')).toHaveCount(0);
  await board.layByKeys('van mijzelf', 'de plek');
  await expect(board.space('de plek')).toContainText('2 kaartjes, nog dicht');
  await expect(board.note('van mijzelf', 'de plek')).toContainText('nog dicht voor anderen');
  expect(await page.content()).not.toContain('geheim');
  expect(await hall.page.content()).not.toContain('van mijzelf');
  expect(await broken(page)).toEqual([]);

  await meetup.command({ type: 'reveal' });
  await expect(board.note('nog geheim', 'de plek')).toBeAttached();
  await expect(board.space('de plek')).not.toContainText('nog dicht');
  await expect.poll(() => paper(wallCanvas)).toBeLessThan(200);
});

test('[V10] ratings are given and taken back by keyboard, and their spread is a table on list and wall', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'reflectiekaart-voorwaarden', round: 'aangeven' });
  const noor = await comeIn(server, meetup, defer, 'Noor');
  const zone = 'actief-leren' as ZoneId;
  await waitFor('something to rate', () => noor.model.actions.rate(zone, 5));
  await waitFor('it to be saved', () => noor.model.ownMarks.get().saved);
  const hall = await visit('wall', server.url);
  await hall.page.goto(meetup.detail.links.wall);
  const { page } = await visit('laptop', server.url);
  await joinOn(page, meetup);

  await page.getByRole('button', { name: 'Geef aan' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Geef aan' });
  const asked = dialog.getByRole('group', { name: 'Actief leren' });
  await asked.getByRole('radio', { name: '1, Nog nauwelijks' }).press(' ');
  await page.keyboard.press('ArrowRight');
  await expect(asked.getByRole('radio', { name: '2' })).toBeChecked();
  const skipped = dialog.getByRole('group', { name: 'Samenwerking' });
  await skipped.getByRole('radio', { name: '3' }).press(' ');
  await skipped.getByRole('button', { name: 'Haal weg: je keuze bij Samenwerking' }).press('Enter');
  await expect(skipped.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await broken(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await meetup.command({ type: 'count' });

  const spread = [
    ['1, Nog nauwelijks', '0'],
    ['2', '1'],
    ['3', '0'],
    ['4', '0'],
    ['5, Volop', '1'],
  ];
  await expect.poll(() => rowsOf(page, 'Zo is het aangegeven Actief leren')).toEqual(spread);
  await expect(hall.page.getByRole('table', { name: 'Actief leren' })).toBeVisible();
  expect(await rowsOf(hall.page, 'Actief leren')).toEqual(spread.map(([step, count]) => [step?.[0], count]));
  expect(await broken(hall.page)).toEqual([]);
  await page.getByRole('button', { name: 'Lijst' }).click();
  expect(await broken(page)).toEqual([]);
});
