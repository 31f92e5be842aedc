// One device for a whole table: a QR lies on it, whoever scans it writes for the table, and the note carries its name.

import { prepareMeetup } from '../support/meetup.ts';
import { startServer } from '../support/start-server.ts';
import { runAxe } from './checks/axe.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { HomePage } from './pages/home-page.ts';
import { expect, test } from './test.ts';

test('[M27] a table comes in by its own link, writes under its name, and stays the table after a reload', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const iris = await visit('facilitator', server.url);
  await new HomePage(iris.page).signIn(await server.signInLink());
  await iris.page.goto(`/links/${meetup.detail.id}`);
  await iris.page.getByRole('heading', { name: 'Een toestel per tafel' }).click();
  await iris.page.getByLabel('Aantal tafels').fill('4');
  await expect(iris.page.getByRole('img', { name: /^QR-code voor tafel/ })).toHaveCount(4);
  const onLinks = await runAxe(iris.page, 'all');
  expect(onLinks.violations.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);

  const { page } = await visit('phone', server.url);
  await page.goto(`/t#${meetup.secret('participant')}.4`);
  await expect(page.getByText('Dit toestel schrijft voor tafel 4.')).toBeVisible();
  const atDoor = await runAxe(page, 'all');
  expect(atDoor.violations.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);
  await page.getByRole('button', { name: 'Doe mee als tafel 4' }).tap();
  const phone = new PhonePage(page);
  await phone.write('samen bedacht', 'de plek');
  await page.getByRole('button', { name: /^Leg in de plek/ }).tap();
  await expect(phone.ownNote('samen bedacht')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Je bent Tafel 4')).toBeVisible();

  await iris.page.goto(meetup.detail.links.facilitator);
  await new JoinForm(iris.page).enterAsFacilitator('Iris');
  const board = new BoardPage(iris.page);
  await board.ready();
  await expect(board.note('samen bedacht', 'de plek')).toContainText('Tafel 4');
});
