// When something cannot be done the page says why, in both languages; what was written stays.

import type { Page } from '@playwright/test';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { startServer } from '../support/start-server.ts';
import { createBalkyStore } from '../support/balky-store.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test, type Visitor } from './test.ts';
import { OUTAGE, REFUSED } from './watch-page.ts';

type Switch = (to: 'English' | 'Nederlands') => Promise<void>;

const byButton =
  (page: Page): Switch =>
  (to) =>
    page.getByRole('button', { name: to }).click();

/** The sentence stands there, and in English once that is chosen. */
async function expectSentence(page: Page, nl: string, en: string, switchLanguage: Switch): Promise<void> {
  await expect(page.getByText(nl).first()).toBeVisible();
  await switchLanguage('English');
  await expect(page.getByText(en).first()).toBeVisible();
  await expect(page.getByText(nl)).toHaveCount(0);
  await switchLanguage('Nederlands');
  await expect(page.getByText(nl).first()).toBeVisible();
}

async function joinByPhone(person: Visitor, meetup: TestMeetup): Promise<PhonePage> {
  await person.page.goto(meetup.detail.links.participant);
  await new JoinForm(person.page).joinAs('Noor', 'Klinkerdijk');
  const phone = new PhonePage(person.page);
  await phone.field.waitFor();
  return phone;
}

test('an unknown code is said', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const noor = await visit('phone', server.url);
  noor.expectErrors(REFUSED);
  await new HomePage(noor.page).typeCode('KLEI 0000');
  await expectSentence(
    noor.page,
    'Deze code kennen we niet. Kijk nog eens op het scherm.',
    'We do not know this code. Look at the screen once more.',
    byButton(noor.page),
  );
});

test('a wrong passphrase is said', async ({ defer, visit }) => {
  const server = await startServer({ defer, env: { PASSPHRASE: 'een lange wachtzin' } });
  const iris = await visit('facilitator', server.url);
  iris.expectErrors(REFUSED);
  await new HomePage(iris.page).signInWith('een korte wachtzin');
  await expectSentence(
    iris.page,
    'Deze wachtzin klopt niet. Probeer het nog eens en let op hoofdletters.',
    'This passphrase is not right. Try again and mind the capitals.',
    byButton(iris.page),
  );
});

test('a closed meet-up is said at the door', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  await meetup.command({ type: 'close' });
  const noor = await visit('phone', server.url);
  await noor.page.goto(meetup.detail.links.participant);
  await expectSentence(
    noor.page,
    'De bijeenkomst is afgesloten. Het bord staat in het archief.',
    'The meet-up is closed. The board is in the archive.',
    byButton(noor.page),
  );
});

test('a locked board is said', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await visit('phone', server.url);
  const phone = await joinByPhone(noor, meetup);
  await phone.write('half getypt', 'de plek');
  await meetup.command({ type: 'lock', locked: true });
  await expectSentence(
    noor.page,
    'Het bord is op slot. Je kunt nog wel kijken. Je tekst blijft hier staan.',
    'The board is locked. You can still look. Your text stays here.',
    (to) => phone.switchLanguage(to),
  );
  await expect(phone.field).toHaveValue('half getypt');
});

test('a note that is too long is said, and stays whole', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const noor = await visit('phone', server.url);
  const phone = await joinByPhone(noor, await prepareMeetup(server));
  const long = 'ja '.repeat(41).trim();
  await phone.write(long, 'de plek');
  await expect(phone.sendButton).toBeDisabled();
  await expectSentence(
    noor.page,
    'Dit is 2 tekens te lang voor een kaartje. Maak het korter of verdeel het over twee kaartjes.',
    'This is 2 characters too long for a note. Make it shorter or spread it over two notes.',
    (to) => phone.switchLanguage(to),
  );
  await expect(phone.field).toHaveValue(long);
});

