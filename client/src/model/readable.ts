/** A value that changes and can be watched: the one form in which the model shows its state. */
export interface Readable<T> {
  get(): T;
  /** Calls `changed` after every change; returns how to stop. */
  subscribe(changed: () => void): () => void;
}

export interface Writable<T> extends Readable<T> {
  /** Sets the value and tells the watchers, unless it is the same. */
  set(value: T): void;
}

/** A value that can be set and watched. */
export function createWritable<T>(initial: T): Writable<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const changed of watchers) changed();
    },
    subscribe: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
