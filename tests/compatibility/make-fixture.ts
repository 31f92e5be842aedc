/**
 * `node tests/dist/compatibility/make-fixture.js v2`: makes a data folder with the present version, to be kept for
 * ever: a closed meet-up with its snapshot and a late note, one with dots that were counted, one with notes on desks
 * that wait for the reveal, one that shows communities alone, and an open one with people at tables, notes and a filled
 * bin.
 * Run it once for each new schema version, before anything of that version is released.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createId, type NoteId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { type MeetupOptions, prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { readData } from './read-data.ts';

const WORDS = ['klei onder je nagels', 'ruis 👩🏽‍🎨', 'مرحبا', 'twee\nregels', 'half vier', 'de gang'];
const FILES = ['ruimte.db', 'secret.key'];
const cleaning: (() => Promise<void> | void)[] = [];
const defer = (clean: () => Promise<void> | void): void => void cleaning.push(clean);

async function fill(server: TestServer, options: MeetupOptions): Promise<TestMeetup> {
  const meetup = await prepareMeetup(server, options);
  for (const name of ['Noor', 'Sami', 'Ömer']) {
    const community = meetup.detail.communities[name.length % 3]?.id ?? '';
    const person = openPerson(await meetup.join(name, { community }), { url: server.url, defer });
    await person.ready();
    const ids = WORDS.map((word, index) => person.lay(`${word} ${name}`, index % 2 === 0 ? 'plek' : 'kind'));
    await person.saved();
    if (name === 'Sami') person.model.actions.removeNotes(ids.slice(0, 2));
    await waitFor('the bin', async () => {
      const { length } = await meetup.ask('readBin', { id: meetup.detail.id });
      return name !== 'Sami' || length === 2;
    });
    person.closePage();
  }
  return meetup;
}

/** A meet-up in which dots were given and counted, closed. */
async function vote(server: TestServer): Promise<void> {
  const meetup = await prepareMeetup(server, { format: 'leren-van-elkaar', round: 'wensen' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const id = noor.lay('een keer meekijken', 'onderzoek');
  await noor.saved();
  await meetup.goTo('stippen');
  await waitFor('the dots to be given', () => noor.model.actions.setDots(id, 2));
  await waitFor('the dots to be saved', () => noor.model.ownMarks.get().saved);
  await meetup.command({ type: 'close' });
  noor.closePage();
}

/** A meet-up that looks back at another, in the middle of a private round. */
async function hide(server: TestServer, before: TestMeetup): Promise<void> {
  const meetup = await prepareMeetup(server, { format: 'evalueren', round: null });
  const snapshots = await meetup.ask('listSnapshots', {});
  const previous = snapshots.find((each) => each.meetup === before.detail.id)?.id;
  if (previous !== undefined)
    await server.as(meetup.organiser)('updateMeetup', { id: meetup.detail.id, previous });
  await meetup.goTo('nu');
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the desk', () => noor.model.sheet.get() === 'desk');
  noor.lay('nog even voor mezelf', 'plek');
  await noor.saved();
  noor.closePage();
}

const version = process.argv[2];
if (version === undefined || !/^v\d+$/.test(version)) throw new Error('say which version: v1');
try {
  const server = await startServer({ defer });
  const closed = await fill(server, {});
  const late = await closed.join('Late');
  await closed.command({ type: 'close' });
  const entry = { zone: 'plek' as ZoneId, round: 'rondgang' as RoundId, typedAt: late.now, generation: 1 };
  await server.as(late.session)('outbox', {
    entries: [{ ...entry, id: createId<NoteId>(), text: 'te laat' }],
  });
  await vote(server);
  await hide(server, closed);
  await fill(server, { shows: 'communities' });
  const open = await fill(server, { status: 'open' });
  await open.command({ type: 'drawTables', tables: 2 });
  await server.stop();
  const folder = join(import.meta.dirname, '../../compatibility/fixtures', version);
  await mkdir(folder, { recursive: true });
  for (const name of FILES) await copyFile(join(server.folder, name), join(folder, name));
  const expected = JSON.stringify(await readData(server.folder), null, 1);
  await writeFile(join(folder, 'expected.json'), `${expected}\n`);
} finally {
  for (const clean of cleaning.toReversed()) await clean();
}
