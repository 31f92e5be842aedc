// Somebody removes all of their notes; the facilitator brings them back with one press.

import { readBoard } from '@ruimte/shared/projection/board';
import type * as Y from 'yjs';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test } from './test.ts';

const TEXTS = Array.from({ length: 12 }, (_, index) => `gedachte ${index + 1}`);
/** What the product promises, milliseconds. */
const PROMISED_MS = 2_000;

type Defer = (clean: () => Promise<void> | void) => void;

/** Another replica, which sees what everybody sees. */
async function openWitness(server: TestServer, meetup: TestMeetup, defer: Defer): Promise<Y.Doc> {
  const { doc, synced } = await openStandard(server, await meetup.join('Ward'), { defer });
  await synced();
  return doc;
}
const read = (doc: Y.Doc) =>
  [...readBoard(doc).notes.values()]
    .map(({ id, text, author, community, zone, x, y }) => ({ id, text, author, community, zone, x, y }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test('[M11] a participant removes all of their notes, and the facilitator brings them back with one press', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const witness = await openWitness(server, meetup, defer);
  const [noor, marleen] = [await visit('laptop', server.url), await visit('facilitator', server.url)];
  await noor.page.goto(meetup.detail.links.participant);
  await new JoinForm(noor.page).joinAs('Noor', 'Klinkerdijk');
  await marleen.page.goto(meetup.detail.links.facilitator);
  await new JoinForm(marleen.page).enterAsFacilitator('Marleen');
  const hers = new BoardPage(noor.page);
  await hers.ready();
  await hers.showList();
  await hers.layInList(TEXTS, 'de plek');
  await expect.poll(() => read(witness)).toHaveLength(TEXTS.length);
  const before = read(witness);

  const bin = await new LeadPanel(marleen.page).openBin();
  await expect(bin.getByText('Er is niets verwijderd.')).toBeVisible();
  await hers.removeAllInList('de plek');
  await expect.poll(() => read(witness)).toEqual([]);

  await expect(bin.getByRole('heading', { name: /^Noor haalde 12 kaartjes weg, \d\d:\d\d$/ })).toBeVisible();
  // By keyboard alone: from the bin to the one button, and the page still knows where one is.
  await bin.locator('summary').focus();
  await marleen.page.keyboard.press('Tab');
  const all = bin.getByRole('button', { name: 'Zet alles van Noor terug' });
  await expect(all).toBeFocused();
  await all.press('Enter');
  await expect(hers.space('de plek').getByRole('listitem')).toHaveCount(TEXTS.length, {
    timeout: PROMISED_MS,
  });
  await expect(marleen.page.getByRole('status').getByText('12 kaartjes teruggelegd.')).toBeVisible();
  await expect(bin.getByText('Er is niets verwijderd.')).toBeVisible();
  expect(await marleen.page.evaluate(() => document.activeElement?.closest('.lead-panel') !== null)).toBe(
    true,
  );
  await expect.poll(() => read(witness)).toEqual(before);
});

test('[R18] nobody is offered to remove what somebody else wrote: not on the board, in the list or on a phone', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const witness = await openWitness(server, meetup, defer);
  const [noor, sami, zoe] = [
    await visit('laptop', server.url),
    await visit('laptop', server.url),
    await visit('phone', server.url),
  ];
  for (const [person, name] of [
    [noor, 'Noor'],
    [sami, 'Sami'],
    [zoe, 'Zoë'],
  ] as const) {
    await person.page.goto(meetup.detail.links.participant);
    await new JoinForm(person.page).joinAs(name, 'Klinkerdijk');
  }
  const [hers, his] = [new BoardPage(noor.page), new BoardPage(sami.page)];
  await hers.ready();
  await hers.layByKeys('van Noor', 'de plek');
  await his.ready();
  await expect(his.note('van Noor', 'de plek')).toBeAttached();

  await his.canvas.press('4');
  await his.canvas.press('ArrowRight');
  await his.canvas.press('Delete');
  await expect(sami.page.getByText('Dit kaartje is van iemand anders. Verplaatsen mag wel.')).toBeVisible();
  await his.showList();
  const row = his.note('van Noor', 'de plek');
  await row.getByRole('button').first().press('Delete');
  await row.getByRole('button').first().click();
  await expect(row.getByRole('button', { name: 'Verplaats' })).toBeVisible();
  await expect(row.getByRole('button', { name: 'Verwijder' })).toBeDisabled();
  await expect(row.getByRole('button', { name: 'Bewerk' })).toBeDisabled();
  const space = await new PhonePage(zoe.page).look('de plek');
  await expect(space.getByText('van Noor')).toBeVisible();
  await expect(space.getByRole('button')).toHaveCount(0);
  expect(read(witness).map(({ text }) => text)).toEqual(['van Noor']);
});

test('[M7] what was removed is found by who removed and by who wrote, note by note and all at once', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const witness = await openWitness(server, meetup, defer);
  const [noor, sami, marleen] = [
    await visit('laptop', server.url),
    await visit('laptop', server.url),
    await visit('facilitator', server.url),
  ];
  for (const [person, name] of [
    [noor, 'Noor'],
    [sami, 'Sami'],
  ] as const) {
    await person.page.goto(meetup.detail.links.participant);
    await new JoinForm(person.page).joinAs(name, 'Klinkerdijk');
    const board = new BoardPage(person.page);
    await board.ready();
    await board.showList();
    await board.layInList([`${name} een`, `${name} twee`], 'de plek');
  }
  await marleen.page.goto(meetup.detail.links.facilitator);
  await new JoinForm(marleen.page).enterAsFacilitator('Marleen');
  const board = new BoardPage(marleen.page);
  await board.ready();
  await board.showList();
  await board.removeAllInList('de plek');
  await expect.poll(() => read(witness)).toEqual([]);

  const bin = await new LeadPanel(marleen.page).openBin();
  await expect(bin.getByRole('heading', { name: /^Marleen haalde 4 kaartjes weg/ })).toBeVisible();
  await bin.getByRole('button', { name: 'Toon de 4 kaartjes' }).click();
  await bin.getByRole('button', { name: 'Leg terug: Sami een' }).click();
  await expect(marleen.page.getByText('1 kaartje teruggelegd.')).toBeVisible();
  await expect.poll(() => read(witness).map(({ text }) => text)).toEqual(['Sami een']);
  await bin.getByRole('radio', { name: 'wie schreef' }).check();
  await expect(bin.getByRole('heading', { name: /^Sami: 1 kaartje weggehaald/ })).toBeVisible();
  await bin.getByRole('button', { name: 'Zet alles van Noor terug' }).click();
  await expect(marleen.page.getByText('2 kaartjes teruggelegd.')).toBeVisible();
  await expect(new BoardPage(noor.page).note('Noor twee', 'de plek')).toBeVisible();
  await expect
    .poll(() =>
      read(witness)
        .map(({ text }) => text)
        .sort(),
    )
    .toEqual(['Noor een', 'Noor twee', 'Sami een']);
});
