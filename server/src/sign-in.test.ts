import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { rememberAddress, redeemSignInLink } from './access/sign-in.ts';
import { systemClock } from './clock.ts';

const entry = fileURLToPath(new URL('../dist/sign-in.js', import.meta.url));

function run(env: Record<string, string>) {
  return spawnSync(process.execPath, [entry], { env, encoding: 'utf8' });
}

test('it prints a link for the running server, which signs in once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-sign-in-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await rememberAddress(folder, 'http://localhost:9000');
  const { stdout, status } = run({ DATA_DIR: folder });
  const [, secret = ''] = /http:\/\/localhost:9000\/#sign-in=(\S{22})/.exec(stdout) ?? [];
  expect(status).toBe(0);
  await redeemSignInLink(folder, secret, systemClock);
});

test('where no server ever ran it makes no folder and says so in a sentence', () => {
  const folder = join(tmpdir(), `ruimte-nowhere-${process.pid}`);
  const { stderr, status } = run({ DATA_DIR: folder });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^There is no data folder at .*\.\n$/);
  expect(existsSync(folder)).toBe(false);
});

test('a bad setting is one sentence', () => {
  const { stderr, status } = run({ PORT: 'many' });
  expect(status).toBe(1);
  expect(stderr).toBe('PORT must be a whole number from 0 to 65535, not "many".\n');
});
