import { openStore } from '@ruimte/server/store/open-store';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { poisonUpdate } from '../support/poison.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { waitFor } from '../support/wait-for.ts';

test('[F16] a board that would take for ever to open is set aside; the server starts and the other board goes on meanwhile', async () => {
  const server = await startServerProcess({ defer });
  const [poisoned, whole] = [await prepareMeetup(server), await prepareMeetup(server)];
  const { generation } = (await poisoned.ask('session', {})).meetup ?? { generation: 0 };
  await server.stop();
  const store = await openStore({ kind: 'embedded', folder: server.folder });
  await store.append([
    { kind: 'updates', document: `${poisoned.detail.view.board}@${generation}`, updates: [poisonUpdate()] },
  ]);
  await store.close();

  await server.start();
  const stuck = await openStandard(server, await poisoned.join('Tom'), { defer });
  const noor = openPerson(await whole.join('Noor'), { url: server.url, defer });
  await noor.ready();
  noor.lay('het gaat gewoon door');
  await noor.saved();
  // All of that while the other board is still being tried.
  expect((await server.as()('health', {})).damaged).toBe(0);

  expect(await stuck.closed).toBe(CLOSE_CODES.loading);
  expect(stuck.provider.synced).toBe(false);
  await waitFor('health to name it', async () => (await server.as()('health', {})).damaged === 1);
  noor.lay('ook daarna');
  await noor.saved();
  expect(noor.texts()).toEqual(['het gaat gewoon door', 'ook daarna']);
});
