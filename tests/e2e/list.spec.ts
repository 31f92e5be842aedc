// The board as a list: what a screen reader is told of it, and what the keys do there.

import { createArranging } from '@ruimte/client/model/arranging';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { Keyboard } from './checks/keyboard.ts';
import { readTree, type TreeItem } from './pages/accessibility-tree.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test, type Visitor } from './test.ts';
import { OUTAGE } from './watch-page.ts';

type Fixtures = Pick<Parameters<Parameters<typeof test>[2]>[0], 'defer' | 'visit'>;

interface Hall {
  readonly meetup: TestMeetup;
  /** Somebody else, without a screen. */
  readonly tom: Person;
  readonly noor: Visitor;
  readonly board: BoardPage;
}

/** Noor looks at the list; Tom is there too. */
async function begin(
  { defer, visit }: Fixtures,
  lay: (tom: Person) => unknown = () => undefined,
): Promise<Hall> {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const community = meetup.detail.communities[1]?.id ?? '';
  const tom = openPerson(await meetup.join('Tom', { community }), { url: server.url, defer });
  await tom.ready();
  await lay(tom);
  await tom.saved();
  const noor = await visit('facilitator', server.url);
  await noor.page.goto(meetup.detail.links.participant);
  await new JoinForm(noor.page).joinAs('Noor', 'Spoor en Sloot');
  const board = new BoardPage(noor.page);
  await board.ready();
  await board.showList();
  return { meetup, tom, noor, board };
}
/** Lays notes of which each came later than the one before. */
async function layInOrder(
  person: Person,
  texts: readonly string[],
  zone?: string,
): Promise<readonly NoteId[]> {
  const laid: NoteId[] = [];
  for (const text of texts) {
    laid.push(person.lay(text, zone));
    // More than what the estimate of the server's time may be set back by.
    const later = person.model.now() + 25;
    await waitFor('a later moment', () => person.model.now() > later);
  }
  return laid;
}
const idOf = (person: Person, text: string): NoteId => {
  const found = [...person.model.board.get().notes.values()].find((note) => note.text === text);
  if (found === undefined) throw new Error(`there is no note "${text}"`);
  return found.id;
};
/** The notes in the accessibility tree, in its order. */
const notesInTree = async ({ page }: Visitor): Promise<readonly TreeItem[]> =>
  (await readTree(page, 'listitem')).filter(
    ({ text }) =>
      text.includes('De Blauwe Trap') || text.includes('Klinkerdijk') || text.includes('Spoor en Sloot'),
  );
/** The words of the note that has the focus. */
const focused = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('.outline-words')?.textContent ?? '');

test('[L1] the accessibility tree holds every note with all that is known of it, behind the canvas too', async ({
  defer,
  visit,
}) => {
  const { noor } = await begin({ defer, visit }, async (tom) => {
    const texts = ['de gang', 'de gymzaal', 'keukentafel', 'buiten'];
    const [gang, gymzaal, tafel] = await layInOrder(tom, texts);
    tom.lay('klei', 'kunsten');
    const arranging = createArranging(tom.model);
    arranging.group([gymzaal, tafel] as NoteId[], 'lijf');
    arranging.link(gang as NoteId, tafel as NoteId);
  });
  const expected = [
    { words: 'de gang Tom, Klinkerdijk 1 verbinding', list: 'de plek', position: 1, of: 2 },
    { words: 'buiten Tom, Klinkerdijk', list: 'de plek', position: 2, of: 2 },
    { words: 'de gymzaal Tom, Klinkerdijk groep lijf', list: 'groep lijf, 2 kaartjes', position: 1, of: 2 },
    {
      words: 'keukentafel Tom, Klinkerdijk groep lijf 1 verbinding',
      list: 'groep lijf, 2 kaartjes',
      position: 2,
      of: 2,
    },
    { words: 'klei Tom, Klinkerdijk', list: 'de kunsten', position: 1, of: 1 },
  ];
  const check = async (): Promise<void> => {
    await expect
      .poll(async () => {
        const items = await notesInTree(noor);
        return items.map(({ text, within, position, of }) => ({
          words: text.replace(/\s+/g, ' ').trim(),
          list: within.at(-1)?.replace(/\s+/g, ' '),
          position,
          of,
        }));
      })
      .toEqual(expected);
  };
  await check();
  // What is said of the place holds as well where a long list is not drawn whole.
  const places = noor.page.locator('.outline-note');
  for (const [index, { position, of }] of expected.entries()) {
    await expect(places.nth(index)).toHaveAttribute('aria-posinset', String(position));
    await expect(places.nth(index)).toHaveAttribute('aria-setsize', String(of));
  }
  // Every note is a button that says the same.
  const buttons = (await readTree(noor.page, 'button')).map(({ name }) => name);
  for (const { words } of expected) expect(buttons).toContain(words);
  await noor.page.keyboard.press('l');
  await expect(noor.page.locator('.board-outline')).toHaveAttribute('data-behind', 'true');
  await check();
});