test('[R10] a full board is said, and the note stays to be copied', async ({ defer, visit }) => {
  const server = await startServer({ defer, limits: { notesPerBoard: 1 } });
  const noor = await visit('phone', server.url);
  const phone = await joinByPhone(noor, await prepareMeetup(server));
  await phone.lay('past er nog op', 'de plek');
  await expect(phone.ownNote('past er nog op')).toContainText('opgeslagen');
  await phone.lay('past er niet meer op', 'de plek');
  const refused = noor.page.getByRole('region', { name: 'Nog niet verstuurd' });
  await expect(refused).toContainText('past er niet meer op');
  await expectSentence(
    noor.page,
    'Het bord is vol. Haal kaartjes weg of ga verder met een nieuwe bijeenkomst.',
    'The board is full. Remove notes or go on with a new meet-up.',
    (to) => phone.switchLanguage(to),
  );
  await expect(phone.ownNote('past er nog op')).toContainText('opgeslagen');
});

test('[O6] whoever asks for English without a network keeps a page that works', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const noor = await visit('phone', server.url);
  const phone = await joinByPhone(noor, await prepareMeetup(server));
  await phone.openMenu();
  noor.expectErrors(OUTAGE);
  await server.stop();
  await phone.switchLanguage('English');
  await phone.lay('in het Nederlands dan maar', 'de plek');
  await expect(phone.ownNote('in het Nederlands dan maar')).toContainText('nog niet verstuurd');
  await server.start();
  await expect(noor.page.getByRole('heading', { name: 'My notes' })).toBeVisible();
});

test('[O6] a lost connection is said, and that it is back', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const noor = await visit('phone', server.url);
  const phone = await joinByPhone(noor, await prepareMeetup(server));
  // Words that are to be said without a network have to be there before it goes.
  await phone.switchLanguage('English');
  await phone.switchLanguage('Nederlands');
  noor.expectErrors(OUTAGE);
  await server.stop();
  await expectSentence(
    noor.page,
    'Geen verbinding. Wat je schrijft, blijft hier staan en gaat mee zodra het weer kan.',
    'No connection. What you write stays here and goes along as soon as it can.',
    (to) => phone.switchLanguage(to),
  );
  await phone.lay('toch maar geschreven', 'de plek');
  await server.start();
  await expectSentence(
    noor.page,
    'Weer verbonden, 1 kaartje verstuurd.',
    'Connected again, 1 note sent.',
    (to) => phone.switchLanguage(to),
  );
});

test('[R9] it is said when nothing can be saved, on phone and wall', async ({ defer, visit }) => {
  const balky = createBalkyStore();
  const server = await startServer({ defer, store: balky.store });
  const meetup = await prepareMeetup(server);
  const [noor, hall] = [await visit('phone', server.url), await visit('wall', server.url)];
  const phone = await joinByPhone(noor, meetup);
  await hall.page.goto(meetup.detail.links.wall);
  await expect(hall.page.getByText('Wat komt er bij je op?')).toBeVisible();
  for (const person of [noor, hall]) person.expectErrors(/status of 5\d\d|WebSocket connection to/);
  balky.setFull(true);
  await phone.lay('op een volle schijf', 'de plek');
  await expect(hall.page.getByText('niet opgeslagen')).toBeVisible();
  await expectSentence(
    noor.page,
    'Niet opgeslagen. De server kan nu niets bewaren. Wat je schrijft, blijft hier staan.',
    'Not saved. The server cannot keep anything now. What you write stays here.',
    (to) => phone.switchLanguage(to),
  );
  balky.setFull(false);
  await expect(phone.ownNote('op een volle schijf')).toContainText('opgeslagen');
});

test('a browser that is too old is told so, in both languages at once', async ({ defer, visit }) => {
  const server = await startServer({ defer });
  const noor = await visit('phone', server.url);
  // What comes after the sentence may break: nothing of it is shown.
  noor.expectErrors(/./);
  await noor.page.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
  await noor.page.goto('/');
  const message = noor.page.getByRole('alert');
  await expect(message).toContainText('Deze browser is te oud voor Ruimte. Werk hem bij');
  await expect(message).toContainText('This browser is too old for Ruimte. Update it');
  await expect(noor.page.getByRole('textbox')).toHaveCount(0);
});
