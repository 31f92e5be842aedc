/** A kind of store under test. */
import { onTestFinished } from 'vitest';
import type { Store } from '@ruimte/server/store/store';

export interface StoreUnderTest {
  readonly name: string;
  /** An empty store of its own for one test. */
  readonly open: () => Promise<Store>;
}

/** A store that is closed when the test is over. */
export async function openForTest(open: StoreUnderTest['open']): Promise<Store> {
  const store = await open();
  onTestFinished(() => store.close());
  return store;
}
