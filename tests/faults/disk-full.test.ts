import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServerProcess } from '../support/server-process.ts';
import { smallDisk } from '../support/small-disk.ts';
import { waitFor } from '../support/wait-for.ts';

const SAY_SO_MS = 2_000;
const RESUME_MS = 10_000;
const LONG = 'een vol bord '.repeat(9);

test('[F4] a full disk is said within two seconds, loses nothing, stops no reading, and writing resumes by itself', async () => {
  const disk = await smallDisk(defer);
  const server = await startServerProcess({ defer, ...disk, env: { LOG_LEVEL: 'silent' } });
  const pid = server.pid();
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([noor.ready(), tom.ready()]);
  noor.lay('voor de volle schijf');
  await noor.saved();
  await waitFor('the note at Tom', () => tom.texts().length === 1);

  disk.fill();
  let laid = 1;
  let refusedAt = 0;
  await waitFor(
    'the screens to say that nothing is saved',
    () => {
      if (noor.model.connection.get().state === 'notSaving') return true;
      // One note at a time: the one that is not confirmed tells since when the disk was full.
      if (noor.model.unsent.get().length > 0) return false;
      noor.lay(`${LONG}${laid}`);
      laid += 1;
      refusedAt = performance.now();
      return false;
    },
    30_000,
  );
  expect(performance.now() - refusedAt).toBeLessThan(SAY_SO_MS);
  await waitFor('the other screen', () => tom.model.connection.get().state === 'notSaving', SAY_SO_MS);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
  const shown = tom.texts().length;
  expect(shown).toBeGreaterThan(0);
  expect(tom.texts()).toContain('voor de volle schijf');
  expect((await server.as(meetup.facilitator.session)('session', {})).meetup?.id).toBe(meetup.detail.id);
  if (disk.free === undefined) return;

  await disk.free();
  await waitFor('writing to resume', () => noor.model.connection.get().state === 'live', RESUME_MS);
  await waitFor('all words to be saved', () => noor.model.unsent.get().length === 0, RESUME_MS);
  await waitFor('every note at Tom', () => tom.texts().length === noor.texts().length, RESUME_MS);
  expect(server.pid()).toBe(pid);
  expect(noor.texts().length).toBeGreaterThanOrEqual(shown);
  await server.kill();
  await server.start();
  const late = openPerson(await meetup.join('Later'), { url: server.url, defer });
  await late.ready();
  await waitFor('everything after a restart', () => late.texts().length === noor.texts().length, RESUME_MS);
}, 90_000);
