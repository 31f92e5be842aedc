import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  createPassphraseCheck,
  createSignInLink,
  recallAddress,
  rememberAddress,
  SIGN_IN_LINK_MS,
  redeemSignInLink,
} from './sign-in.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-sign-in-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const clock = { now: () => 1_700_000_000_000 };
const secretOf = (link: string): string => link.slice(link.indexOf('=') + 1);

test('a sign-in link works once', async () => {
  const folder = await createFolder();
  const link = await createSignInLink(folder, 'http://localhost:8080', clock);
  expect(link).toMatch(/^http:\/\/localhost:8080\/#sign-in=[A-Za-z0-9_-]{22}$/);
  await redeemSignInLink(folder, secretOf(link), clock);
  await expect(redeemSignInLink(folder, secretOf(link), clock)).rejects.toMatchObject({
    code: 'usedSignInLink',
  });
});

test('of many who use a link at once, one gets in', async () => {
  const folder = await createFolder();
  const secret = secretOf(await createSignInLink(folder, 'http://a', clock));
  const attempts = Array.from({ length: 20 }, () => redeemSignInLink(folder, secret, clock));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a link works for a day', async () => {
  const folder = await createFolder();
  const later = (ms: number) => ({ now: () => clock.now() + ms });
  const inTime = secretOf(await createSignInLink(folder, 'http://a', clock));
  await redeemSignInLink(folder, inTime, later(SIGN_IN_LINK_MS - 1));
  const tooLate = secretOf(await createSignInLink(folder, 'http://a', clock));
  await expect(redeemSignInLink(folder, tooLate, later(SIGN_IN_LINK_MS))).rejects.toMatchObject({
    code: 'usedSignInLink',
  });
});

test('a new link ends the one before, and a wrong one leaves it alone', async () => {
  const folder = await createFolder();
  const first = secretOf(await createSignInLink(folder, 'http://a', clock));
  const second = secretOf(await createSignInLink(folder, 'http://a', clock));
  await expect(redeemSignInLink(folder, first, clock)).rejects.toMatchObject({ code: 'usedSignInLink' });
  await expect(redeemSignInLink(folder, '../secret.key', clock)).rejects.toMatchObject({
    code: 'usedSignInLink',
  });
  await redeemSignInLink(folder, second, clock);
});

test('the folder holds no secret, in a file for its owner alone', async () => {
  const folder = await createFolder();
  const secret = secretOf(await createSignInLink(folder, 'http://a', clock));
  const [name = ''] = await readdir(folder);
  expect(name).not.toContain(secret);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});

test('the address of the running server is remembered', async () => {
  const folder = await createFolder();
  expect(await recallAddress(folder)).toBeUndefined();
  await rememberAddress(folder, 'http://localhost:9000');
  await rememberAddress(folder, 'http://localhost:9001');
  expect(await recallAddress(folder)).toBe('http://localhost:9001');
});

test('the right passphrase is taken, however its accents and outer spaces were typed', async () => {
  const check = createPassphraseCheck('caf\u00e9 negen ruimtes', 0);
  await check('caf\u00e9 negen ruimtes');
  await check(' cafe\u0301 negen ruimtes ');
  await expect(check('cafe negen ruimtes')).rejects.toMatchObject({ code: 'wrongPassphrase' });
});

test('without a passphrase in the settings nothing is right', async () => {
  const check = createPassphraseCheck(undefined);
  await expect(check('')).rejects.toMatchObject({ code: 'wrongPassphrase' });
});

test('too many sign-ins at once are asked to come back, and the next one is taken again', async () => {
  const check = createPassphraseCheck('negen ruimtes', 0);
  const outcomes = await Promise.allSettled(Array.from({ length: 21 }, () => check('negen ruimtes')));
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'slowDown' } }]);
  await check('negen ruimtes');
});
