import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@ruimte/server/store/open-store';
import { expect, test } from 'vitest';
import { setSchemaVersion } from '../contracts/damage.ts';
import { defer } from '../support/clean-up.ts';
import { openPerson } from '../support/person.ts';
import { startServerProcess } from '../support/server-process.ts';
import { createSecret } from '@ruimte/shared/ids';
import { readData } from './read-data.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const VERSIONS = await readdir(FIXTURES);

async function copyFixture(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-fixture-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  for (const name of ['ruimte.db', 'secret.key']) {
    await copyFile(join(FIXTURES, version, name), join(folder, name));
  }
  return folder;
}

interface Read {
  readonly meetups: readonly {
    readonly record: object;
    readonly people: readonly object[];
    readonly stage: object;
  }[];
  readonly snapshots: readonly object[];
}
const NOTHING_COUNTED = { votes: [], ratings: [] };

/** What was written down with the data, and what later versions read where theirs is missing. */
async function expected(version: string): Promise<unknown> {
  const read = JSON.parse(await readFile(join(FIXTURES, version, 'expected.json'), 'utf8')) as Read;
  return {
    meetups: read.meetups.map((meetup) => ({
      desks: [],
      counted: NOTHING_COUNTED,
      ...meetup,
      record: { previous: null, ...meetup.record },
      people: meetup.people.map((person) => ({ table: 0, ...person })),
      stage: { sealed: [], counted: false, form: 0, held: [], ...meetup.stage },
    })),
    snapshots: read.snapshots.map((snapshot) => ({ counted: NOTHING_COUNTED, ...snapshot })),
  };
}

test.each(VERSIONS)(
  '[F14] data of %s is read exactly, and read so again after it was brought up to date',
  async (version) => {
    const folder = await copyFixture(version);
    expect(await readData(folder)).toEqual(await expected(version));
    expect(await readData(folder)).toEqual(await expected(version));
  },
);

test('[F14] before data is brought up to date it is copied beside itself, as it was', async () => {
  const folder = await copyFixture('v1');
  await readData(folder);
  const copy = join(folder, 'terug');
  await mkdir(copy);
  await copyFile(join(folder, 'ruimte-schema-1.db'), join(copy, 'ruimte.db'));
  expect(await readData(copy)).toEqual(await expected('v1'));
  // Read as version 1 again: only then a copy is made before it.
  expect(await readdir(copy)).toContain('ruimte-schema-1.db');
});

test('[F14] data of a newer version is refused with a sentence, and not a byte of it is touched', async () => {
  const folder = await copyFixture('v1');
  await setSchemaVersion(folder, 99);
  const before = await readFile(join(folder, 'ruimte.db'));
  const refused = openStore({ kind: 'embedded', folder });
  await expect(refused).rejects.toMatchObject({ code: 'newer' });
  await expect(refused).rejects.toThrow(/schema version 99.*start a newer one/);
  expect(Buffer.compare(await readFile(join(folder, 'ruimte.db')), before)).toBe(0);
});

test.each(VERSIONS)('[F14] the server goes on with a meet-up that %s left open', async (version) => {
  const folder = await copyFixture(version);
  const server = await startServerProcess({ defer, folder });
  const organiser = await server.organiser();
  const meetups = await server.as(organiser)('listMeetups', {});
  const open = meetups.find(({ status }) => status === 'open');
  if (open === undefined) throw new Error('the fixture has an open meet-up');
  const entered = await server.as(organiser)('enterMeetup', { id: open.id, device: createSecret() });
  const leader = openPerson(entered, { url: server.url, defer });
  await leader.ready();
  const before = leader.texts().length;
  leader.lay('het gaat verder');
  await leader.saved();
  expect(leader.texts()).toHaveLength(before + 1);
  const [snapshot] = await server.as(organiser)('listSnapshots', {});
  expect(snapshot?.notes).toBeGreaterThan(0);
});