test('[L1] a note that somebody adds is in the tree within a second', async ({ defer, visit }) => {
  const { tom, noor } = await begin({ defer, visit }, (person) => person.lay('de gang'));
  await expect.poll(async () => (await notesInTree(noor)).length).toBe(1);
  const laidAt = Date.now();
  tom.lay('net gelegd');
  await expect
    .poll(async () => (await notesInTree(noor)).map(({ text }) => text).join(), { intervals: [20] })
    .toContain('net gelegd');
  test
    .info()
    .annotations.push({ type: 'figure', description: `in the tree after ${Date.now() - laidAt} ms` });
});

test('[L3] one stop with Tab, and arrows, Home, End, Alt and numbers from note to note', async ({
  defer,
  visit,
}) => {
  const { noor, board } = await begin({ defer, visit }, async (tom) => {
    await layInOrder(tom, ['een', 'twee', 'drie']);
    tom.lay('vier', 'twijfel');
  });
  const { page } = noor;
  await expect(board.note('vier', 'de twijfel')).toBeVisible();
  expect(await page.locator('[data-outline-note][tabindex="0"]').count()).toBe(1);
  await board.note('een', 'de plek').getByRole('button').first().focus();
  const path: [string, string][] = [
    ['ArrowDown', 'twee'],
    ['End', 'vier'],
    ['ArrowUp', 'drie'],
    ['Home', 'een'],
    ['9', 'vier'],
    ['4', 'een'],
  ];
  for (const [key, words] of path) {
    await page.keyboard.press(key);
    expect(await focused(noor), key).toBe(words);
  }
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { name: 'de lege ruimte' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await focused(noor)).toBe('vier');
  expect(await page.locator('[data-outline-note][tabindex="0"]').count()).toBe(1);
});

test('[L3] a note that is walked to never lies under the search bar, on a low screen and on a narrow one', async ({
  defer,
  visit,
}) => {
  const texts = Array.from({ length: 14 }, (_, index) => `kaartje ${index + 1}`);
  const { noor, board } = await begin({ defer, visit }, (tom) => layInOrder(tom, texts));
  const keys = new Keyboard(noor.page);
  for (const size of [
    { width: 1280, height: 660 },
    { width: 660, height: 660 },
  ]) {
    await noor.page.setViewportSize(size);
    await board.note('kaartje 1', 'de plek').getByRole('button').first().focus();
    await keys.press('End');
    for (const _ of texts.slice(1)) await keys.press('ArrowUp');
    expect(await focused(noor)).toBe('kaartje 1');
  }
});

test('[L3] laying, editing, linking, grouping, moving, copying and removing by keys in the list', async ({
  defer,
  visit,
}) => {
  const { tom, noor, board } = await begin({ defer, visit }, (person) => person.lay('van Tom'));
  const { page } = noor;
  const bar = page.locator('.pick-bar');
  await board.note('van Tom', 'de plek').getByRole('button').first().focus();
  await page.keyboard.press('n');
  for (const text of ['eerste', 'tweede']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(board.note(text, 'de plek')).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'de plek' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused(noor)).toBe('eerste');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' keer');
  await page.keyboard.press('Enter');
  expect(await focused(noor)).toBe('eerste keer');

  await page.keyboard.press('k');
  await expect(bar).toContainText('Kies het kaartje om te verbinden');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => tom.model.board.get().links).toHaveLength(1);
  expect(await focused(noor)).toBe('tweede');

  await page.keyboard.press('g');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2 kaartjes gekozen');
  await page.keyboard.press('g');
  await page.keyboard.type('samen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'groep samen, 2 kaartjes' })).toBeVisible();
  expect(await focused(noor)).toBe('eerste keer');

  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('button', { name: 'de twijfel' }).press('Enter');
  await expect(board.note('eerste keer', 'de twijfel')).toBeVisible();
  expect(await focused(noor)).toBe('eerste keer');

  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('button', { name: 'het kind' }).press('Enter');
  await expect(board.note('eerste keer', 'het kind')).toBeVisible();
  await expect.poll(() => focused(noor)).toBe('eerste keer');
  await page.keyboard.press('Delete');
  await expect(board.note('eerste keer', 'de twijfel')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(board.note('eerste keer', 'de twijfel')).toBeVisible();
});

test('[L3] a note of somebody else shows what cannot be done, with the reason, and where its lines lead', async ({
  defer,
  visit,
}) => {
  const { noor, board } = await begin({ defer, visit }, (tom) => {
    const [from, to] = [tom.lay('van hier'), tom.lay('naar daar', 'twijfel')];
    createArranging(tom.model).link(from, to);
  });
  const { page } = noor;
  const row = board.note('van hier', 'de plek');
  await row.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: 'Bewerk' })).toHaveAttribute('aria-disabled', 'true');
  await expect(row.getByRole('button', { name: 'Bewerk' })).toHaveAccessibleDescription(/van iemand anders/);
  await expect(row.getByRole('button', { name: 'Verplaats' })).not.toHaveAttribute('aria-disabled');
  await row.getByRole('button', { name: 'naar daar' }).press('Enter');
  expect(await focused(noor)).toBe('naar daar');
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button')).toHaveCount(1);
});

