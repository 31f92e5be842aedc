// Another form half-way: chosen in the panel, asked once, and everybody goes on with it on the page they have open.

import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { runAxe } from './checks/axe.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { expect, test } from './test.ts';

test('[M24][M25] a facilitator goes on with another form, and board, wall and phone follow with their notes', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  noor.lay('bij de rivier', 'plek');
  await noor.saved();
  const { page } = await visit('facilitator', server.url, { reducedMotion: 'reduce' });
  await page.goto(meetup.detail.links.facilitator);
  await new JoinForm(page).enterAsFacilitator('Iris');
  const board = new BoardPage(page);
  await board.ready();
  const { panel } = new LeadPanel(page);
  const wall = await visit('wall', server.url);
  await wall.page.goto(meetup.detail.links.wall);
  const phone = await visit('phone', server.url);
  await phone.page.goto(meetup.detail.links.participant);
  await new JoinForm(phone.page).joinAs('Zoë', 'Klinkerdijk');
  await expect(phone.page.getByRole('textbox')).toBeVisible();

  // What was skipped was not held.
  await expect(panel.locator('[data-past]')).toHaveCount(0);
  await panel.getByText('Andere werkvorm').click();
  await panel.getByLabel('Werkvorm', { exact: true }).selectOption({ label: 'Leren van elkaar' });
  const preview = panel.getByRole('region', { name: 'Leren van elkaar' });
  await expect(preview.getByText('De plek blijft liggen, met wat er ligt.')).toBeVisible();
  const { violations } = await runAxe(page, 'all');
  expect(violations.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);
  await preview.getByRole('button', { name: 'Ga verder met deze werkvorm…' }).click();
  const question = page.getByRole('dialog', { name: 'Verder met ‘Leren van elkaar’?' });
  await expect(question.getByText('Alle kaartjes, groepen en verbindingen blijven.')).toBeVisible();
  await question.getByRole('button', { name: 'Ga verder', exact: true }).click();

  await expect(panel.getByRole('heading', { name: 'Leren van elkaar', level: 2 })).toBeVisible();
  await expect(board.note('bij de rivier', 'de plek')).toBeVisible();
  await expect(phone.page.getByText('Zo meteen begint de eerste ronde.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const first = noor.model.session.meetup.rounds[0]?.instruction.nl ?? '';
  await expect(wall.page.getByRole('heading', { name: first })).toBeVisible();
  await expect(phone.page.getByText(first).first()).toBeVisible();
});
