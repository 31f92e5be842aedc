import type { RoundId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

interface Hall {
  readonly server: TestServer;
  readonly clock: TestClock;
  readonly meetup: TestMeetup;
  readonly reloaded: Person;
  readonly reopened: Person;
  readonly witness: Person;
}

/** Two phones go offline, write, and are reloaded and closed; the third person sees what everybody sees. */
async function twoPhonesWriteOffline(): Promise<Hall> {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const open = async (name: string): Promise<Person> =>
    openPerson(await meetup.join(name), { url: server.url, defer });
  const [reloaded, reopened, witness] = [await open('Noor'), await open('Tom'), await open('Iris')];
  await Promise.all([reloaded, reopened, witness].map((person) => person.ready()));
  reloaded.lay('voor het tunneltje');
  await reloaded.saved();
  reloaded.goOffline();
  reopened.goOffline();
  clock.advance(20_000);
  reloaded.lay('zonder verbinding nul', 'twijfel');
  reloaded.lay('zonder verbinding een', 'twijfel');
  reopened.lay('zonder verbinding twee', 'kunsten');
  reloaded.reopen();
  reopened.closePage();
  clock.advance(40_000);
  return { server, clock, meetup, reloaded, reopened, witness };
}

const written = [
  'voor het tunneltje',
  'zonder verbinding een',
  'zonder verbinding nul',
  'zonder verbinding twee',
];
const notesOf = (person: Person): readonly Note[] => [...person.model.board.get().notes.values()];

test('[O1] notes typed offline arrive once, in their round and marked late, after the round ended and the board was locked', async () => {
  const { meetup, reloaded, reopened, witness } = await twoPhonesWriteOffline();
  await meetup.goTo('stil-lezen');
  await meetup.command({ type: 'lock', locked: true });

  reloaded.goOnline();
  reopened.reopen();
  reopened.goOnline();
  await Promise.all([reloaded.saved(), reopened.saved()]);

  await waitFor('all notes at the witness', () => witness.texts().length >= written.length);
  expect(witness.texts()).toEqual(written);
  for (const note of notesOf(witness)) {
    expect(note.round).toBe('rondgang' as RoundId);
    expect(note.late ?? false).toBe(note.text !== 'voor het tunneltje');
  }
  await waitFor('the phones to see the same', () => reloaded.texts().length === written.length);
  expect(reloaded.texts()).toEqual(written);
});

test('[O2] notes typed offline are kept beside the snapshot when the meet-up was closed meanwhile', async () => {
  const { server, meetup, reloaded, reopened } = await twoPhonesWriteOffline();
  await meetup.command({ type: 'close' });

  reloaded.goOnline();
  reopened.reopen();
  reopened.goOnline();
  await Promise.all([reloaded.saved(), reopened.saved()]);

  const ask = server.as(meetup.organiser);
  const [summary] = await ask('listSnapshots', {});
  if (summary === undefined) throw new Error('no snapshot was taken');
  const snapshot = await ask('readSnapshot', { id: summary.id });
  expect(snapshot.items.map(({ text }) => text)).toEqual(['voor het tunneltje']);
  expect(snapshot.supplement.map(({ text }) => text).sort()).toEqual(
    written.filter((text) => text !== 'voor het tunneltje'),
  );
  expect(snapshot.supplement.every(({ late, round }) => late === true && round === 'rondgang')).toBe(true);
});

test('[O3] notes typed offline are ordinary notes when the round still runs', async () => {
  const { reloaded, reopened, witness } = await twoPhonesWriteOffline();

  reloaded.goOnline();
  reopened.reopen();
  reopened.goOnline();
  await Promise.all([reloaded.saved(), reopened.saved()]);

  await waitFor('all notes at the witness', () => witness.texts().length >= written.length);
  expect(witness.texts()).toEqual(written);
  expect(notesOf(witness).every(({ late }) => late === undefined)).toBe(true);
});

test('[O4] nothing refused is silent: a note typed for the trial stays with its reason when the real meet-up began', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'trying' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  noor.goOffline();
  noor.lay('op de proef');
  await meetup.command({ type: 'open' });

  noor.goOnline();

  const [refused] = await waitFor('the refusal', () => {
    const unsent = noor.model.unsent.get();
    return unsent.some(({ state }) => state === 'refused') && unsent;
  });
  expect(refused).toMatchObject({ text: 'op de proef', state: 'refused', reason: 'trialOver' });
  await noor.ready();
  expect(noor.texts()).toEqual([]);
});

test('[O5] a board whose generation moved on is joined afresh, without loss or doubling', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'trying' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([noor.ready(), tom.ready()]);
  noor.lay('proef');
  await noor.saved();

  await meetup.command({ type: 'open' });
  await meetup.goTo('rondgang');
  await waitFor(
    'the empty board',
    () => noor.model.board.get().notes.size === 0 && noor.model.noWriting.get() === undefined,
  );
  noor.lay('echt');
  await noor.saved();

  await waitFor('the note at Tom', () => tom.texts().includes('echt'));
  expect(tom.texts()).toEqual(['echt']);
  expect(noor.texts()).toEqual(['echt']);
});

test('[O6] a server that is killed and started again is found again by itself', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([noor.ready(), tom.ready()]);
  await server.stop();
  noor.lay('terwijl de server weg was');
  await server.start();

  await noor.saved();

  await waitFor('the note at Tom', () => tom.texts().length > 0, 15_000);
  expect(tom.texts()).toEqual(['terwijl de server weg was']);
});

test('[O8] a note that was moved without a connection, after trying again, survives a reload', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  noor.goOffline();
  await waitFor('the loss to be noticed', () => noor.model.connection.get().state === 'lost');
  const id = noor.lay('verschoven in de tunnel');
  noor.model.retryUnsent();
  noor.model.actions.moveNotes([{ id, zone: 'twijfel' as ZoneId, x: 300, y: 200 }]);
  expect(noor.model.unsent.get()).toHaveLength(1);

  noor.reopen();
  noor.goOnline();
  await noor.saved();

  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await tom.ready();
  expect(tom.texts()).toEqual(['verschoven in de tunnel']);
});
