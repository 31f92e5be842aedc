/** Where a device keeps its small things. What browser storage does not take lasts as long as the page. */
import { createWritable, type Readable } from './readable.ts';

/** The part of the browser's `Storage` that is used. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** False while something would be gone with the page; a store that does not say so is taken at its word. */
  readonly keeping?: Readable<boolean>;
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

/**
 * A store that never fails: what the other does not take (full, blocked, absent) is kept in memory, on top of what
 * the other still has.
 */
export function createForgivingStorage(kept: KeyValue | undefined): KeyValue {
  const unkept = new Map<string, string>();
  const keeping = createWritable(true);
  /** Blocked, full or absent: memory takes over, and `keeping` says so. */
  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      return undefined;
    } finally {
      keeping.set(unkept.size === 0);
    }
  }
  return {
    keeping,
    getItem: (key) => unkept.get(key) ?? attempt(() => kept?.getItem(key)) ?? null,
    setItem: (key, value) => {
      unkept.set(key, value);
      attempt(() => {
        kept?.setItem(key, value);
        if (kept !== undefined) unkept.delete(key);
      });
    },
    removeItem: (key) => {
      unkept.delete(key);
      attempt(() => kept?.removeItem(key));
    },
  };
}

/**
 * The browser's own storage, with memory under it for where there is none or where it refuses to write.
 * @param kind - `localStorage` is shared by all tabs, `sessionStorage` belongs to one.
 */
export function findStorage(kind: 'localStorage' | 'sessionStorage'): KeyValue {
  try {
    return createForgivingStorage((globalThis as { [K in typeof kind]?: KeyValue })[kind]);
  } catch {
    // Reading the property throws where storage is blocked.
    return createForgivingStorage(undefined);
  }
}
