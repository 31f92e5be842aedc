// The list of a board with more notes than a page can hold as rows.

import { fillMeetup } from '../bench/board/meetups.ts';
import { startServer } from '../support/start-server.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test } from './test.ts';

const NOTES = 1_200;

test('[L8] above a thousand notes each space has its beginning and its end in the list, and the rest where one goes', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const { meetup } = await fillMeetup(server, NOTES, 'slots', defer);
  const noor = await visit('laptop', server.url);
  await noor.page.goto(meetup.detail.links.facilitator);
  await new JoinForm(noor.page).enterAsFacilitator('Noor');
  const board = new BoardPage(noor.page);
  await board.ready();
  await board.showList();

  // Each row says how many there are and which it is, also where others are left out.
  const twijfel = board.space('de twijfel');
  const last = twijfel.locator('.outline-note').last();
  await expect(last).toHaveAttribute('aria-posinset', '133');
  await expect(last).toHaveAttribute('aria-setsize', '133');
  expect(await noor.page.locator('.outline-note').count()).toBeLessThan(NOTES / 2);

  // Walking on, and back from the end, brings the rows that were not there.
  const placeOfFocus = (): Promise<string | null> =>
    noor.page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? null);
  await twijfel.locator('[aria-posinset="25"] > button').focus();
  await noor.page.keyboard.press('ArrowDown');
  expect(await placeOfFocus()).toBe('26');
  await noor.page.keyboard.press('End');
  expect(await placeOfFocus()).toBe('133');

  // Who reads on without walking asks for them. The press is not a mouse's: that would have to scroll there first.
  const dynamiek = board.space('de dynamiek');
  await dynamiek.getByRole('button', { name: 'Toon kaartje 51 tot en met 75' }).dispatchEvent('click');
  await expect.poll(placeOfFocus).toBe('51');
  await expect(dynamiek.locator('[aria-posinset="75"]')).toHaveCount(1);
});
