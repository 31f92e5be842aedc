// What people really type: sequences of emoji, two directions in one line, new lines, what looks like markup, a full note.

import type { Locator } from '@playwright/test';
import { prepareMeetup } from '../support/meetup.ts';
import type { Sample } from '../support/hold-meetup.ts';
import { startServer } from '../support/start-server.ts';
import { ArchivePage } from './pages/archive-page.ts';
import { BoardPage } from './pages/board-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test } from './test.ts';
import sampleFile from '../samples/kick-off.json' with { type: 'json' };

const sample = sampleFile as Sample;

/** Beyond the Latin letters and their punctuation, with angle brackets, or as long as a note may be. */
const isOdd = (text: string): boolean => /[^ -;=?-\u024f]/.test(text) || text.length >= 100;
const ODD = sample.notes.map(({ text }) => text).filter(isOdd);
/** Enough to tell a note from its neighbours in the store's order. */
const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted();

/** The elements of which something is cut off. */
function cutOff(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((all) =>
    all
      .filter((element) => {
        const { right, left } = element.getBoundingClientRect();
        for (let box: Element | null = element; box !== null; box = box.parentElement) {
          const style = getComputedStyle(box);
          const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
          if (hides && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight))
            return true;
        }
        return left < 0 || right > document.documentElement.clientWidth;
      })
      .map((element) => element.textContent ?? ''),
  );
}

test('[S1] every odd text of the kick-off reads whole on phone, list and archive', async ({
  defer,
  visit,
}) => {
  expect(ODD.length).toBeGreaterThan(12);
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const [noor, iris] = [await visit('phone', server.url), await visit('laptop', server.url)];
  await noor.page.goto(meetup.detail.links.participant);
  await new JoinForm(noor.page).joinAs('Noor', 'Klinkerdijk');
  await iris.page.goto(meetup.detail.links.participant);
  await new JoinForm(iris.page).joinAs('Iris', 'De Blauwe Trap');
  const phone = new PhonePage(noor.page);
  for (const text of ODD) await phone.lay(text, 'de plek');
  await expect(noor.page.getByText('Ligt in de plek. Opgeslagen.')).toBeVisible();

  expect(sorted(await phone.ownTexts())).toEqual(sorted(ODD));
  expect(await cutOff(noor.page.locator('.own-note-words'))).toEqual([]);
  expect(await phone.read('de plek')).toEqual(ODD);

  const board = new BoardPage(iris.page);
  await board.showList();
  const inList = board.space('de plek').locator('.outline-words');
  await expect(inList).toHaveCount(ODD.length);
  expect(await inList.allInnerTexts()).toEqual(ODD);
  expect(await cutOff(inList)).toEqual([]);

  await meetup.command({ type: 'close' });
  const reader = await visit('phone', server.url);
  await new HomePage(reader.page).signIn(await server.signInLink());
  await reader.page.goto('/archive');
  const archive = new ArchivePage(reader.page);
  await archive.open('Kick-off');
  expect(await archive.readNotes()).toEqual({ 'de plek': sorted(ODD) });
  expect(await cutOff(reader.page.locator('.snapshot-text'))).toEqual([]);
});
