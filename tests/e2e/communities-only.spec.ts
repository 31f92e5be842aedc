// A meet-up that shows communities alone, from choosing it to the archive: nobody sees who wrote what.

import { startServerProcess } from '../support/server-process.ts';
import { runAxe } from './checks/axe.ts';
import { BoardPage } from './pages/board-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { PhonePage } from './pages/phone-page.ts';
import { LinksPage, PrepareForm } from './pages/prepare-form.ts';
import { expect, test } from './test.ts';

const AT_THE_DOOR =
  'De begeleider ziet je naam, maar niet bij je kaartjes. Daar staat alleen je leergemeenschap.';

test('[N3] whoever prepares chooses communities alone; at the door, on phone, board and panel nobody sees who wrote what', async ({
  defer,
  visit,
}) => {
  const server = await startServerProcess({ defer });
  const iris = await visit('facilitator', server.url);
  await new HomePage(iris.page).signIn(await server.signInLink());
  const prepare = new PrepareForm(iris.page);
  const communities = ['Klinkerdijk', 'Veldwerk'];
  await prepare.fillIn({ format: 'Vrij associëren', title: 'Stil begin', date: '2026-11-14', communities });
  await prepare.choose('Alleen de leergemeenschap');
  await prepare.prepare();
  const links = new LinksPage(iris.page);
  const forParticipants = await links.readLink('deelnemers');

  await expect(iris.page.getByText('Bij de kaartjes staat alleen de leergemeenschap.')).toBeVisible();

  // It can still be changed: nobody is in yet.
  await iris.page.getByRole('link', { name: 'Pas aan' }).click();
  await expect(iris.page.getByRole('radio', { name: /^Alleen de leergemeenschap/ })).toBeChecked();
  expect((await runAxe(iris.page, 'all')).violations).toEqual([]);
  await iris.page.getByRole('button', { name: 'Bewaar' }).click();
  await links.tryOut();
  const [board, lead] = [new BoardPage(iris.page), new LeadPanel(iris.page)];
  await board.ready();
  await lead.open();

  const noor = await visit('phone', server.url);
  await noor.page.goto(forParticipants);
  await expect(noor.page.getByText(AT_THE_DOOR)).toBeVisible();
  await new JoinForm(noor.page).joinAs('Noor', 'Klinkerdijk');
  await lead.begin();
  await lead.nextRound();
  const phone = new PhonePage(noor.page);
  await expect(noor.page.locator('.write-card')).not.toContainText('Noor');
  await phone.lay('een eigen gedachte', 'de plek');
  await phone.lay('nog een', 'de plek');
  await expect(phone.ownNote('nog een')).toBeVisible();
  const read = await phone.look('de plek');
  await expect(read.getByRole('listitem').filter({ hasText: 'nog een' })).toContainText('jij');
  await phone.goBackToWriting();

  const tom = await visit('laptop', server.url);
  await tom.page.goto(forParticipants);
  await new JoinForm(tom.page).joinAs('Tom', 'Veldwerk');
  const hers = new BoardPage(tom.page);
  await hers.ready();
  await hers.showList();
  const note = hers.space('de plek').getByRole('listitem').filter({ hasText: 'een eigen gedachte' });
  await expect(note).toContainText('Klinkerdijk');
  await expect(tom.page.getByText('Noor')).toHaveCount(0);

  // Who leads knows who is in, and not who wrote.
  const people = await lead.unfold('Mensen');
  await expect(people.getByRole('button', { name: /Noor/ })).toBeVisible();
  const bin = await lead.openBin();
  await phone.remove('nog een');
  await expect(bin.getByRole('heading', { name: /^Door de schrijver weggehaald: 1 kaartje/ })).toBeVisible();
  await expect(bin.getByText('Noor')).toHaveCount(0);
  await bin.getByRole('button', { name: 'Leg terug: nog een' }).click();
  await expect(phone.ownNote('nog een')).toBeVisible();

  // After a reload own notes are still one's own, to change and to remove.
  await noor.page.reload();
  await phone.remove('een eigen gedachte');
  await expect(note).toHaveCount(0);
  await expect(phone.ownNote('nog een')).toBeVisible();
});
