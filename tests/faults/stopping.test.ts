/** Who is still coming in when the server stops: what is under way then is no fault of anybody's. */
import { openStore } from '@ruimte/server/store/open-store';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import { createBalkyStore } from '../support/balky-store.ts';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { poisonUpdate } from '../support/poison.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const MAX_EXIT_MS = 5_000;

test('[F2] a server that stops tells 1012 to whoever waits for a document, and lets go of the files after that load', async () => {
  const balky = createBalkyStore();
  const events: string[] = [];
  const store = { ...balky.store, close: async () => void events.push('the store is closed') };
  const server = await startServer({ defer, store, onError: (line) => events.push(line) });
  const meetup = await prepareMeetup(server);
  const release = balky.hold();
  // Nobody has opened this desk before, so that it has to be loaded.
  const noor = await openStandard(server, await meetup.join('Noor'), { kind: 'desk', defer });
  await waitFor('the socket to open', () => noor.provider.wsconnected);

  const stopped = server.stop();
  expect(await noor.closed).toBe(CLOSE_CODES.restart);
  events.push('the load is over');
  release();
  await stopped;

  expect(events).toEqual(['the load is over', 'the store is closed']);
});

test('[F2] a server that stops tells 1012 to whoever has not been let in yet', async () => {
  const balky = createBalkyStore();
  const lines: string[] = [];
  const store = { ...balky.store, close: async () => undefined };
  const server = await startServer({ defer, store, onError: (line) => lines.push(line) });
  const meetup = await prepareMeetup(server);
  const session = await meetup.join('Noor');
  const { ticket, room } = await server.as(session.session)('ticket', { document: 'desk', generation: 1 });
  await server.stop();
  await server.start();
  const release = balky.hold();
  // This server has yet to read whose ticket it is.
  const noor = await openStandard(server, session, { ticket, room, defer });
  await waitFor('the socket to open', () => noor.provider.wsconnected);

  const stopped = server.stop();
  expect(await noor.closed).toBe(CLOSE_CODES.restart);
  release();
  await stopped;

  expect(lines).toEqual([]);
});

test('[F2] a server that stops gives up a board that takes long to build, and ends within five seconds without an error', async () => {
  const lines: string[] = [];
  const server = await startServerProcess({ defer, onLog: (line) => lines.push(line) });
  const meetup = await prepareMeetup(server);
  const { generation } = (await meetup.ask('session', {})).meetup ?? { generation: 0 };
  await server.stop();
  const store = await openStore({ kind: 'embedded', folder: server.folder });
  const document = `${meetup.detail.view.board}@${generation}` as const;
  await store.append([{ kind: 'updates', document, updates: [poisonUpdate()] }]);
  await store.close();
  await server.start();
  const noor = await openStandard(server, await meetup.join('Noor'), { defer });
  await waitFor('the socket to open', () => noor.provider.wsconnected);

  const started = performance.now();
  await server.stop();

  expect(performance.now() - started).toBeLessThan(MAX_EXIT_MS);
  expect(await noor.closed).toBe(CLOSE_CODES.restart);
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
