// The line dies without a word, as it does in a lift or behind a firewall: the page says so and mends it by itself.

import { prepareMeetup } from '../support/meetup.ts';
import { openSilentProxy } from '../support/silent-proxy.ts';
import { startServer } from '../support/start-server.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test } from './test.ts';

const LOST = 'Geen verbinding. Wat je schrijft, blijft hier staan en gaat mee zodra het weer kan.';

test('[F9] a phone on a line that swallows everything says so, keeps what is written, and sends it later', async ({
  defer,
  visit,
}, testInfo) => {
  const server = await startServer({ defer });
  const line = await openSilentProxy(server.port, defer);
  const meetup = await prepareMeetup(server);
  const [noor, tom] = [await visit('phone', line.url), await visit('laptop', server.url)];
  for (const [person, name] of [
    [noor, 'Noor'],
    [tom, 'Tom'],
  ] as const) {
    await person.page.goto(meetup.detail.links.participant);
    await new JoinForm(person.page).joinAs(name, 'Klinkerdijk');
  }
  const phone = new PhonePage(noor.page);
  await phone.lay('voor de stilte', 'de plek');
  await expect(phone.ownNote('voor de stilte')).toContainText('opgeslagen');

  const since = performance.now();
  line.fallSilent();
  await expect(noor.page.getByText(LOST)).toBeVisible();
  testInfo.annotations.push({
    type: 'said after',
    description: `${Math.round(performance.now() - since)} ms`,
  });
  await phone.lay('in de stilte', 'de plek');
  await expect(phone.ownNote('in de stilte')).toContainText('nog niet verstuurd');

  line.mend();
  const mended = performance.now();
  await expect(noor.page.getByText(LOST)).toHaveCount(0, { timeout: 40_000 });
  testInfo.annotations.push({
    type: 'back after',
    description: `${Math.round(performance.now() - mended)} ms`,
  });
  await expect(phone.ownNote('in de stilte')).toContainText('opgeslagen');
  await expect(new BoardPage(tom.page).note('in de stilte', 'de plek')).toBeAttached();
  await expect(phone.ownNote('in de stilte')).toHaveCount(1);
});
