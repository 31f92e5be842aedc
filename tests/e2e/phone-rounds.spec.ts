// What a round may ask of somebody with a phone: to write for oneself, to give dots, to rate, to choose a place.

import type { ZoneId } from '@ruimte/shared/ids';
import { valueOf } from '@ruimte/shared/projection/scale';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { runAxe } from './checks/axe.ts';
import { findLostText } from './checks/lost-text.ts';
import { findSmallTargets } from './checks/targets.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test, type Visitor } from './test.ts';
import { OUTAGE } from './watch-page.ts';

type Story = Parameters<Parameters<typeof test>[2]>[0];

const MINUTE = 60_000;
const A_FINGER = 44;
const NARROW = { width: 320, height: 1800 };
/** The bar at the foot lies over what is to be scrolled from under it; sizes are looked at below. */
const COVERED = ['target-size'];

/** Zoë holds a phone; Noor and Iris, who leads, are there without a screen. */
async function begin(
  { defer, visit }: Pick<Story, 'defer' | 'visit'>,
  { format, round, clock }: { readonly format: string; readonly round: string; readonly clock?: TestClock },
) {
  const server = await startServer({ defer, ...(clock === undefined ? {} : { clock }) });
  const meetup = await prepareMeetup(server, { format, round });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const iris = openPerson(meetup.facilitator, { url: server.url, defer });
  await Promise.all([noor.ready(), iris.ready()]);
  const zoe = await visit('phone', server.url);
  await zoe.page.goto(meetup.detail.links.participant);
  await new JoinForm(zoe.page).joinAs('Zoë', 'Klinkerdijk');
  const phone = new PhonePage(zoe.page);
  await phone.question.waitFor();
  return { meetup, noor, iris, zoe, page: zoe.page, phone };
}

