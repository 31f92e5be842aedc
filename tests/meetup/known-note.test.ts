import type { OutboxEntry } from '@ruimte/shared/protocol/outbox';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

test('[O4] a note that is known is said to lie on the board only while it does', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const id = noor.lay('ouder');
  await noor.saved();
  const ask = server.as(noor.session.session);
  const generation = noor.session.meetup?.generation;
  const entry = { id, zone: 'plek', text: 'nieuwer', round: 'rondgang', typedAt: 0, generation };
  const lay = () => ask('outbox', { entries: [entry as unknown as OutboxEntry] });

  expect((await lay()).results).toEqual([{ id, outcome: 'known', onBoard: true }]);
  noor.model.actions.removeNotes([id]);
  await waitFor('the note in the bin', async () => {
    const bin = await meetup.ask('readBin', { id: meetup.detail.id });
    return bin.length === 1;
  });
  expect((await lay()).results).toEqual([{ id, outcome: 'known' }]);
});
