// Preparing a form of one's own and leading it: what each round asks for, tables, a space that was missing.

import type { CommunityId, MeetupId, RoundId } from '@ruimte/shared/ids';
import { createSecret } from '@ruimte/shared/ids';
import type { Page } from '@playwright/test';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { runAxe } from './checks/axe.ts';
import { findLostText } from './checks/lost-text.ts';
import { BoardPage } from './pages/board-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { LinksPage, PrepareForm } from './pages/prepare-form.ts';
import { expect, test } from './test.ts';
import { REFUSED } from './watch-page.ts';

type Defer = (clean: () => Promise<void> | void) => void;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await runAxe(page, 'all');
  expect(violations.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);
}

/** Somebody comes in by the link of the participants, without a screen. */
async function comeIn(
  server: TestServer,
  defer: Defer,
  link: string,
  name: string,
  community: CommunityId | '',
): Promise<Person> {
  const secret = link.slice(link.indexOf('#') + 1);
  const session = await server.as()('join', { secret, device: createSecret(), name, community });
  const person = openPerson(session, { url: server.url, defer });
  await person.ready();
  return person;
}

async function lead(page: Page, meetup: TestMeetup, name = 'Iris'): Promise<LeadPanel> {
  await page.goto(meetup.detail.links.facilitator);
  await new JoinForm(page).enterAsFacilitator(name);
  await new BoardPage(page).ready();
  return new LeadPanel(page);
}

test('[M20][M21][M22] a form is shortened, held with one key, with tables and a space that was missing', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const iris = await visit('facilitator', server.url, { reducedMotion: 'reduce' });
  const { page } = iris;
  await new HomePage(page).signIn(await server.signInLink());
  const form = new PrepareForm(page);
  await form.showPhase('Verdiepen');
  await expect(page.getByRole('radio', { name: 'Focusgesprek' })).toBeVisible();
  await form.showPhase('Oriënteren');
  await form.fillIn({
    format: 'Oriënteren',
    title: 'Kort',
    date: '2026-11-14',
    communities: ['De Brug', 'De Kade'],
  });
  await form.round('Naast elkaar').uncheck();
  await expect(
    page.getByText('Wat in ‘Zo sta ik erin’ geschreven wordt, zou niemand te zien krijgen.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Zet klaar' }).click();
  await expect(page).not.toHaveURL(/\/links\//);
  await form.round('Naast elkaar').check();
  await form.round('Binnenkomen').uncheck();
  await form.minutes('Zo sta ik erin').fill('4');
  await expect(page.getByText('4 rondes, samen 44 minuten')).toBeVisible();
  await expectAccessible(page);
  await form.prepare();
  const id = new URL(page.url()).pathname.replace('/links/', '') as MeetupId;
  const forParticipants = await new LinksPage(page).readLink('deelnemers');
  await page.getByRole('button', { name: 'Open de bijeenkomst' }).click();
  const [board, panel] = [new BoardPage(page), new LeadPanel(page)];
  await board.ready();
  const { communities } = await server.as(await server.organiser())('readMeetup', { id });
  const [brug, kade] = communities;
  const noor = await comeIn(server, defer, forParticipants, 'Noor', brug?.id ?? '');
  const sami = await comeIn(server, defer, forParticipants, 'Sami', kade?.id ?? '');

  // The first round is private: counts, never words.
  await page.keyboard.press('Control+Enter');
  await expect(panel.panel.getByRole('button', { name: /^Draai samen om/ })).toBeVisible();
  await expect(page.getByRole('timer')).toContainText(/^0?[34]:/);
  await expect.poll(() => noor.model.stage.get().sealed.length).toBe(1);
  noor.lay('een geheim', 'plek');
  sami.lay('nog een geheim', 'lege-ruimte');
  noor.model.setPresence({ ready: 'zo-sta-ik-erin' as RoundId });
  await expect(panel.panel.getByText('2 kaartjes geschreven')).toBeVisible();
  await expect(panel.panel.getByText('de plek 1')).toBeVisible();
  await expect(panel.panel.getByText('1 van 2 zeggen klaar te zijn.')).toBeVisible();
  await expect(panel.panel.getByText('Nog stil: 7 ruimtes')).toBeVisible();
  await expect(panel.panel.getByText(/de lege ruimte \d/)).toHaveCount(0);
  await expect(page.getByText('geheim')).toHaveCount(0);
  await expectAccessible(page);

  await page.keyboard.press('Control+Enter');
  await expect(board.note('een geheim', 'de plek')).toBeVisible();
  await expect(board.note('nog een geheim', 'de lege ruimte')).toBeVisible();

  // Tables: whoever is drawn apart can be put together by hand.
  const tableOf = (person: Person) => {
    const who = person.session.participant;
    return who === null ? undefined : noor.model.roster.get().get(who)?.table;
  };
  const tables = await panel.unfold('Tafels');
  await tables.getByLabel('Aantal tafels').fill('2');
  await tables.getByRole('button', { name: 'Loot', exact: true }).click();
  await expect(tables.getByRole('button', { name: 'Loot opnieuw' })).toBeVisible();
  await expect.poll(() => [tableOf(noor), tableOf(sami)].sort()).toEqual([1, 2]);
  await tables.getByLabel('Iemand verplaatsen').selectOption(sami.session.participant ?? '');
  await tables.getByLabel('Naar').selectOption(`Tafel ${tableOf(noor)}`);
  await tables.getByRole('button', { name: 'Verplaats', exact: true }).click();
  await expect.poll(() => tableOf(sami)).toBe(tableOf(noor));
  await expectAccessible(page);
  await tables.getByRole('button', { name: 'Haal de tafels weg' }).click();
  await expect.poll(() => [tableOf(noor), tableOf(sami)]).toEqual([undefined, undefined]);

  // A space that was missing, on every screen.
  const spaces = await panel.unfold('Ruimtes');
  await spaces.getByLabel('Welke ruimte ontbreekt?').fill('de stilte');
  await expectAccessible(page);
  await spaces.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(page.getByRole('region', { name: 'de stilte', exact: true })).toBeVisible();
  await expect.poll(() => noor.model.board.get().zones.map(({ title }) => title.nl)).toContain('de stilte');
});