/** Everybody can read it, and press it: on a narrow phone and with larger letters too. */
async function expectForEverybody({ page }: Visitor): Promise<void> {
  const { violations } = await runAxe(page, 'all', COVERED);
  expect(violations).toEqual([]);
  expect(await findSmallTargets(page, A_FINGER)).toEqual([]);
  const before = page.viewportSize() ?? NARROW;
  await page.setViewportSize(NARROW);
  expect(await findLostText(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await findLostText(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(before);
}

const isReady = (iris: Person, round: string): boolean =>
  iris.model.others.get().some(({ person, ready }) => person?.name === 'Zoë' && ready === round);

test('[P1][P6] a phone in a private round shows nothing of others, and says so, until the notes are turned over', async ({
  defer,
  visit,
}) => {
  const { meetup, noor, iris, zoe, page, phone } = await begin(
    { defer, visit },
    { format: 'orienteren', round: 'zo-sta-ik-erin' },
  );
  await expect(page.getByText('Niemand anders ziet dit, tot de begeleider')).toBeVisible();
  await phone.write('maken we het niet te mooi', 'de twijfel');
  await page.getByRole('button', { name: 'Leg op je eigen blad in de twijfel' }).tap();
  await expect(page.getByText('Ligt op je eigen blad in de twijfel. Opgeslagen.')).toBeVisible();
  await expect(phone.ownNote('te mooi')).toContainText('alleen jij ziet dit');
  noor.lay('morgen weer', 'twijfel');
  noor.lay('en overmorgen', 'twijfel');
  await noor.saved();

  const space = await phone.look('de twijfel');
  await expect(space).toContainText('en nog 2 kaartjes van anderen, nog dicht');
  await expect(space.locator('.board-note')).toHaveCount(1);
  await expect(page.getByText('morgen')).toHaveCount(0);
  await expectForEverybody(zoe);
  await phone.goBackToWriting();

  const ready = page.getByRole('button', { name: 'Ik ben klaar' });
  await ready.tap();
  await expect.poll(() => isReady(iris, 'zo-sta-ik-erin')).toBe(true);
  await expectForEverybody(zoe);
  await ready.tap();
  await expect.poll(() => isReady(iris, 'zo-sta-ik-erin')).toBe(false);
  await ready.tap();
  await expect.poll(() => isReady(iris, 'zo-sta-ik-erin')).toBe(true);
  await page.reload();
  await expect(ready).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => isReady(iris, 'zo-sta-ik-erin')).toBe(true);

  await meetup.command({ type: 'reveal' });
  await expect.poll(() => phone.read('de twijfel')).toHaveLength(3);
  await expect(phone.ownNote('te mooi')).not.toContainText('alleen jij ziet dit');
  await meetup.goTo('ons-idee');
  await expect(ready).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => isReady(iris, 'zo-sta-ik-erin')).toBe(false);
});

test('[P2] dots are given on a phone by touch and by keys, never too many, and counted with ties as ties', async ({
  defer,
  visit,
}) => {
  const { meetup, noor, zoe, page, phone } = await begin(
    { defer, visit },
    { format: 'leren-van-elkaar', round: 'wensen' },
  );
  const [first, , third] = noor.model.session.meetup.zones.map(({ id }) => id);
  const [stil, zingen, klei] = [
    noor.lay('stil zonder praten', first),
    noor.lay('samen zingen', third),
    noor.lay('klei', third),
  ] as const;
  await noor.saved();
  await meetup.goTo('stippen');
  const add = (words: string) => page.getByRole('button', { name: `Stip erbij: ${words}` });
  const take = (words: string) => page.getByRole('button', { name: `Stip weg: ${words}` });
  const note = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  const space = page.getByRole('region', { name: 'Lerende organisatie' });

  await expect(page.getByText('Leg je telefoon gerust weg')).toHaveCount(0);
  await expect(space).toContainText('3 stippen over');
  await add('samen zingen').tap();
  await add('samen zingen').focus();
  await page.keyboard.press('Enter');
  await expect(note('samen zingen')).toContainText('2 stippen');
  await add('klei').tap();
  await expect(space).toContainText('geen stippen over');
  await expectForEverybody(zoe);

  // One too many says why, and changes nothing; in another space there are three more.
  await add('klei').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Alle stippen zijn gegeven.')).toBeVisible();
  await expect(note('klei')).toContainText('1 stip');
  await add('stil zonder praten').tap();
  await take('samen zingen').tap();
  await expect(space).toContainText('1 stip over');
  await expect(page.getByText('Opgeslagen.')).toBeVisible();

  // Nobody sees what others give.
  noor.model.actions.setDots(klei, 1);
  noor.model.actions.setDots(zingen, 1);
  noor.model.actions.setDots(stil, 3);
  await expect.poll(() => noor.model.ownMarks.get().saved).toBe(true);
  await expect(note('klei')).toContainText('1 stip');
  await meetup.goTo('top-drie');
  const counted = page.locator('.counted-place');
  await expect(counted).toHaveCount(2);
  await expect(counted.first()).toContainText('4 stippen');
  await expect(counted.last()).toContainText('samen zingen');
  await expect(counted.last()).toContainText('klei');
  await expect(counted.last()).toContainText('2 stippen, gelijk');
  await expectForEverybody(zoe);
  await expect(await phone.look('Lerende organisatie')).toContainText('2 stippen');
});

test('[P2] a dot given without a connection says that it is not saved, and goes along later', async ({
  defer,
  visit,
}) => {
  const { meetup, noor, zoe, page, phone } = await begin(
    { defer, visit },
    { format: 'verdiepen', round: 'wat-vraagt-aandacht' },
  );
  noor.lay('de bel gaat te vroeg', 'plek');
  await noor.saved();
  await meetup.goTo('stippen');
  await page.getByText('3 stippen over').waitFor();
  zoe.expectErrors(OUTAGE);
  await zoe.setOffline(true);
  await page.getByRole('button', { name: 'Stip erbij: de bel' }).tap();
  await expect(page.getByText('2 stippen over').first()).toBeVisible();
  await expect(page.getByText('Nog niet opgeslagen.')).toBeVisible();
  await zoe.setOffline(false);
  await expect(page.getByText('Opgeslagen.')).toBeVisible();
  await meetup.command({ type: 'count' });
  await expect(page.locator('.counted-place')).toContainText('1 stip');
  await expect(await phone.look('de plek')).toContainText('1 stip');
});

test('[O10] a dot given without a connection outlives its page, and one that comes after the count is said', async ({
  defer,
  visit,
}) => {
  const { meetup, noor, zoe, page } = await begin(
    { defer, visit },
    { format: 'verdiepen', round: 'wat-vraagt-aandacht' },
  );
  noor.lay('de bel gaat te vroeg', 'plek');
  await noor.saved();
  await meetup.goTo('stippen');
  await page.getByText('3 stippen over').waitFor();
  zoe.expectErrors(OUTAGE);
  await zoe.setOffline(true);
  await page.getByRole('button', { name: 'Stip erbij: de bel' }).tap();
  await expect(page.getByText('Nog niet opgeslagen.')).toBeVisible();
  await page.goto('about:blank');
  await page.close();
  await zoe.setOffline(false);
  const again = await zoe.openAgain();
  again.expectErrors(OUTAGE);
  await again.page.goto(meetup.detail.links.participant);
  await expect(again.page.getByText('2 stippen over').first()).toBeVisible();
  await expect(again.page.getByText('Opgeslagen.')).toBeVisible();

  await again.setOffline(true);
  await again.page.getByRole('button', { name: 'Stip erbij: de bel' }).tap();
  await expect(again.page.getByText(/^Geen verbinding/)).toBeVisible();
  await meetup.command({ type: 'count' });
  await again.setOffline(false);
  await expect(again.page.getByText('die je toen gaf, tellen niet mee.')).toBeVisible();
  await expect(again.page.locator('.counted-place')).toContainText('1 stip');
  await expectForEverybody(again);
  await again.page.getByRole('button', { name: 'Begrepen' }).tap();
  await expect(again.page.getByText('die je toen gaf, tellen niet mee.')).toBeHidden();
});

test('[P3] spaces are rated by keys alone, one choice each, and the spread is told in a table', async ({
  defer,
  visit,
}) => {
  const { meetup, noor, zoe, page, phone } = await begin(
    { defer, visit },
    { format: 'reflectiekaart-voorwaarden', round: 'aangeven' },
  );
  const steps = page.getByRole('group', { name: 'Actief leren' });
  await steps.getByRole('radio', { name: '1, Nog nauwelijks' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(steps.getByRole('radio', { name: '3' })).toBeChecked();
  const other = page.getByRole('group', { name: 'Inhoudsgericht' });
  await other.getByRole('radio', { name: '5, Volop' }).check();
  await other.getByRole('button', { name: 'Haal weg: je keuze bij Inhoudsgericht' }).press('Enter');
  await expect(other.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(other.getByRole('radio').first()).toBeFocused();
  await expectForEverybody(zoe);

  // The same round writes too, on the own sheet.
  await phone.write('we deden het echt', 'Samenwerking');
  await page.getByRole('button', { name: 'Leg op je eigen blad in Samenwerking' }).tap();
  await expect(phone.ownNote('we deden het echt')).toContainText('alleen jij ziet dit');

  noor.model.actions.rate('actief-leren' as ZoneId, 5);
  await expect.poll(() => noor.model.ownMarks.get().saved).toBe(true);
  await expect(page.locator('.marks-state')).toHaveText('Opgeslagen.');
  await meetup.goTo('verschillen-zien');
  const table = page.getByRole('table', { name: 'Actief leren' });
  await expect(table.getByRole('row')).toHaveText([
    'staphoe vaak gekozen',
    '1, Nog nauwelijks0',
    '20',
    '31',
    '40',
    '5, Volop1',
  ]);
  await expect(page.getByRole('table')).toHaveCount(1);
  await expectForEverybody(zoe);
});

test('[P5] a note on a scale asks for its place first, lies there, and is moved along by keys', async ({
  defer,
  visit,
}) => {
  const { meetup, noor, zoe, page, phone } = await begin(
    { defer, visit },
    { format: 'reflectiekaart-opleidingsschool', round: 'neerleggen' },
  );
  const ZONE = 'leervragen' as ZoneId;
  const valueAt = (text: string): number => {
    const { board } = noor.model;
    const note = [...board.get().notes.values()].find((each) => each.text === text);
    const size = board.rects.get().get(ZONE);
    if (note?.zone !== ZONE || size === undefined) return Number.NaN;
    return Math.round(valueOf({ kind: 'scale' }, size, note).x * 100);
  };
  await phone.write('wij kiezen samen', 'Leervragen en opleidingsdoelen');
  const send = page.getByRole('button', { name: 'Kies eerst een plek' });
  await expect(send).toBeDisabled();
  const slider = page.getByRole('slider');
  await expect(slider).toHaveAttribute('aria-valuetext', 'nog geen plek gekozen');
  await slider.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageUp');
  await expect(slider).toHaveAttribute('aria-valuetext', /^dichter bij ‘Uit een gesprek/);
  await expectForEverybody(zoe);
  await page.getByRole('button', { name: 'Leg op je eigen blad in Leervragen' }).tap();
  await expect(phone.ownNote('wij kiezen samen')).toContainText('opgeslagen');
  // The next note begins without a place.
  await expect(slider).toHaveAttribute('aria-valuetext', 'nog geen plek gekozen');

  const own = phone.ownNote('wij kiezen samen');
  await own.getByRole('button', { name: 'Meer met kaartje' }).press('Enter');
  await own.getByRole('button', { name: 'Verplaats' }).press('Enter');
  await own.getByRole('slider').press('Home');
  await own.getByRole('slider').press('PageUp');
  await expectForEverybody(zoe);
  await own.getByRole('button', { name: 'Leg hier' }).press('Enter');
  await expect(own).toContainText('opgeslagen');
  await meetup.goTo('vergelijken');
  await expect.poll(() => valueAt('wij kiezen samen')).toBe(10);
  await expect(await phone.look('Leervragen en opleidingsdoelen')).toContainText('dichter bij ‘Uit een vast');
});

test('[P4] the chosen space goes round with the table, and words in the field stay with theirs', async ({
  defer,
  visit,
}) => {
  const clock = new TestClock();
  const { meetup, noor, iris, zoe, page, phone } = await begin(
    { defer, visit },
    { format: 'vrij-associeren', round: 'rondgang', clock },
  );
  const chosen = page.getByRole('radio', { checked: true });
  await expect(chosen).toHaveCount(0);
  const [person] = [...iris.model.roster.get()].find(([, { name }]) => name === 'Zoë') ?? [];
  if (person === undefined) throw new Error('Zoë is not on the roster');
  await meetup.command({ type: 'drawTables', tables: 3 });
  await meetup.command({ type: 'setTable', person, table: 2 });
  await expect(page.getByText('Tafel 2')).toBeVisible();
  await expect(page.getByText('Jullie tafel is nu bij het kind.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'het kind' })).toBeChecked();
  await expectForEverybody(zoe);

  await phone.field.fill('blote voeten');
  clock.advance(2 * MINUTE);
  await expect(
    page.getByText('Jullie tafel is nu bij de toekomst. Wat je typt, blijft bij het kind.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Leg in het kind' }).tap();
  await expect(page.getByRole('radio', { name: 'de toekomst' })).toBeChecked();
  await expect
    .poll(() => [...noor.model.board.get().notes.values()].map(({ zone }) => zone))
    .toEqual(['kind']);

  // Another space may be chosen; the next turn goes on from where the table is.
  await page.getByRole('radio', { name: 'de twijfel' }).check();
  clock.advance(2 * MINUTE);
  await expect(page.getByRole('radio', { name: 'de plek' })).toBeChecked();
});
