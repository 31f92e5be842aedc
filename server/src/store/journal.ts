/** Changes to maps that can be taken back: how the memory store keeps a batch as a whole or not at all. */
export class Journal {
  readonly #undo: (() => void)[] = [];

  /** Like `map.set`. */
  set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const had = map.has(key);
    const before = map.get(key);
    this.#undo.push(() => {
      if (had) map.set(key, before as Value);
      else map.delete(key);
    });
    map.set(key, value);
  }

  /** Removes the entries for which the test holds; the order of the others stays. */
  deleteWhere<Key, Value>(map: Map<Key, Value>, test: (value: Value, key: Key) => boolean): void {
    const entries = [...map];
    if (!entries.some(([key, value]) => test(value, key))) return;
    this.#undo.push(() => {
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    });
    for (const [key, value] of entries) if (test(value, key)) map.delete(key);
  }

  /** Takes back everything, the last change first. */
  rollBack(): void {
    for (const undo of this.#undo.splice(0).toReversed()) undo();
  }
}