test('[V4] a reveal that was skipped is said, and made up for', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'orienteren', round: 'zo-sta-ik-erin' });
  const [brug] = meetup.detail.communities;
  const noor = await comeIn(server, defer, meetup.detail.links.participant, 'Noor', brug?.id ?? '');
  const iris = await visit('facilitator', server.url);
  const panel = await lead(iris.page, meetup);
  noor.lay('een geheim', 'plek');
  await noor.saved();

  const round = await panel.unfoldRound('Ons eerste idee');
  await expect(round.getByText('Wat op eigen bladen ligt, blijft daar tot je het omdraait.')).toBeVisible();
  await round.getByRole('button', { name: 'Ga naar deze ronde' }).click();

  await expect(panel.panel.getByText('1 kaartje ligt nog op eigen bladen.')).toBeVisible();
  await panel.panel.getByRole('button', { name: 'Sluit af…' }).click();
  const dialog = iris.page.getByRole('dialog');
  await expect(dialog.getByText('gaan niet mee in de momentopname')).toBeVisible();
  await dialog.getByRole('button', { name: 'Laat maar' }).click();
  await expectAccessible(iris.page);
  await panel.panel.getByRole('button', { name: 'Draai nu om' }).click();
  await expect(new BoardPage(iris.page).note('een geheim', 'de plek')).toBeVisible();
  await expect(panel.panel.getByText('nog op eigen bladen')).toHaveCount(0);
  // A round that has been is held once more.
  const again = await panel.unfoldRound('Zo sta ik erin');
  await again.getByRole('button', { name: 'Ga terug naar deze ronde' }).click();
  await expect(panel.panel.getByRole('button', { name: /^Draai samen om/ })).toBeVisible();
});

test('[V6] dots are closed with the same key that goes on', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'leren-van-elkaar', round: 'stippen' });
  const iris = await visit('facilitator', server.url);
  const panel = await lead(iris.page, meetup);
  await expect(panel.panel.getByRole('button', { name: 'Sluit stemmen' })).toBeVisible();
  await expect(
    panel.panel.getByText('Niemand ziet de stippen van een ander tot je het stemmen sluit.'),
  ).toBeVisible();

  await iris.page.keyboard.press('Control+Enter');

  await expect(panel.panel.getByRole('button', { name: /^Volgende ronde/ })).toBeVisible();
  await iris.page.keyboard.press('Control+Enter');
  await expect(panel.panel.locator('[aria-current="step"]')).toContainText('Top 3');
});

