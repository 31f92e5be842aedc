/** Where a device keeps its small things. Without browser storage (private mode, Node) they last as long as the page. */

/** The part of the browser's `Storage` that is used. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A store that forgets everything when the page goes. */
export function createMemoryStorage(): KeyValue {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

const PROBE = 'ruimte.probe';

/**
 * The browser's own storage, or memory where there is none or where it refuses to write.
 * @param kind - `localStorage` is shared by all tabs, `sessionStorage` belongs to one.
 */
export function findStorage(kind: 'localStorage' | 'sessionStorage'): KeyValue {
  try {
    const storage = (globalThis as { [K in typeof kind]?: KeyValue })[kind];
    if (storage === undefined) return createMemoryStorage();
    storage.setItem(PROBE, '1');
    storage.removeItem(PROBE);
    return storage;
  } catch {
    // Reading the property throws where storage is blocked, and writing where its quota is nought.
    return createMemoryStorage();
  }
}
