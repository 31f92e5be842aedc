// A participant at a tablet who can tap and nothing else: no drag, no pinch, no long press, no key but letters.

import type { NoteId } from '@ruimte/shared/ids';
import { NOTE_SIZE, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { BoardPage, type SpaceName } from './pages/board-page.ts';
import { expect, test } from './test.ts';

const TABLET = { hasTouch: true, viewport: { width: 1180, height: 820 } } as const;

test('[A2] joining, writing, editing, moving, grouping, linking, undoing, finding and zooming by single taps', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const { page } = await visit('laptop', server.url, TABLET);
  const board = new BoardPage(page);
  const rail = page.getByRole('navigation', { name: 'Gereedschap' });
  const toolbar = page.getByRole('toolbar');
  const bar = page.locator('.pick-bar');

  const noteOf = (text: string) => {
    const found = [...noor.model.board.get().notes.values()].find((note) => note.text === text);
    if (found === undefined) throw new Error(`no note "${text}" at Noor`);
    return found;
  };
  /** Taps the middle of a note, with the whole board in view. */
  async function tapNote(text: string, space: SpaceName): Promise<void> {
    await rail.getByRole('button', { name: 'Heel het bord' }).tap();
    // A tap on a note that is selected would edit it.
    await board.tap('de kunsten', { x: 0.9, y: 0.95 });
    const { x, y } = noteOf(text);
    const spot = {
      x: (x + NOTE_SIZE.w / 2) / ZONE_SIZE.w,
      y: (y + NOTE_SIZE.h / 2) / ZONE_SIZE.h,
    };
    await board.tap(space, spot);
  }
  const isThere = (text: string) =>
    expect.poll(() => noor.texts().includes(text), { message: `"${text}" at Noor` }).toBe(true);

  await page.goto(meetup.detail.links.participant);
  await page.getByLabel('Naam of bijnaam').tap();
  await page.keyboard.type('Sami');
  await page.locator('.choice').first().tap();
  await page.getByRole('button', { name: 'Doe mee' }).tap();
  await board.ready();

  // Three notes: the space is chosen with a tap, the button in the rail opens the paper.
  for (const text of ['de gang', 'het plein', 'de tuin']) {
    await rail.getByRole('button', { name: 'Heel het bord' }).tap();
    await board.tap('de plek', { x: 0.9, y: 0.95 });
    await board.addButton.tap();
    await page.keyboard.type(text);
    await board.tap('de toekomst', { x: 0.9, y: 0.95 });
    await isThere(text);
  }

  // A tap selects, a second tap edits.
  await tapNote('de gang', 'de plek');
  await expect(toolbar).toBeVisible();
  await toolbar.getByRole('button', { name: 'Bewerk' }).tap();
  await page.keyboard.type(' op');
  await board.tap('de toekomst', { x: 0.9, y: 0.95 });
  await isThere('de gang op');

  await tapNote('de gang op', 'de plek');
  await toolbar.getByRole('button', { name: 'Verplaats' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'de twijfel' }).tap();
  await expect.poll(() => noteOf('de gang op').zone).toBe('twijfel');

  await tapNote('het plein', 'de plek');
  await toolbar.getByRole('button', { name: 'Groepeer' }).tap();
  await tapNote('de tuin', 'de plek');
  await expect(bar).toContainText('2 kaartjes gekozen');
  await bar.getByLabel('Naam van de groep').tap();
  await page.keyboard.type('buiten');
  await bar.getByRole('button', { name: 'Maak de groep' }).tap();
  await expect.poll(() => noor.model.board.get().groups.map(({ name }) => name)).toEqual(['buiten']);

  await tapNote('het plein', 'de plek');
  await toolbar.getByRole('button', { name: 'Verbind' }).tap();
  await tapNote('de gang op', 'de twijfel');
  const ends = (): readonly NoteId[] => noor.model.board.get().links.flatMap(({ from, to }) => [from, to]);
  await expect.poll(ends).toEqual([noteOf('het plein').id, noteOf('de gang op').id]);

  await rail.getByRole('button', { name: 'Ongedaan maken' }).tap();
  await expect.poll(ends).toEqual([]);

  // Find a note, and read what somebody else has just done.
  await rail.getByRole('button', { name: 'Zoek' }).tap();
  await page.keyboard.type('tuin');
  await expect(page.getByText('1 kaartje gevonden').first()).toBeVisible();
  await page.getByRole('button', { name: 'Volgende' }).first().tap();
  await page.getByRole('button', { name: 'Stop met zoeken' }).tap();
  noor.lay('hoort alles', 'kind');
  await rail.getByRole('button', { name: 'Lijst' }).tap();
  await expect(board.note('hoort alles', 'het kind')).toBeVisible();
  await rail.getByRole('button', { name: 'Bord', exact: true }).tap();

  const zoom = page.locator('.board-zoom');
  await rail.getByRole('button', { name: 'Heel het bord' }).tap();
  const whole = (await zoom.textContent()) ?? '';
  await rail.getByRole('button', { name: 'Dichterbij' }).tap();
  await expect(zoom).not.toHaveText(whole);
});
