import { expect, test } from 'vitest';
import { createLogger } from '../log.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Batch } from '../store/store.ts';
import { CommitLoop, type CommitSource } from './commit-loop.ts';

function createCountingStore() {
  const memory = createMemoryStore();
  const batches: Batch[] = [];
  const append = (batch: Batch): Promise<void> => {
    batches.push(batch);
    return memory.append(batch);
  };
  return { batches, store: { ...memory, append } };
}

const source = (kept: () => void): CommitSource => ({
  take: () => ({ records: [{ kind: 'setting', name: 'a', value: 'b' }], kept, lost: () => undefined }),
});

/** Keeps the thread busy, as telling three hundred people does. */
function work(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

test('what goes wrong after saving neither saves again nor keeps the news from others', async () => {
  const { store, batches } = createCountingStore();
  const loop = new CommitLoop(store, createLogger('silent'));
  let told = 0;
  loop.mark(
    source(() => {
      throw new Error('a socket fell over');
    }),
  );
  loop.mark(source(() => (told += 1)));
  await loop.settled();
  expect({ batches: batches.length, told, saving: loop.saving }).toEqual({
    batches: 1,
    told: 1,
    saving: true,
  });
});

test('when batches cost little one begins at once, when they cost much they begin a window apart', async () => {
  const { store } = createCountingStore();
  const loop = new CommitLoop(store, createLogger('silent'));
  const commit = async (costMs: number): Promise<number> => {
    const began = performance.now();
    await new Promise<void>((resolve) => {
      loop.mark(
        source(() => {
          work(costMs);
          resolve();
        }),
      );
    });
    await loop.settled();
    return performance.now() - began;
  };
  const quiet: number[] = [];
  for (let i = 0; i < 9; i += 1) quiet.push(await commit(0));
  for (let i = 0; i < 5; i += 1) await commit(3);
  const began = performance.now();
  for (let i = 0; i < 10; i += 1) await commit(1);
  // Nine windows of 8 ms lie between ten batches; timers come up to a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(9 * 7);
  expect(Math.min(...quiet)).toBeLessThan(7);
});
