import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

test.each([{ peoplePerBoard: 1 }, { peoplePerProcess: 1 }])(
  '[R28] whoever comes in above %o is turned away with a code of its own, one who is in opens as many sockets as needed',
  async (limits) => {
    const server = await startServer({ defer, limits });
    const meetup = await prepareMeetup(server);
    const [noor, tom] = [await meetup.join('Noor'), await meetup.join('Tom')];
    const first = await openStandard(server, noor, { defer });
    await first.synced();

    const second = await openStandard(server, noor, { defer, kind: 'stage' });
    await second.synced();
    const late = await openStandard(server, tom, { defer });

    expect(await late.closed).toBe(CLOSE_CODES.meetupFull);
    expect(CLOSE_CODES.meetupFull).toBeGreaterThanOrEqual(4500);
  },
);

test('[R28] whoever was turned away because it was full waits, and comes in by themselves when somebody leaves', async () => {
  const server = await startServer({ defer, limits: { peoplePerBoard: 1 } });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  const why = () => {
    const connection = tom.model.connection.get();
    return connection.state === 'opening' ? connection.why : undefined;
  };
  await waitFor('the reason', () => why() === 'meetupFull');

  noor.closePage();

  await tom.ready();
  expect(new Set(tom.closeCodes)).toEqual(new Set([CLOSE_CODES.meetupFull]));
});
