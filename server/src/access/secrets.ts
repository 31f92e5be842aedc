/**
 * Secrets: hashing, comparing, and deriving the links of a meet-up from one key.
 * Links are derived and not stored: a stolen store holds hashes alone, and yet the links page can show them.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ID_LENGTH, type MeetupId, type ParticipantId } from '@ruimte/shared/ids';
import type { LinkRole } from '@ruimte/shared/protocol/api';
import { ConfigError } from '../config.ts';
import { createFileOnce } from './files.ts';

declare const masterKey: unique symbol;
/** 32 random bytes from which every link and every author's secret of this installation is derived. */
export type MasterKey = Uint8Array & { readonly [masterKey]: true };

const KEY_BYTES = 32;
const KEY_FILE = 'secret.key';

/** SHA-256, base64url: what the store keeps of a secret. Secrets have 132 random bits, so no salt and no stretching. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** True when both texts are equal, in a time that says nothing about where they differ. */
export function equalSecrets(a: string, b: string): boolean {
  // Comparing the hashes makes both sides the same length, which timingSafeEqual asks for.
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** True when the secret is the one that was hashed. */
export function matchesHash(secret: string, hash: string): boolean {
  return equalSecrets(hashSecret(secret), hash);
}

/** A key that is kept nowhere, for a server that keeps nothing. */
export function createMasterKey(): MasterKey {
  return new Uint8Array(randomBytes(KEY_BYTES)) as MasterKey;
}

/**
 * The key of this data folder: file `secret.key`, readable by its owner alone, made at the first start.
 * Whoever loses it loses every link that was handed out: it belongs in the backup.
 * @throws ConfigError when the file is there and is no key: making a new one would end all links in silence.
 */
export async function openMasterKey(dataDir: string): Promise<MasterKey> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, KEY_FILE);
  await createFileOnce(path, createMasterKey());
  const key = new Uint8Array(await readFile(path));
  if (key.length !== KEY_BYTES) {
    throw new ConfigError(
      `The key file ${path} is damaged: put it back from the backup, or remove it to renew all links.`,
    );
  }
  return key as MasterKey;
}

/** The secret of one link of one meet-up: 22 url-safe characters. Renewing a link is raising its generation. */
export function deriveLinkSecret(
  key: MasterKey,
  meetup: MeetupId,
  role: LinkRole,
  generation: number,
): string {
  return createHmac('sha256', key)
    .update(`link|${meetup}|${role}|${generation}`)
    .digest('base64url')
    .slice(0, ID_LENGTH);
}

/** What the aliases of one person in one meet-up are made of: 22 url-safe characters, known to no other person. */
export function deriveAuthorSecret(key: MasterKey, meetup: MeetupId, participant: ParticipantId): string {
  return createHmac('sha256', key)
    .update(`author|${meetup}|${participant}`)
    .digest('base64url')
    .slice(0, ID_LENGTH);
}
