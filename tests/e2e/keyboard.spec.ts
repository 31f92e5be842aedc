// A participant at a laptop who has no mouse: everything one does at a meet-up, with keys alone.

import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { Keyboard } from './checks/keyboard.ts';
import { BoardPage } from './pages/board-page.ts';
import { expect, test } from './test.ts';

test('[A1] joining, writing, editing, moving, grouping, linking, undoing, finding and zooming by keyboard alone', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const { page } = await visit('laptop', server.url);
  const keys = new Keyboard(page);
  await keys.watchPointers();
  const board = new BoardPage(page);
  const bar = page.locator('.pick-bar');

  await page.goto(meetup.detail.links.participant);
  await page.getByLabel('Naam of bijnaam').waitFor();
  await keys.tabTo(page.getByLabel('Naam of bijnaam'));
  await keys.type('Sami');
  await keys.tabTo(page.getByRole('radio').first());
  await keys.press('Space');
  await keys.tabTo(page.getByRole('button', { name: 'Doe mee' }));
  await page.keyboard.press('Enter');
  await board.ready();
  const zoom = page.locator('.board-zoom');
  const whole = await zoom.innerText();

  // Three notes in de plek.
  await keys.tabTo(board.canvas);
  await keys.press('4');
  for (const text of ['de gang', 'het plein', 'de tuin']) {
    await keys.press('n');
    await keys.type(text);
    await keys.press('Enter');
    await expect(board.note(text, 'de plek')).toBeAttached();
  }

  // Edit the first of them.
  await keys.press('4');
  await keys.press('Enter');
  await keys.press('End');
  await keys.type(' op');
  await keys.press('Enter');
  await expect(board.note('de gang op', 'de plek')).toBeAttached();

  // To another space, by the plan.
  await keys.press('m');
  await expect(page.getByRole('dialog', { name: 'Verplaats naar' })).toBeVisible();
  await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: 'de twijfel' }));
  await keys.press('Enter');
  await expect(board.note('de gang op', 'de twijfel')).toBeAttached();
  await expect(page.getByText('Kaartje verplaatst naar de twijfel.')).toBeVisible();

  // The other two in a group.
  await keys.tabTo(board.canvas);
  await keys.press('4');
  await keys.press('g');
  await expect(bar).toContainText('1 kaartje gekozen');
  await keys.press('ArrowRight');
  await keys.press('Enter');
  await expect(bar).toContainText('2 kaartjes gekozen');
  await keys.press('g');
  await keys.type('buiten');
  await keys.press('Enter');
  await expect(bar).toBeHidden();
  await expect(page.getByText('Groep ‘buiten’ gemaakt.')).toBeVisible();
  await expect.poll(() => noor.model.board.get().groups.map(({ name }) => name)).toEqual(['buiten']);

  // A line from the first of them to the one in de twijfel.
  await keys.tabTo(board.canvas);
  await keys.press('4');
  await keys.press('k');
  await expect(bar).toContainText('Kies het kaartje om te verbinden');
  await keys.press('9');
  await keys.press('Enter');
  await expect(bar).toBeHidden();
  await expect.poll(() => noor.model.board.get().links).toHaveLength(1);

  // Undo takes the line back, and then the group.
  await keys.press('Control+z');
  await expect.poll(() => noor.model.board.get().links).toHaveLength(0);
  await keys.press('Control+z');
  await expect.poll(() => noor.model.board.get().groups).toHaveLength(0);

  // Find a note by a word, go to it, and back to the board.
  await keys.press('/');
  await keys.type('tuin');
  await expect(page.getByText('1 kaartje gevonden').first()).toBeVisible();
  await keys.press('Enter');
  await keys.press('Escape');
  await keys.press('Escape');
  await expect(board.canvas).toBeFocused();

  // What somebody else has just done, in the list.
  noor.lay('hoort alles', 'kind');
  await keys.press('l');
  await expect(page.getByText('Noor legde een kaartje in het kind').last()).toBeVisible();
  await keys.press('2');
  await expect(board.note('hoort alles', 'het kind').getByRole('button').first()).toBeFocused();
  await keys.press('l');
  await expect(board.canvas).toBeFocused();

  // Zoom in, out, and fit.
  await keys.press('0');
  await expect(zoom).toHaveText(whole);
  await keys.press('+');
  await expect(zoom).not.toHaveText(whole);
  await keys.press('0');
  await expect(zoom).toHaveText(whole);

  await keys.sawNoPointer();
});
