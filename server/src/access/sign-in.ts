/**
 * How the organiser gets in: the passphrase of the settings, or a link that works once.
 * A link is a file in the data folder, not a record of the store: the running server has the store locked, and
 * `npm run sign-in` must work beside it.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readdir, readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RuimteError } from '@ruimte/shared/errors';
import { createSecret } from '@ruimte/shared/ids';
import type { Clock } from '../clock.ts';
import { isSystemError, writePrivateFile } from './files.ts';
import { hashSecret } from './secrets.ts';

/** How long a sign-in link works, milliseconds. */
export const SIGN_IN_LINK_MS = 24 * 60 * 60_000;

/** `sign-in-<hash of the secret>.json`: using a link is removing its file, which succeeds exactly once. */
const LINK_FILE = /^sign-in-[A-Za-z0-9_-]{43}\.json$/;
const ADDRESS_FILE = 'address.txt';

const linkFile = (dataDir: string, secret: string): string =>
  join(dataDir, `sign-in-${hashSecret(secret)}.json`);

/**
 * Makes a link that signs the organiser in once within 24 hours; earlier links stop working.
 * Print it with `process.stdout.write`, never through the logger.
 * @param base - the server's address without trailing slash.
 */
export async function createSignInLink(dataDir: string, base: string, clock: Clock): Promise<string> {
  const secret = createSecret();
  for (const name of await readdir(dataDir)) {
    if (LINK_FILE.test(name)) await rm(join(dataDir, name), { force: true });
  }
  await writePrivateFile(
    linkFile(dataDir, secret),
    JSON.stringify({ expiresAt: clock.now() + SIGN_IN_LINK_MS }),
  );
  return `${base}/#sign-in=${secret}`;
}

/**
 * Uses up the link with this secret.
 * @throws RuimteError `usedSignInLink` when there is none, it was used before, or it is too old.
 */
export async function redeemSignInLink(dataDir: string, secret: string, clock: Clock): Promise<void> {
  const path = linkFile(dataDir, secret);
  try {
    const expiresAt = parseExpiry(await readFile(path, 'utf8'));
    await unlink(path);
    if (expiresAt > clock.now()) return;
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  throw new RuimteError('usedSignInLink', 'this sign-in link was used before or is too old');
}

function parseExpiry(content: string): number {
  const value: unknown = JSON.parse(content);
  const expiresAt = typeof value === 'object' && value !== null && 'expiresAt' in value ? value.expiresAt : 0;
  return typeof expiresAt === 'number' ? expiresAt : 0;
}

/** Remembers where the running server is reached, so that `npm run sign-in` prints a link that works there. */
export async function rememberAddress(dataDir: string, base: string): Promise<void> {
  await writePrivateFile(join(dataDir, ADDRESS_FILE), base);
}

/** Where the server of this data folder was last reached; undefined when none ever ran. */
export async function recallAddress(dataDir: string): Promise<string | undefined> {
  try {
    const base = (await readFile(join(dataDir, ADDRESS_FILE), 'utf8')).trim();
    return URL.canParse(base) ? base : undefined;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Checks what somebody typed as passphrase. @throws RuimteError `wrongPassphrase`, `slowDown`. */
export type PassphraseCheck = (typed: string) => Promise<void>;

const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
/** A wrong passphrase holds up the next one: with the 100 ms of scrypt fewer than two guesses a second. */
const WRONG_PAUSE_MS = 500;
const MAX_WAITING = 20;

function stretch(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC').trim(), salt, 32, SCRYPT, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/**
 * The check against the passphrase of the settings; with none set, everything typed is wrong.
 * One at a time: scrypt takes 32 MB and a thread of the pool that also serves the disk.
 */
export function createPassphraseCheck(
  passphrase: string | undefined,
  pauseMs: number = WRONG_PAUSE_MS,
): PassphraseCheck {
  if (passphrase === undefined) {
    return () => Promise.reject(new RuimteError('wrongPassphrase', 'no passphrase has been set'));
  }
  const salt = randomBytes(16);
  let right: Promise<Buffer> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  return async (typed) => {
    if (waiting >= MAX_WAITING) throw new RuimteError('slowDown', 'too many sign-ins at once', 5_000);
    waiting += 1;
    const verdict = queue.then(async () => {
      right ??= stretch(passphrase, salt);
      return timingSafeEqual(await right, await stretch(typed, salt));
    });
    const turn = verdict.then((correct) => (correct ? undefined : wait(pauseMs)));
    queue = turn.then(
      () => (waiting -= 1),
      () => (waiting -= 1),
    );
    if (!(await verdict)) throw new RuimteError('wrongPassphrase', 'wrong passphrase');
  };
}