test('[M3] of two facilitators who press at once one is told that the other was first', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { round: 'welkom' });
  const [iris, joost] = [await visit('facilitator', server.url), await visit('facilitator', server.url)];
  const [hers, his] = [await lead(iris.page, meetup, 'Iris'), await lead(joost.page, meetup, 'Joost')];
  joost.expectErrors(REFUSED);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await joost.page.route('**/api/commands', async (route) => {
    await held;
    await route.continue();
  });
  await his.nextRound();
  await hers.nextRound();
  await expect(hers.panel.locator('[aria-current="step"]')).toContainText('De rondgang');

  letGo();

  await expect(joost.page.getByText('Iemand anders ging al door.')).toBeVisible();
  await expect(his.panel.locator('[aria-current="step"]')).toContainText('De rondgang');
  await expect(hers.panel.locator('[aria-current="step"]')).toContainText('De rondgang');
});

test('[E1][E2] a phone leads with one thumb', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'orienteren', round: null });
  const iris = await visit('phone', server.url, { reducedMotion: 'reduce' });
  const { page } = iris;
  const panel = await lead(page, meetup);
  const thumb = page.getByRole('complementary', { name: 'Regie' });
  await thumb.getByRole('button', { name: /^Begin/ }).tap();
  await thumb.getByRole('button', { name: /^Volgende ronde/ }).tap();
  await expect(thumb.getByRole('button', { name: /^Draai samen om/ })).toBeVisible();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const box = await thumb.getByRole('button', { name: 'Regie' }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(844 - 64);
    await expectAccessible(page);
    expect(await findLostText(page)).toEqual([]);
    await thumb.getByRole('button', { name: 'Regie' }).tap();
    await expectAccessible(page);
    await panel.panel.getByRole('button', { name: 'Sluit de regie' }).tap();
  }
});

test('[M23] a meet-up is made like an earlier one', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'prepared' });
  const iris = await visit('facilitator', server.url);
  await new HomePage(iris.page).signIn(await server.signInLink());
  await iris.page.goto(`/links/${meetup.detail.id}`);
  const before = await new LinksPage(iris.page).readLink('deelnemers');
  await iris.page.getByRole('button', { name: 'Maak er nog zo een' }).click();
  await expectAccessible(iris.page);
  const dialog = iris.page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Tweede keer');
  await dialog.getByRole('button', { name: 'Zet klaar' }).click();

  await expect(iris.page.getByRole('heading', { name: 'Tweede keer' })).toBeVisible();
  expect(await new LinksPage(iris.page).readLink('deelnemers')).not.toBe(before);
  await iris.page.getByRole('link', { name: 'Pas aan' }).click();
  await expect(iris.page.getByLabel('Naam van Klinkerdijk')).toBeVisible();
});

test('[M22] a facilitator without an account shortens a prepared meet-up, and is told what rotation needs', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'prepared' });
  const { id, links } = meetup.detail;
  const iris = await visit('facilitator', server.url);
  const panel = await lead(iris.page, meetup);
  await iris.page.goto(`/prepare/${id}`);
  const form = new PrepareForm(iris.page);
  await form.round('Stil lezen').uncheck();
  await form.minutes('De rondgang').fill('9');
  await iris.page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(iris.page).toHaveURL(/\/links\//);
  const { view } = await meetup.ask('readMeetup', { id });
  expect(view.rounds.map((round) => round.minutes)).toEqual([5, 9, 13, 5]);

  await meetup.command({ type: 'open' });
  await comeIn(server, defer, links.participant, 'Noor', '');
  await meetup.goTo('rondgang');
  await iris.page.goto('/m');
  await expect(panel.panel.getByText('Niemand zit nog aan een tafel')).toBeVisible();
  await meetup.command({ type: 'drawTables', tables: 9 });
  await expect(panel.panel.getByText('Niemand zit nog aan een tafel')).toHaveCount(0);
});
