// Pictures of every page beside the design, of the kick-off as it was held: `npm run screenshots`. Not a test.

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { holdMeetup, type Sample } from '../support/hold-meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { ArchivePage } from './pages/archive-page.ts';
import { BoardPage } from './pages/board-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { PrepareForm } from './pages/prepare-form.ts';
import { expect, test } from './test.ts';
import sampleFile from '../samples/kick-off.json' with { type: 'json' };

const sample = sampleFile as Sample;
const FOLDER = fileURLToPath(new URL('../../test-results/screenshots/', import.meta.url));
/** Seconds after the start: in the round in which everybody writes, and with a space in the light. */
const WRITING = 900;
const IN_THE_LIGHT = sample.events.find(({ type, zone }) => type === 'spotlight' && zone)?.at ?? 0;

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}${basename(name)}.png` });
}

test('pictures of every page', async ({ defer, visit }) => {
  const clock = new TestClock();
  const start = clock.now();
  const server = await startServer({ defer, clock });

  const nobody = await visit('facilitator', server.url);
  await nobody.page.goto('/');
  await shoot(nobody.page, 'home-signed-out');
  const organiser = await visit('facilitator', server.url);
  await new HomePage(organiser.page).signIn(await server.signInLink());
  await expect(organiser.page.getByRole('radio', { name: 'Vrij associëren' })).toBeVisible();
  await shoot(organiser.page, 'home-signed-in');
  await organiser.page.goto('/prepare');
  await new PrepareForm(organiser.page).fillIn({
    format: 'Vrij associëren',
    title: sample.meetup.title,
    date: sample.meetup.date,
    communities: sample.communities.map(({ name }) => name),
  });
  await shoot(organiser.page, 'prepare');

  const [lead, hall, darkHall, phone] = [
    await visit('facilitator', server.url),
    await visit('wall', server.url),
    await visit('wall', server.url),
    await visit('phone', server.url),
  ];
  const walls = [
    { ...hall, theme: 'light' },
    { ...darkHall, theme: 'dark' },
  ] as const;
  let detail: MeetupDetail | undefined;

  async function shootWalls(state: string): Promise<void> {
    for (const { page, theme } of walls) {
      if ((await page.locator('html').getAttribute('data-theme')) !== theme) await page.keyboard.press('d');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await shoot(page, `wall-${state}-${theme}`);
    }
  }
  async function beforeTheStart({ id, links }: MeetupDetail): Promise<void> {
    await organiser.page.goto(`/links/${id}`);
    await expect(organiser.page.getByLabel('Link voor deelnemers', { exact: true })).toBeVisible();
    await shoot(organiser.page, 'links');
    for (const { page } of walls) await page.goto(links.wall);
    await lead.page.goto(links.facilitator);
    await new JoinForm(lead.page).enterAsFacilitator('Marleen');
  }
  async function whileWaiting({ links, code }: MeetupDetail): Promise<void> {
    for (const { page } of walls) await expect(page.getByText(code)).toBeVisible();
    await shootWalls('welcome');
    await phone.page.goto(links.participant);
    await phone.page.getByLabel('Naam of bijnaam').fill('Iris');
    await phone.page.getByRole('radio').nth(2).check();
    await shoot(phone.page, 'phone-join');
    await phone.page.getByRole('button', { name: 'Doe mee' }).click();
  }
  async function whileWriting(): Promise<void> {
    await shoot(lead.page, 'board-facilitator');
    await new BoardPage(lead.page).showList();
    await shoot(lead.page, 'list');
    await lead.page.getByRole('button', { name: 'Bord', exact: true }).click();
    await shootWalls('round');
    const mine = new PhonePage(phone.page);
    await mine.lay('koffie en krijt', 'de plek');
    await expect(mine.ownNote('koffie en krijt')).toContainText('opgeslagen');
    await mine.write('een kind dat de leiding neemt', 'de twijfel');
    await shoot(phone.page, 'phone-write');
    await mine.look('de plek');
    await shoot(phone.page, 'phone-board');
  }

  /** What is to be photographed when the meet-up has come so far, in order. */
  const marks: { readonly at: number; readonly shoot: (detail: MeetupDetail) => Promise<void> }[] = [
    { at: 0, shoot: whileWaiting },
    { at: WRITING, shoot: whileWriting },
    { at: IN_THE_LIGHT + 1, shoot: () => shootWalls('spotlight') },
  ];
  await holdMeetup(sample, {
    ask: server.as(await server.organiser()),
    askAsNobody: server.as(),
    onPrepared: (prepared) => (detail = prepared),
    waitUntil: async (second) => {
      if (detail === undefined) throw new Error('the meet-up has not been prepared');
      if (lead.page.url() === 'about:blank') await beforeTheStart(detail);
      while (marks[0] !== undefined && second >= marks[0].at) await marks.shift()?.shoot(detail);
      clock.set(start + second * 1000);
    },
    openPerson: (session) => openPerson(session, { url: server.url, defer, clock }),
    inOrder: true,
  });

  await organiser.page.goto('/archive');
  await expect(organiser.page.getByRole('link', { name: sample.meetup.title })).toBeVisible();
  await shoot(organiser.page, 'archive-list');
  await new ArchivePage(organiser.page).open(sample.meetup.title);
  await shoot(organiser.page, 'archive-open');
});
