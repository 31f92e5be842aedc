// Two phones without a network, in a real browser: what they wrote arrives once, whatever happened meanwhile.

import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { ArchivePage } from './pages/archive-page.ts';
import { BoardPage } from './pages/board-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test, type Visitor } from './test.ts';
import { OUTAGE } from './watch-page.ts';

const LOST = 'Geen verbinding. Wat je schrijft, blijft hier staan en gaat mee zodra het weer kan.';

async function join(person: Visitor, meetup: TestMeetup, name: string): Promise<void> {
  await person.page.goto(meetup.detail.links.participant);
  await new JoinForm(person.page).joinAs(name, 'Klinkerdijk');
}

/** Noor and Tom write without a network; Tom closes his page. Every note says that it has not been sent. */
async function writeOffline(noor: Visitor, tom: Visitor): Promise<void> {
  const [hers, his] = [new PhonePage(noor.page), new PhonePage(tom.page)];
  await hers.lay('voor het tunneltje', 'de plek');
  await expect(hers.ownNote('voor het tunneltje')).toContainText('opgeslagen');
  // The list of own notes is asked for once the field is there: in the tunnel it would not come.
  await expect(tom.page.getByText('Nog niets neergelegd.')).toBeVisible();
  for (const phone of [noor, tom]) {
    phone.expectErrors(OUTAGE);
    await phone.setOffline(true);
  }
  for (const { page } of [noor, tom]) await expect(page.getByText(LOST)).toBeVisible();
  await hers.lay('in het tunneltje', 'de twijfel');
  await hers.lay('nog steeds in het tunneltje', 'de twijfel');
  await his.lay('onder de grond', 'de kunsten');
  for (const text of ['in het tunneltje', 'nog steeds in het tunneltje']) {
    await expect(hers.ownNote(text).first()).toContainText('nog niet verstuurd');
  }
  await expect(his.ownNote('onder de grond')).toContainText('nog niet verstuurd');
  // Away from the page first: while it is closed a browser forgets that it has no network, and a last try may get through.
  await tom.page.goto('about:blank');
  await tom.page.close();
}

test('[O1] notes of phones without a network arrive once and marked, after the round ended and the board was locked', async ({
  defer,
  visit,
}) => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const [noor, tom, iris] = [
    await visit('phone', server.url),
    await visit('phone', server.url),
    await visit('laptop', server.url),
  ];
  await join(noor, meetup, 'Noor');
  await join(tom, meetup, 'Tom');
  await join(iris, meetup, 'Iris');
  await writeOffline(noor, tom);
  await meetup.goTo('stil-lezen');
  await meetup.command({ type: 'lock', locked: true });
  // A minute in the tunnel: longer than the grace in which a lock still takes words.
  clock.advance(60_000);

  await noor.setOffline(false);
  const hers = new PhonePage(noor.page);
  await expect(noor.page.getByText('Weer verbonden, 2 kaartjes verstuurd.')).toBeVisible();
  await noor.page.reload();
  await tom.setOffline(false);
  const again = await tom.openAgain();
  await again.page.goto('/m');
  const his = new PhonePage(again.page);

  await expect(hers.ownNote('nog steeds in het tunneltje')).toContainText('later binnengekomen');
  await expect(his.ownNote('onder de grond')).toContainText('later binnengekomen');
  await expect.poll(() => hers.ownTexts()).toHaveLength(3);
  await expect.poll(() => his.ownTexts()).toEqual(['onder de grond']);
  const board = new BoardPage(iris.page);
  await expect(board.space('de plek').getByRole('listitem')).toHaveCount(1);
  await expect(board.space('de kunsten').getByRole('listitem')).toHaveText([/onder de grond.*later binnen/]);
  await expect(board.space('de twijfel').getByRole('listitem')).toHaveText([
    /^in het tunneltje.*later binnengekomen/,
    /^nog steeds in het tunneltje.*later binnengekomen/,
  ]);
  await expect(board.note('voor het tunneltje', 'de plek')).not.toContainText('later');
});

test('[O2] notes of phones without a network are in the archive when the meet-up was closed meanwhile', async ({
  defer,
  visit,
}) => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const [noor, tom, reader] = [
    await visit('phone', server.url),
    await visit('phone', server.url),
    await visit('laptop', server.url),
  ];
  await join(noor, meetup, 'Noor');
  await join(tom, meetup, 'Tom');
  await writeOffline(noor, tom);
  await meetup.command({ type: 'close' });
  clock.advance(60_000);

  await noor.setOffline(false);
  await noor.page.reload();
  await tom.setOffline(false);
  const again = await tom.openAgain();
  await again.page.goto('/m');

  // Read again until all is in: a supplement comes without a sign to whoever reads.
  await new HomePage(reader.page).signIn(await server.signInLink());
  await reader.page.goto('/archive');
  const archive = new ArchivePage(reader.page);
  await archive.open('Kick-off');
  await expect
    .poll(async () => {
      await reader.page.reload();
      return archive.readSupplement();
    })
    .toEqual({
      'de kunsten': ['onder de grond'],
      'de twijfel': ['in het tunneltje', 'nog steeds in het tunneltje'],
    });
  expect(await archive.readNotes()).toEqual({ 'de plek': ['voor het tunneltje'] });
  for (const { page } of [noor, again]) {
    await expect(
      page.getByText('De bijeenkomst is afgesloten. Het bord staat in het archief.'),
    ).toBeVisible();
    await expect(page.getByText('nog niet verstuurd')).toHaveCount(0);
  }
});
