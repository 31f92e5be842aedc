import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createId, createSecret, type NoteId } from '@ruimte/shared/ids';
import { openStore } from '@ruimte/server/store/open-store';
import type { Store } from '@ruimte/server/store/store';
import { startChild } from './child.ts';
import { countInFiles, dataFolder } from './data-folder.ts';
import {
  bytes,
  createBinned,
  createMeetup,
  createNote,
  createSnapshot,
  documentKey,
  texts,
  updates,
} from './records.ts';
import { changeByte, setSchemaVersion } from './damage.ts';

// Several processes start in one test, each with a thread of its own: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 60_000 });

async function openIn(folder: string): Promise<Store> {
  const store = await openStore({ kind: 'embedded', folder });
  onTestFinished(() => store.close());
  return store;
}

test('everything is there after closing and opening again', async () => {
  const folder = await dataFolder();
  const document = documentKey();
  const meetup = createMeetup();
  const snapshot = createSnapshot(meetup);
  const first = await openIn(folder);
  await first.append([
    updates(document, 'a', 'b'),
    { kind: 'meetup', meetup },
    { kind: 'snapshot', snapshot },
  ]);
  await first.close();
  const second = await openIn(folder);
  expect(texts((await second.loadDocument(document))?.updates)).toEqual(['a', 'b']);
  expect(await second.listMeetups()).toEqual([meetup]);
  expect(await second.findSnapshot(snapshot.id)).toEqual(snapshot);
});

test('rows appended after closing and opening come after those from before', async () => {
  const folder = await dataFolder();
  for (const text of ['a', 'b', 'c']) {
    const store = await openIn(folder);
    await store.append([updates('bord@1', text)]);
    await store.close();
  }
  const store = await openIn(folder);
  expect(texts((await store.loadDocument('bord@1'))?.updates)).toEqual(['a', 'b', 'c']);
});

test('the data folder and its files are for this user alone', async () => {
  const folder = await dataFolder();
  const store = await openIn(folder);
  await store.append([updates('bord@1', 'a')]);
  const rights = async (path: string) => (await stat(path)).mode & 0o777;
  expect(await rights(folder)).toBe(0o700);
  expect(await rights(join(folder, 'ruimte.db'))).toBe(0o600);
  expect(await rights(join(folder, 'ruimte.db-wal'))).toBe(0o600);
});

test('nothing that was acknowledged is missing after kill -9, and the folder opens at once', async () => {
  const folder = await dataFolder();
  let kept = 0;
  for (let round = 0; round < 4; round += 1) {
    const child = startChild('append', folder);
    await child.printed(60 + round * 45);
    await child.kill();
    const acknowledged = child.lines.slice(1).map(Number);
    const store = await openIn(folder);
    const found = texts((await store.loadDocument('bord@1'))?.updates).map(Number);
    expect(found).toEqual(found.map((_, index) => index));
    expect(found.length).toBeGreaterThan(Math.max(...acknowledged));
    expect(found.length).toBeGreaterThanOrEqual(kept + acknowledged.length);
    // The setting was in the same batch as the row: never one without the other.
    expect(await store.readSetting('last')).toBe(String(found.length - 1));
    kept = found.length;
    await store.close();
  }
});

test('a second server on the same folder is refused with a sentence that says why', async () => {
  const folder = await dataFolder();
  const child = startChild('hold', folder);
  await child.printed(1);
  const refused = openStore({ kind: 'embedded', folder });
  await expect(refused).rejects.toMatchObject({ code: 'inUse' });
  await expect(refused).rejects.toThrow(`${folder} is in use by another Ruimte server`);
  await child.kill();
  const store = await openIn(folder);
  await store.append([updates('bord@1', 'after the kill')]);
});

test('a second store in the same process is refused too, and does not disturb the first', async () => {
  const folder = await dataFolder();
  const store = await openIn(folder);
  await expect(openStore({ kind: 'embedded', folder })).rejects.toMatchObject({ code: 'inUse' });
  await expect(startChild('hold', folder).printed(1)).rejects.toThrow('is in use by another Ruimte server');
  await store.append([updates('bord@1', 'a')]);
  expect(texts((await store.loadDocument('bord@1'))?.updates)).toEqual(['a']);
});

test('a flipped byte in a row is reported with document and row, and another document still loads', async () => {
  const folder = await dataFolder();
  const store = await openIn(folder);
  await store.append([
    updates('heel@1', 'whole'),
    updates('stuk@1', 'one'),
    updates('stuk@1', 'a broken row'),
  ]);
  await store.close();
  await changeByte(folder, 'a broken row');
  const again = await openIn(folder);
  const load = again.loadDocument('stuk@1');
  await expect(load).rejects.toMatchObject({ code: 'damaged' });
  await expect(load).rejects.toThrow('row 3 of document stuk@1 is damaged');
  expect(texts((await again.loadDocument('heel@1'))?.updates)).toEqual(['whole']);
});

