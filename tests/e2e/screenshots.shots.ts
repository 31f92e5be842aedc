// Pictures of every page beside the design, of the kick-off as it was held: `npm run screenshots`. Not a test.

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { holdMeetup, type Sample } from '../support/hold-meetup.ts';
import { prepareMeetup } from '../support/meetup.ts';
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
import laterFile from '../samples/een-jaar-later.json' with { type: 'json' };
import sampleFile from '../samples/kick-off.json' with { type: 'json' };

const sample = sampleFile as Sample;
const FOLDER = fileURLToPath(new URL('../../test-results/screenshots/', import.meta.url));
/** Seconds after the start: in the round in which everybody writes, and with a space in the light. */
const WRITING = 900;
const CLOSING = sample.events.find(({ type }) => type === 'close')?.at ?? Infinity;
const IN_THE_LIGHT = sample.events.find(({ type, zone }) => type === 'spotlight' && zone)?.at ?? 0;

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}${basename(name)}.png` });
}

/** A finished board, as everybody has it before them. */
async function shootBoards(name: string, lead: Page, wall: Page, phone: Page): Promise<void> {
  await lead.getByRole('button', { name: 'Heel het bord' }).click();
  await shoot(lead, `full-${name}-facilitator`);
  await shoot(wall, `full-${name}-wall`);
  await new PhonePage(phone).look('de twijfel');
  await shoot(phone, `full-${name}-phone`);
}

test('pictures of a board a year later', async ({ defer, visit }) => {
  const later = laterFile as Sample;
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { communities: later.communities.map(({ name }) => name) });
  const known = new Map(
    later.communities.map(({ id, name }) => [
      id,
      meetup.detail.communities.find((one) => one.name === name)?.id,
    ]),
  );
  for (const { id, name, community } of later.people) {
    const person = openPerson(await meetup.join(name, { community: known.get(community) ?? '' }), {
      url: server.url,
      defer,
    });
    await person.ready();
    for (const { zone, text } of later.notes.filter(({ author }) => author === id)) person.lay(text, zone);
    await person.saved();
    person.closePage();
  }
  const [lead, hall, phone] = [
    await visit('facilitator', server.url),
    await visit('wall', server.url),
    await visit('phone', server.url),
  ];
  await hall.page.goto(meetup.detail.links.wall);
  await lead.page.goto(meetup.detail.links.facilitator);
  await new JoinForm(lead.page).enterAsFacilitator('Marleen');
  await new BoardPage(lead.page).ready();
  await phone.page.goto(meetup.detail.links.participant);
  await new JoinForm(phone.page).joinAs('Iris', 'Klinkerdijk');
  await shootBoards('a-year-later', lead.page, hall.page, phone.page);
});

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

  async function atTheEnd(): Promise<void> {
    await shootBoards('kick-off', lead.page, walls[0].page, phone.page);
  }

  /** What is to be photographed when the meet-up has come so far, in order. */
  const marks: { readonly at: number; readonly shoot: (detail: MeetupDetail) => Promise<void> }[] = [
    { at: 0, shoot: whileWaiting },
    { at: WRITING, shoot: whileWriting },
    { at: IN_THE_LIGHT + 1, shoot: () => shootWalls('spotlight') },
    { at: CLOSING, shoot: atTheEnd },
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
