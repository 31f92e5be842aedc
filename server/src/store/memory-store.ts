/** The store without a disk, for tests: it keeps copies and gives copies, so that nobody can change what is kept. */
import { checkBatch } from './check-batch.ts';
import { Journal } from './journal.ts';
import { keepInMemory, MemoryState, within } from './memory-state.ts';
import { StoreError } from './store-error.ts';
import type { SnapshotRecord, Store } from './store.ts';

/** By the number first, then by the name: the order every store answers in. */
const by =
  <T>(number: (item: T) => number, name: (item: T) => string) =>
  (a: T, b: T): number =>
    number(a) - number(b) || (name(a) < name(b) ? -1 : 1);

function withoutState(snapshot: SnapshotRecord): Omit<SnapshotRecord, 'state'> {
  const { state: _, ...summary } = snapshot;
  return summary;
}

/** A store that forgets everything when the process ends. */
export function createMemoryStore(): Store {
  const state = new MemoryState();
  let closed = false;

  /** Everything passes here: refused once closed, and what goes out is a copy. */
  async function answer<T>(read: () => T): Promise<T> {
    if (closed) throw new StoreError('closed', 'the store is closed');
    return structuredClone(read());
  }

  return {
    append: (batch) =>
      answer(() => {
        checkBatch(batch);
        const journal = new Journal();
        try {
          for (const record of structuredClone(batch)) keepInMemory(state, journal, record);
        } catch (error) {
          journal.rollBack();
          throw error;
        }
      }),
    loadDocument: (key) =>
      answer(() => {
        const found = state.documents.get(key);
        if (found === undefined) return undefined;
        const upTo = [...found.rows.keys()].at(-1) ?? 0;
        const updates = [...found.rows.values()].flat();
        return { updates, compacted: found.compacted, clients: found.clients, upTo };
      }),
    compact: (key, updates, upTo) =>
      answer(() => {
        const document = state.documents.get(key);
        const rows = document?.rows;
        if (!rows?.has(upTo))
          throw new StoreError('impossible', `row ${upTo} of ${key} is not there any more`);
        for (const row of rows.keys()) if (row < upTo) rows.delete(row);
        // Setting a key that is there keeps its place: the rows after it stay after it.
        rows.set(
          upTo,
          updates.map((update) => update.slice()),
        );
        if (document !== undefined) document.compacted = updates.length;
      }),
    listMeetups: () =>
      answer(() =>
        [...state.meetups.values()].sort(
          by(
            (m) => m.createdAt,
            (m) => m.id,
          ),
        ),
      ),
    findCommand: (meetup, id) => answer(() => state.commands.get(within(meetup, id))),
    listPeople: (meetup) =>
      answer(() =>
        [...state.people.values()]
          .filter((person) => person.meetup === meetup)
          .sort(
            by(
              (person) => person.joinedAt,
              (person) => person.id,
            ),
          ),
      ),
    findSession: (hash) => answer(() => state.sessions.get(hash)),
    listBin: (meetup) =>
      answer(() =>
        [...state.bin.values()]
          .filter((entry) => entry.meetup === meetup)
          .sort(
            by(
              (entry) => entry.removedAt,
              (entry) => entry.note.id,
            ),
          ),
      ),
    listSnapshots: () =>
      answer(() =>
        // Those taken in the same millisecond: the last one kept comes first.
        [...state.snapshots.values()]
          .toReversed()
          .sort((a, b) => b.takenAt - a.takenAt)
          .map(withoutState),
      ),
    findSnapshot: (id) => answer(() => state.snapshots.get(id)),
    listSupplement: (meetup) =>
      answer(() => [...state.supplement.values()].filter((s) => s.meetup === meetup).map(({ note }) => note)),
    readSetting: (name) => answer(() => state.settings.get(name)),
    close: async () => {
      closed = true;
    },
  };
}
