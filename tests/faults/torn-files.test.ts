import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openLibsql } from '@ruimte/server/store/libsql-database';
import { createSqlStore } from '@ruimte/server/store/sql/sql-store';
import { StoreError } from '@ruimte/server/store/store-error';
import type { Store } from '@ruimte/server/store/store';
import { expect, test } from 'vitest';
import { texts, updates } from '../contracts/records.ts';
import { defer } from '../support/clean-up.ts';
import { Random } from '../support/random.ts';

const CUTS = Number(process.env['CUTS'] ?? 30);
const FLIPS = CUTS * 4;
const BATCHES = 60;
const FILLER = 'x'.repeat(900);

/** Uses the store of the folder without a thread, so that hundreds of openings take seconds. */
async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openLibsql(folder);
  const store = createSqlStore(opened.db);
  try {
    const result = await work(store);
    opened.checkpoint();
    return result;
  } finally {
    await store.close();
    opened.release();
  }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-torn-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const DOCUMENTS = ['bord-a@1', 'bord-b@1', 'bord-c@1'] as const;

type Content = Readonly<Record<string, readonly string[] | 'damaged'>>;

/** @throws whatever is not the store saying that something is damaged. */
function sayDamaged(error: unknown): 'damaged' {
  if (error instanceof StoreError && error.code === 'damaged') return 'damaged';
  throw error;
}

/** What every document holds or that it is damaged; `refused` where the file as a whole is, by its name. */
async function readAll(folder: string): Promise<Content | 'refused'> {
  try {
    return await withStore(folder, async (store) => {
      const all: Record<string, readonly string[] | 'damaged'> = {};
      for (const document of DOCUMENTS) {
        all[document] = await store
          .loadDocument(document)
          .then((stored) => texts(stored?.updates).map((text) => text.slice(FILLER.length)), sayDamaged);
      }
      return all;
    });
  } catch (error) {
    sayDamaged(error);
    if (!String(error).includes('ruimte.db')) throw error;
    return 'refused';
  }
}

/** Documents that are read as something else than what was written: none, ever. */
function findWrong(found: Content | 'refused', whole: Content | 'refused'): readonly string[] {
  if (found === 'refused' || whole === 'refused') return [];
  return DOCUMENTS.filter(
    (document) => found[document] !== 'damaged' && !isDeepStrictEqual(found[document], whole[document]),
  );
}

/** A folder as kill -9 leaves it: file and log, and how long the log was after each batch was acknowledged. */
async function makeFolder(root: string) {
  const [live, dead] = [join(root, 'live'), join(root, 'dead')];
  const logBytes: number[] = [];
  await withStore(live, async (store) => {
    for (let index = 0; index < BATCHES; index += 1) {
      const document = DOCUMENTS[index % DOCUMENTS.length] ?? 'bord-a@1';
      await store.append([
        updates(document, `${FILLER}${index}`),
        { kind: 'setting', name: 'last', value: String(index) },
      ]);
      logBytes.push(statSync(join(live, 'ruimte.db-wal')).size);
    }
    // By another process: closing a file of an open database in this one would let go of its locks.
    spawnSync('cp', ['-r', live, dead]);
  });
  writeFileSync(join(dead, 'secret.key'), new Uint8Array(32).fill(1));
  return { dead, clean: live, logBytes };
}

function copyOf(folder: string, to: string): string {
  spawnSync('cp', ['-r', folder, to]);
  return to;
}

test(`[F6] a log cut at any of ${CUTS} places opens with every batch that was whole in it, and nothing else`, async () => {
  const root = await temporaryFolder();
  const { dead, logBytes } = await makeFolder(root);
  const random = new Random(6);
  const size = logBytes.at(-1) ?? 0;
  for (let cut = 0; cut < CUTS; cut += 1) {
    const bytes = cut === 0 ? size : random.below(size);
    const folder = copyOf(dead, join(root, `cut-${cut}`));
    truncateSync(join(folder, 'ruimte.db-wal'), bytes);
    const whole = logBytes.filter((length) => length <= bytes).length;
    await withStore(folder, async (store) => {
      const found = [];
      for (const document of DOCUMENTS) found.push(...texts((await store.loadDocument(document))?.updates));
      const numbers = found.map((text) => Number(text.slice(FILLER.length))).sort((a, b) => a - b);
      expect(numbers, `cut at ${bytes}`).toEqual(Array.from({ length: whole }, (_, index) => index));
      // The setting was in the same batch: never one without the other.
      expect(await store.readSetting('last')).toBe(whole === 0 ? undefined : String(whole - 1));
    });
  }
}, 120_000);

test(`[F6] a database file cut at any of ${CUTS} places is refused with its name, or lacks nothing`, async () => {
  const root = await temporaryFolder();
  const { clean } = await makeFolder(root);
  const whole = await readAll(clean);
  writeFileSync(join(clean, 'secret.key'), new Uint8Array(32).fill(1));
  const random = new Random(7);
  const { size } = statSync(join(clean, 'ruimte.db'));
  let refused = 0;
  for (let cut = 0; cut < CUTS; cut += 1) {
    const bytes = cut === 0 ? 0 : random.below(size);
    const folder = join(root, `cut-${cut}`);
    mkdirSync(folder);
    for (const name of ['ruimte.db', 'secret.key']) copyFileSync(join(clean, name), join(folder, name));
    truncateSync(join(folder, 'ruimte.db'), bytes);
    const found = await readAll(folder);
    if (found === 'refused') refused += 1;
    // Only the unused end of the last page can be missed.
    expect(findWrong(found, whole), `cut at ${bytes}`).toEqual([]);
  }
  expect(refused).toBeGreaterThan(CUTS * 0.8);
}, 120_000);

test(`[F7] a flipped bit at any of ${FLIPS} places in the documents is found, or changes nothing that is read`, async () => {
  const root = await temporaryFolder();
  const { clean } = await makeFolder(root);
  const whole = await readAll(clean);
  const content = readFileSync(join(clean, 'ruimte.db'));
  const random = new Random(8);
  let damaged = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const folder = join(root, `flip-${flip}`);
    mkdirSync(folder);
    const at = random.below(content.length);
    const bit = 1 << random.below(8);
    const copy = Buffer.from(content);
    copy.writeUInt8(copy.readUInt8(at) ^ bit, at);
    writeFileSync(join(folder, 'ruimte.db'), copy);
    const found = await readAll(folder);
    expect(findWrong(found, whole), `bit ${bit} of byte ${at}`).toEqual([]);
    if (found !== 'refused' && Object.values(found).includes('damaged')) damaged += 1;
  }
  expect(damaged).toBeGreaterThan(0);
}, 240_000);
