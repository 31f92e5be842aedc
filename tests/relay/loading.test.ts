import { rootOf } from '@ruimte/shared/schema/document';
import { createLogger } from '@ruimte/server/log';
import { readConfig } from '@ruimte/server/config';
import { createServer } from '@ruimte/server/server';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import { createBalkyStore } from '../support/balky-store.ts';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

test('[R8] nobody is told a board is complete before it has been loaded', async () => {
  const balky = createBalkyStore();
  const server = await startServer({ defer, store: balky.store });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const first = await openStandard(server, noor, { defer });
  await first.synced();
  const id = layNote(first.doc, noor, 'al op het bord');
  const second = await openStandard(server, await meetup.join('Tom'), { defer });
  await waitFor('the note', () => textOf(second.doc, id));
  first.leave();
  second.leave();
  // A new process on the same store has nothing in memory.
  const again = await createServer(readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: server.folder }), {
    log: createLogger('silent'),
    store: balky.store,
  });
  defer(() => again.close());
  const release = balky.hold();
  const there = { ...server, url: `http://127.0.0.1:${again.port}` };
  const late = await openStandard(there, noor, { defer, asking: server });
  await waitFor('the socket to open', () => late.provider.wsconnected);
  expect(late.provider.synced).toBe(false);

  release();
  await late.synced();

  expect(textOf(late.doc, id)).toBe('al op het bord');
});

test('[R9] when nothing can be saved, screens say so, nothing is shown that is not on disk, and all arrives later', async () => {
  const balky = createBalkyStore();
  const server = await startServer({ defer, store: balky.store });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([noor.ready(), tom.ready()]);
  balky.setFull(true);
  noor.lay('op een volle schijf');
  await waitFor('the screen to say so', () => noor.model.connection.get().state === 'notSaving');
  expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
  expect(tom.texts()).toEqual([]);
  expect(noor.model.unsent.get()).toHaveLength(1);

  balky.setFull(false);

  await noor.saved();
  await waitFor('the note at Tom', () => tom.texts().length === 1);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test('[R10] a full board says so with its own code and keeps what is on it', async () => {
  const server = await startServer({ defer, limits: { notesPerBoard: 3 } });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  await client.synced();
  for (const text of ['een', 'twee', 'drie', 'vier']) layNote(client.doc, noor, text);

  expect(await client.closed).toBe(CLOSE_CODES.boardFull);
  const fresh = await openStandard(server, noor, { defer });
  await fresh.synced();
  expect(rootOf(fresh.doc, 'notes').size).toBe(3);
});
