// Sending a note to a scale: by keys alone, and nobody's place is chosen for them.

import type { ZoneId } from '@ruimte/shared/ids';
import { valueOf } from '@ruimte/shared/projection/scale';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { runAxe } from './checks/axe.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test } from './test.ts';

const SCALE = 'evenwicht' as ZoneId;

test('[P5][L3] a note that is sent to a scale by key asks where, and lies there; by arrow keys from space to space too', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'doel-en-waarde', round: 'gewicht' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await expect.poll(() => noor.model.noWriting.get()).toBeUndefined();
  const note = noor.lay('samen zingen', 'doen');
  await noor.saved();
  const { page } = await visit('laptop', server.url, { reducedMotion: 'reduce' });
  await page.goto(meetup.detail.links.participant);
  await new JoinForm(page).joinAs('Tom', 'Klinkerdijk');
  await new BoardPage(page).ready();
  const valueNow = () => {
    const zone = noor.model.board.part('zones').find(({ id }) => id === SCALE);
    const [there, rect] = [noor.model.board.note(note), noor.model.board.rects.get().get(SCALE)];
    return zone && rect && there?.zone === SCALE ? valueOf(zone, rect, there).x : undefined;
  };

  await page.keyboard.press('l');
  await page.locator(`[data-outline-note="${note}"]`).focus();
  await page.keyboard.press('m');
  const title = noor.model.board.part('zones').find(({ id }) => id === SCALE)?.title.nl ?? '';
  await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: title });
  const lay = dialog.getByRole('button', { name: 'Leg hier' });
  await expect(lay).toBeDisabled();
  expect(valueNow()).toBeUndefined();
  const { violations } = await runAxe(page, 'all');
  expect(violations.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);
  await dialog.getByRole('slider').press('End');
  await lay.press('Enter');
  await expect.poll(valueNow).toBe(1);

  // The same note once more, in the same space: it can lie elsewhere on the scale.
  await page.locator(`[data-outline-note="${note}"]`).focus();
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).press('Enter');
  await dialog.getByRole('slider').press('Home');
  await lay.press('Enter');
  await expect.poll(valueNow).toBe(0);

  // On the canvas by arrow keys: out of the scale at once, back into it only with a place.
  await page.keyboard.press('l');
  await page.locator('.board-canvas').focus();
  await page.keyboard.press('8');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => noor.model.board.note(note)?.zone).not.toBe(SCALE);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(lay).toBeDisabled();
  await dialog.getByRole('slider').press('End');
  await lay.press('Enter');
  await expect.poll(valueNow).toBe(1);
});
