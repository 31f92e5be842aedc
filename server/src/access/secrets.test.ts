import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createId, isRandomId, type MeetupId } from '@ruimte/shared/ids';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../config.ts';
import {
  createMasterKey,
  deriveLinkSecret,
  equalSecrets,
  hashSecret,
  matchesHash,
  openMasterKey,
} from './secrets.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a secret matches its own hash and no other', () => {
  const hash = hashSecret('een geheim');
  expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(matchesHash('een geheim', hash)).toBe(true);
  expect(matchesHash('een ander', hash)).toBe(false);
  expect(matchesHash('een geheim', '')).toBe(false);
  expect(equalSecrets('a', 'aa')).toBe(false);
});

test('the key is made once, for its owner alone, and is the same ever after', async () => {
  const folder = join(await createFolder(), 'data');
  const keys = await Promise.all([openMasterKey(folder), openMasterKey(folder), openMasterKey(folder)]);
  expect(keys[0]).toHaveLength(32);
  expect(keys[1]).toEqual(keys[0]);
  expect(keys[2]).toEqual(keys[0]);
  expect(await openMasterKey(folder)).toEqual(keys[0]);
  expect(await readdir(folder)).toEqual(['secret.key']);
  expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
});

test('a damaged key stops the start instead of ending all links in silence', async () => {
  const folder = await createFolder();
  await writeFile(join(folder, 'secret.key'), 'half');
  await expect(openMasterKey(folder)).rejects.toThrow(ConfigError);
});

test('each link of each meet-up and generation has a secret of its own, always the same', () => {
  const key = createMasterKey();
  const meetup = createId<MeetupId>();
  const secret = deriveLinkSecret(key, meetup, 'participant', 1);
  expect(isRandomId(secret)).toBe(true);
  expect(deriveLinkSecret(key, meetup, 'participant', 1)).toBe(secret);
  const others = [
    deriveLinkSecret(key, meetup, 'participant', 2),
    deriveLinkSecret(key, meetup, 'facilitator', 1),
    deriveLinkSecret(key, createId<MeetupId>(), 'participant', 1),
    deriveLinkSecret(createMasterKey(), meetup, 'participant', 1),
  ];
  expect(new Set([secret, ...others]).size).toBe(5);
});
