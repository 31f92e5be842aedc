/** How fast the embedded store keeps updates on this disk; prints, asserts nothing. `node tests/bench/store.mjs` */
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@ruimte/server/store/open-store';

const BATCHES = 1500;
const folder = mkdtempSync(join(tmpdir(), 'ruimte-bench-'));
const store = await openStore({ kind: 'embedded', folder });
const fifty = () => Array.from({ length: 50 }, () => randomFillSync(new Uint8Array(60)));

/** Appends every batch with so many of them waiting at a time. */
async function measure(name, waiting, toBatch) {
  const times = [];
  let started = 0;
  const begin = performance.now();
  const line = async () => {
    while (started < BATCHES) {
      started += 1;
      const asked = performance.now();
      await store.append(toBatch());
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: waiting }, line));
  const seconds = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.floor(times.length * part)].toFixed(2);
  const rate = (count) => Math.round(count / seconds);
  process.stdout.write(
    `${name}: ${rate(BATCHES)} batches/s, ${rate(BATCHES * 50)} updates/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`,
  );
}

const oneBoard = () => [{ kind: 'updates', document: 'bord@1', updates: fifty() }];
const fiftyBoards = () =>
  fifty().map((update, index) => ({ kind: 'updates', document: `bord${index}@1`, updates: [update] }));

await measure('50 x 60 bytes of one board, one batch at a time', 1, oneBoard);
await measure('50 x 60 bytes of one board, eight waiting', 8, oneBoard);
await measure('60 bytes of each of 50 boards, one batch at a time', 1, fiftyBoards);
await store.close();
rmSync(folder, { recursive: true });