test('[L4] a note keeps the focus while others move it, and hands it on when they remove it', async ({
  defer,
  visit,
}) => {
  const { tom, noor, board } = await begin({ defer, visit }, async (person) => {
    await layInOrder(person, ['een', 'twee', 'drie']);
  });
  const { page } = noor;
  await board.note('twee', 'de plek').getByRole('button').first().focus();
  tom.model.actions.sendToZone([idOf(tom, 'twee')], 'twijfel' as ZoneId);
  await expect(board.note('twee', 'de twijfel')).toBeVisible();
  expect(await focused(noor)).toBe('twee');
  tom.model.actions.sendToZone([idOf(tom, 'twee')], 'plek' as ZoneId);
  await expect(board.note('twee', 'de plek')).toBeVisible();
  expect(await focused(noor)).toBe('twee');
  tom.model.actions.removeNotes([idOf(tom, 'twee')]);
  await expect(page.getByText('Iemand heeft dit kaartje weggehaald.')).toBeAttached();
  expect(await focused(noor)).toBe('drie');
  tom.model.actions.removeNotes([idOf(tom, 'een')]);
  await expect(board.note('een', 'de plek')).toHaveCount(0);
  expect(await focused(noor)).toBe('drie');
});

test('[L7] looking shows only what matches, goes from one to the next, and says when nothing does', async ({
  defer,
  visit,
}) => {
  const { noor, board } = await begin({ defer, visit }, (tom) => {
    tom.lay('café op de hoek');
    tom.lay('lege stoelen');
    tom.lay('het cafe zelf', 'twijfel');
  });
  const { page } = noor;
  const rows = page.locator('[data-outline-note]');
  await page.keyboard.press('/');
  await page.keyboard.type('CAFE');
  await expect(page.getByText('2 kaartjes gevonden')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await page.keyboard.type('xyz');
  await expect(page.getByText('Niets gevonden')).toBeVisible();
  await expect(page.getByText('Geen kaartje past hierbij.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(3);
  await page.keyboard.type('zelf');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Enter');
  expect(await focused(noor)).toBe('het cafe zelf');
  await expect(board.note('het cafe zelf', 'de twijfel')).toBeVisible();
});

test('[L5] what others do is said once, in one message, and what one chose not to hear is not said', async ({
  defer,
  visit,
}) => {
  const { tom, noor, board } = await begin({ defer, visit }, (person) => person.lay('de gang'));
  const { page } = noor;
  const said = page.locator('[data-announcer="others"]');
  await expect(said).toBeAttached();
  await page.evaluate(() => {
    const region = document.querySelector('[data-announcer="others"]');
    const kept: string[] = [];
    Object.assign(window, { said: kept });
    if (region !== null)
      new MutationObserver(() => kept.push(region.textContent ?? '')).observe(region, {
        childList: true,
        subtree: true,
        characterData: true,
      });
  });
  const all = (): Promise<readonly string[]> =>
    page.evaluate(() => (window as unknown as { said: readonly string[] }).said);
  for (const text of ['een', 'twee', 'drie']) tom.lay(text);
  await expect(board.note('drie', 'de plek')).toBeVisible();
  await expect.poll(all).toEqual(['Tom legde 3 kaartjes in de plek.']);
  await expect(page.getByRole('region', { name: 'Net gebeurd' })).toContainText(
    'Tom legde een kaartje in de plek.',
  );

  await page.getByRole('combobox', { name: 'Lees voor wat anderen doen' }).selectOption('niets');
  tom.lay('stil', 'twijfel');
  await expect(page.getByRole('region', { name: 'Net gebeurd' })).toContainText('de twijfel');
  await page.getByRole('combobox', { name: 'Lees voor wat anderen doen' }).selectOption('alles');
  tom.lay('hoorbaar', 'kind');
  await expect.poll(all).toEqual(['Tom legde 3 kaartjes in de plek.', 'Tom legde een kaartje in het kind.']);
});

test('[L6] whoever lost the line finds what was done meanwhile, goes to each by keyboard, and puts it away', async ({
  defer,
  visit,
}) => {
  const { tom, noor } = await begin({ defer, visit }, (person) => person.lay('de gang'));
  const { page } = noor;
  await expect(page.locator('[data-announcer="others"]')).toBeAttached();
  noor.expectErrors(OUTAGE);
  await noor.setOffline(true);
  await expect(page.getByText('Geen verbinding.')).toBeVisible();
  tom.lay('intussen', 'twijfel');
  tom.model.actions.sendToZone([idOf(tom, 'de gang')], 'kind' as ZoneId);
  await tom.saved();
  await noor.setOffline(false);
  const away = page.getByRole('region', { name: 'Sinds je weg was: 1 nieuw kaartje, 1 verplaatst' });
  await expect(away).toBeVisible({ timeout: 30_000 });
  await away.getByRole('button', { name: 'in de twijfel' }).press('Enter');
  expect(await focused(noor)).toBe('intussen');
  await away.getByRole('button', { name: '‘de gang’' }).press('Enter');
  expect(await focused(noor)).toBe('de gang');
  await away.getByRole('button', { name: 'Gezien' }).press('Enter');
  await expect(away).toHaveCount(0);
});
