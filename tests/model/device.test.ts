import type { MeetupRole } from '@ruimte/client/model/device';
import { openDevice } from '@ruimte/client/model/device';
import { join, lookUp } from '@ruimte/client/model/sessions';
import { createMemoryStorage } from '@ruimte/client/model/storage';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const ROLE: MeetupRole = 'participant';

test('[M10] somebody else on a device is somebody else in that meet-up alone', async () => {
  const server = await startServer({ defer });
  const [kickOff, later] = [await prepareMeetup(server), await prepareMeetup(server)];
  const device = openDevice(createMemoryStorage(), createMemoryStorage());
  const options = { base: server.url };
  for (const meetup of [kickOff, later]) {
    const entrance = { secret: meetup.secret('participant') };
    const link = await lookUp(entrance, ROLE, device, options);
    await join(entrance, link, { name: 'Noor', community: '' }, device, options);
  }

  device.startAfresh(ROLE, kickOff.detail.id);

  const known = async (meetup: typeof kickOff) =>
    (await lookUp({ secret: meetup.secret('participant') }, ROLE, device, options)).known?.name;
  expect([await known(kickOff), await known(later)]).toEqual([undefined, 'Noor']);
  const entrance = { secret: kickOff.secret('participant') };
  const link = await lookUp(entrance, ROLE, device, options);
  await join(entrance, link, { name: 'Tom', community: '' }, device, options);
  expect([await known(kickOff), await known(later)]).toEqual(['Tom', 'Noor']);
});

test('[M10] whoever was shut out is told so, not that they have to sign in', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const { participant } = noor.session;
  if (participant === null) throw new Error('Noor takes part');

  await meetup.command({ type: 'shutOut', person: participant, out: true });

  await waitFor('the end', () => noor.model.connection.get().state === 'ended');
  expect(noor.model.connection.get()).toEqual({ state: 'ended', reason: 'shutOut' });
});
