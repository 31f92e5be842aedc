import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backUp, restore } from '@ruimte/server/store/backup';
import { openStore } from '@ruimte/server/store/open-store';
import { StoreError } from '@ruimte/server/store/store-error';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { startTyping, type TypingCrowd } from '../support/typing-crowd.ts';
import { waitFor } from '../support/wait-for.ts';

const BACKUPS = Number(process.env['BACKUPS'] ?? 5);
const EVERY_MS = 100;
const NAIVE_COPIES = 4;
const BACKUP_PROGRAM = fileURLToPath(import.meta.resolve('@ruimte/server/backup'));
const RESTORE_PROGRAM = fileURLToPath(import.meta.resolve('@ruimte/server/restore'));

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-backup-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function run(program: string, dataDir: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir };
  return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
}

const durableClocks = ({ typists }: TypingCrowd) =>
  new Map(typists.map(({ client, durable }) => [client.doc.clientID, durable]));

/** The newest board of the meet-up as a copy of the data folder has it. */
async function boardIn(folder: string, { detail }: TestMeetup): Promise<Y.Doc> {
  const store = await openStore({ kind: 'embedded', folder });
  try {
    const record = (await store.listMeetups()).find(({ id }) => id === detail.id);
    if (record === undefined) throw new Error('the meet-up is not in the copy');
    const doc = new Y.Doc();
    const stored = await store.loadDocument(`${record.board}@${record.generation}`);
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    expect(doc.store.pendingStructs).toBeNull();
    return doc;
  } finally {
    await store.close();
  }
}

test(
  `[F3] a backup every ${EVERY_MS} ms under load holds all that was called saved before it, and restores`,
  async () => {
    const server = await startServerProcess({ defer });
    const meetup = await prepareMeetup(server);
    const folder = await temporaryFolder();
    const crowd = await startTyping(server, meetup, { count: 4, name: 'schrijver', defer });
    await waitFor('everybody to be saved once', () => crowd.typists.every(({ durable }) => durable > 10));
    const taken: { readonly path: string; readonly before: ReadonlyMap<number, number> }[] = [];
    let next = performance.now();
    for (let index = 0; index < BACKUPS; index += 1) {
      await waitFor('the next backup', () => performance.now() >= next);
      next = performance.now() + EVERY_MS;
      const path = join(folder, `kopie ${index}`);
      const before = durableClocks(crowd);
      const check = await backUp(server.folder, path);
      expect(check.damaged).toEqual([]);
      taken.push({ path, before });
    }
    crowd.stop();
    const written = new Map(
      crowd.typists.map(({ client: { doc } }) => [doc.clientID, Y.getState(doc.store, doc.clientID)]),
    );
    for (const { path, before } of taken) {
      const doc = await boardIn(path, meetup);
      for (const [client, clock] of before) {
        expect(Y.getState(doc.store, client)).toBeGreaterThanOrEqual(clock);
        expect(Y.getState(doc.store, client)).toBeLessThanOrEqual(written.get(client) ?? 0);
      }
    }
    crowd.leave();
    const last = taken.at(-1)?.path ?? '';
    const notes = rootOf(await boardIn(last, meetup), 'notes').size;

    await expect(restore(last, server.folder, Date.now())).rejects.toMatchObject({ code: 'inUse' });
    await server.stop();
    const restored = run(RESTORE_PROGRAM, server.folder, last);
    expect(restored.stdout).toMatch(
      /^Restored .*kopie \d+ to .*\nWhat was there before is kept in .*-before-restore-/,
    );
    const aside = /kept in (.*)\n/.exec(restored.stdout)?.[1] ?? '';
    defer(() => rm(aside, { recursive: true, force: true }));
    await server.start();
    const after = await openStandard(server, await meetup.join('na het terugzetten'), { defer });
    await after.synced();
    expect(rootOf(after.doc, 'notes').size).toBe(notes);
    expect(await boardIn(aside, meetup)).toBeDefined();
  },
  60_000 + BACKUPS * 6_000,
);

test('[F3] the backup command says where the copy is, never overwrites one, and leaves nothing half done', async () => {
  const server = await startServerProcess({ defer });
  await prepareMeetup(server);
  const folder = await temporaryFolder();
  const target = join(folder, 'kopie');
  const first = run(BACKUP_PROGRAM, server.folder, target);
  expect(first.stdout).toMatch(/^Backed up and checked: \d+ documents in .*kopie\n$/);
  expect(first.status).toBe(0);
  const second = run(BACKUP_PROGRAM, server.folder, target);
  expect(second.stderr).toBe(`No backup was made. ${target} is there already: choose another folder\n`);
  expect(second.status).toBe(1);
  expect(run(BACKUP_PROGRAM, join(folder, 'nergens'), target).stderr).toMatch(/There is no data folder at/);
  expect(await readdir(folder)).toEqual(['kopie']);
  expect((await readdir(target)).sort()).toEqual(['ruimte.db', 'secret.key']);
  expect(run(RESTORE_PROGRAM, join(folder, 'elders'), folder).stderr).toMatch(/is no backup of Ruimte/);
});

test('[F3] a copy somebody makes with cp under load opens, or is refused with the name of the file', async () => {
  const server = await startServerProcess({ defer });
  const meetup = await prepareMeetup(server);
  const folder = await temporaryFolder();
  const crowd = await startTyping(server, meetup, { count: 4, name: 'schrijver', defer });
  for (let index = 0; index < NAIVE_COPIES; index += 1) {
    const before = Math.max(...durableClocks(crowd).values());
    await waitFor('more to be saved', () => Math.max(...durableClocks(crowd).values()) > before + 5);
    const copy = join(folder, String(index));
    await cp(server.folder, copy, { recursive: true });
    const outcome = await boardIn(copy, meetup).then(
      () => 'opens',
      (error: unknown) => (error instanceof StoreError ? error.code : String(error)),
    );
    expect(outcome).toMatch(/^(opens|damaged)$/);
  }
}, 60_000);
