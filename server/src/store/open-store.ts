/** Which store the server runs on, chosen by its settings. */
import { openEmbeddedStore } from './embedded-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { Store } from './store.ts';

export type StoreChoice =
  | { readonly kind: 'memory' }
  /** One database file in the folder, which lies outside every build folder. */
  | { readonly kind: 'embedded'; readonly folder: string };

/**
 * Opens the chosen store; whoever opens it closes it.
 * @throws StoreError `inUse`, `newer` or `failed`, each with a sentence for whoever starts the server
 */
export async function openStore(choice: StoreChoice): Promise<Store> {
  return choice.kind === 'memory' ? createMemoryStore() : await openEmbeddedStore(choice.folder);
}