test('a flipped byte in the state of a snapshot is reported', async () => {
  const folder = await dataFolder();
  const store = await openIn(folder);
  const snapshot = createSnapshot(createMeetup(), { state: bytes('the state of a board') });
  await store.append([{ kind: 'snapshot', snapshot }]);
  await store.close();
  await changeByte(folder, 'the state of a board');
  const again = await openIn(folder);
  await expect(again.findSnapshot(snapshot.id)).rejects.toMatchObject({ code: 'damaged' });
});

test('text that was dropped, emptied from the bin or compacted away is in no file any more', async () => {
  const folder = await dataFolder();
  const store = await openIn(folder);
  const meetup = createMeetup();
  const secret = `geheim-${createSecret()}`;
  const [dropped, stays] = [documentKey(), documentKey()];
  const filler = Array.from({ length: 40 }, () => createSecret()).join(' ');
  await store.append([{ kind: 'meetup', meetup }]);
  for (let count = 0; count < 200; count += 1) {
    const note = createNote({ id: createId<NoteId>(), text: `${secret} in the bin` });
    await store.append([
      updates(dropped, `${secret} ${filler}`),
      updates(stays, count % 3 === 0 ? secret : filler),
      { kind: 'binned', entry: createBinned(meetup.id, { note }) },
    ]);
  }
  expect(await countInFiles(folder, secret)).toBeGreaterThan(400);
  const { upTo } = (await store.loadDocument(stays)) ?? { upTo: -1 };
  await store.append([
    { kind: 'dropDocument', document: dropped },
    { kind: 'emptyBin', meetup: meetup.id },
  ]);
  await store.compact(stays, [bytes('compacted')], upTo);
  // Answers come in order: when this one is here, the files have been cleaned.
  expect(texts((await store.loadDocument(stays))?.updates)).toEqual(['compacted']);
  expect(await countInFiles(folder, secret)).toBe(0);
});

test('what an interrupted erasure left in the log is gone after the next start', async () => {
  const folder = await dataFolder();
  const child = startChild('append', folder);
  await child.printed(30);
  await child.kill();
  expect((await readFile(join(folder, 'ruimte.db-wal'))).length).toBeGreaterThan(0);
  await openIn(folder);
  expect((await readFile(join(folder, 'ruimte.db-wal'))).length).toBe(0);
});

test('a batch that the disk has no room for is refused whole, and the store goes on', async () => {
  const folder = await dataFolder();
  const child = startChild('fill', folder, { maxFileKiB: 1_500 });
  await child.printed(3);
  const [, results = '', content] = child.lines;
  expect(results).toMatch(/failed/);
  const kept = results
    .split(' ')
    .flatMap((result, index) => (result === 'kept' ? [`with big ${index}`] : []));
  expect(content).toBe(['before', ...kept, 'after'].join(','));
  await child.kill();
  const store = await openIn(folder);
  expect(texts((await store.loadDocument('bord@1'))?.updates).join(',')).toBe(content);
});

test('data of a newer version is refused, and the folder is free again', async () => {
  const folder = await dataFolder();
  await (await openIn(folder)).close();
  await setSchemaVersion(folder, 99);
  await expect(openStore({ kind: 'embedded', folder })).rejects.toMatchObject({ code: 'newer' });
  await expect(openStore({ kind: 'embedded', folder })).rejects.toMatchObject({ code: 'newer' });
});

test('a meet-up that was damaged in the file is reported, not guessed at', async () => {
  const folder = await dataFolder();
  const store = await openIn(folder);
  await store.append([{ kind: 'meetup', meetup: createMeetup({ status: 'prepared' }) }]);
  await store.close();
  await changeByte(folder, 'preparedKLEI4827');
  const again = await openIn(folder);
  await expect(again.listMeetups()).rejects.toMatchObject({ code: 'damaged' });
});

test('a load of ten megabytes comes back whole', async () => {
  const store = await openIn(await dataFolder());
  const big = new Uint8Array(10 * 1024 * 1024).map((_, index) => (index * 31) & 255);
  await store.append([{ kind: 'updates', document: 'groot@1', updates: [big] }]);
  const loaded = await store.loadDocument('groot@1');
  expect(Buffer.compare(loaded?.updates[0] ?? new Uint8Array(), big)).toBe(0);
});
