// More people than fit: who comes too late is told so, and comes in by themselves.

import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test } from './test.ts';

test('[R28] a phone that comes when it is full says so, and goes on by itself when somebody leaves', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer, limits: { peoplePerBoard: 1 } });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const zoe = await visit('phone', server.url);
  await zoe.page.goto(meetup.detail.links.participant);
  await new JoinForm(zoe.page).joinAs('Zoë', 'Klinkerdijk');
  const full = zoe.page.getByRole('status').getByText('Er zijn nu zoveel mensen binnen als er passen.');
  await expect(full).toBeVisible();

  noor.closePage();

  const phone = new PhonePage(zoe.page);
  await phone.lay('toch nog binnen', 'de plek');
  await expect(phone.ownNote('toch nog binnen')).toContainText('opgeslagen');
  await expect(full).toHaveCount(0);
});
