/** A store whose reading can be held up and whose writing can be made to fail, as a slow or full disk would. */
import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { Store } from '@ruimte/server/store/store';
import { StoreError } from '@ruimte/server/store/store-error';

export interface BalkyStore {
  readonly store: Store;
  /** Holds up documents and sessions that are read until the returned function is called. */
  hold(): () => void;
  setFull(full: boolean): void;
}

/** Keeps everything in memory, and works until it is told not to. */
export function createBalkyStore(): BalkyStore {
  const memory = createMemoryStore();
  let held: Promise<void> = Promise.resolve();
  let full = false;
  return {
    store: {
      ...memory,
      append: async (batch) => {
        if (full) throw new StoreError('failed', 'the disk is full');
        return memory.append(batch);
      },
      loadDocument: async (document) => {
        await held;
        return memory.loadDocument(document);
      },
      findSession: async (hash) => {
        await held;
        return memory.findSession(hash);
      },
    },
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    setFull: (value) => (full = value),
  };
}
