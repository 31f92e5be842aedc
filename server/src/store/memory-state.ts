/** What the memory store holds, and how each kind of record changes it. */
import { isDeepStrictEqual } from 'node:util';
import type { ParticipantId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import type { Journal } from './journal.ts';
import { StoreError } from './store-error.ts';
import type {
  BinRecord,
  DocumentKey,
  MeetupRecord,
  PersonRecord,
  SessionRecord,
  SnapshotRecord,
  StoreRecord,
} from './store.ts';

interface MemoryDocument {
  /** By row number, in order. */
  readonly rows: Map<number, readonly Uint8Array[]>;
  /** Updates of the first row when compaction wrote it, else 0. */
  compacted: number;
  readonly clients: Map<number, ParticipantId>;
}

/** Everything the memory store holds. */
export class MemoryState {
  lastRow = 0;
  readonly documents = new Map<DocumentKey, MemoryDocument>();
  readonly meetups = new Map<string, MeetupRecord>();
  readonly people = new Map<string, PersonRecord>();
  readonly sessions = new Map<string, SessionRecord>();
  /** Revision by meet-up and command. */
  readonly commands = new Map<string, number>();
  readonly bin = new Map<string, BinRecord>();
  readonly snapshots = new Map<string, SnapshotRecord>();
  readonly supplement = new Map<string, { readonly meetup: string; readonly note: Note }>();
  readonly settings = new Map<string, string>();
}

/** One key for a thing within a meet-up. */
export const within = (meetup: string, id: string): string => `${meetup}/${id}`;

function documentOf(state: MemoryState, journal: Journal, key: DocumentKey): MemoryDocument {
  const found = state.documents.get(key);
  if (found !== undefined) return found;
  const document: MemoryDocument = { rows: new Map(), compacted: 0, clients: new Map() };
  journal.set(state.documents, key, document);
  return document;
}

function needMeetup(state: MemoryState, meetup: string): void {
  if (!state.meetups.has(meetup)) throw new StoreError('impossible', `there is no meet-up ${meetup}`);
}

/** Sets what may be set once: again with the same value is fine, with another it is impossible. */
function setOnce<Key, Value>(
  journal: Journal,
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  what: string,
): void {
  const before = map.get(key);
  if (before !== undefined && before !== value) throw new StoreError('impossible', `${what} is kept already`);
  journal.set(map, key, value);
}

/**
 * Applies one record through the journal.
 * @param record - already checked and copied: it becomes part of the state.
 * @throws StoreError `impossible` when it contradicts what is kept.
 */
export function keepInMemory(state: MemoryState, journal: Journal, record: StoreRecord): void {
  switch (record.kind) {
    case 'updates':
      if (record.updates.length === 0) return;
      state.lastRow += 1;
      journal.set(documentOf(state, journal, record.document).rows, state.lastRow, record.updates);
      return;
    case 'client': {
      const { clients } = documentOf(state, journal, record.document);
      const what = `client ${record.client} of ${record.document}`;
      setOnce(journal, clients, record.client, record.participant, what);
      return;
    }
    case 'dropDocument':
      journal.deleteWhere(state.documents, (_, key) => key === record.document);
      return;
    case 'meetup':
      journal.set(state.meetups, record.meetup.id, record.meetup);
      return;
    case 'person':
      needMeetup(state, record.person.meetup);
      journal.set(state.people, record.person.id, record.person);
      return;
    case 'session':
      if (record.session.meetup !== null) needMeetup(state, record.session.meetup);
      journal.set(state.sessions, record.session.hash, record.session);
      return;
    case 'endSession':
      journal.deleteWhere(state.sessions, (_, hash) => hash === record.hash);
      return;
    case 'command': {
      needMeetup(state, record.meetup);
      const key = within(record.meetup, record.id);
      setOnce(journal, state.commands, key, record.revision, `command ${record.id}`);
      return;
    }
    case 'binned':
      needMeetup(state, record.entry.meetup);
      journal.set(state.bin, within(record.entry.meetup, record.entry.note.id), record.entry);
      return;
    case 'unbinned':
      journal.deleteWhere(state.bin, (_, key) => key === within(record.meetup, record.note));
      return;
    case 'emptyBin':
      journal.deleteWhere(state.bin, ({ meetup }) => meetup === record.meetup);
      return;
    case 'snapshot': {
      const { id } = record.snapshot;
      const before = state.snapshots.get(id);
      if (before !== undefined && !isDeepStrictEqual(before, record.snapshot)) {
        throw new StoreError('impossible', `snapshot ${id} is kept already`);
      }
      if (before === undefined) journal.set(state.snapshots, id, record.snapshot);
      return;
    }
    case 'dropSnapshot':
      journal.deleteWhere(state.snapshots, (_, id) => id === record.id);
      return;
    case 'supplement': {
      needMeetup(state, record.meetup);
      const key = within(record.meetup, record.note.id);
      if (!state.supplement.has(key)) journal.set(state.supplement, key, record);
      return;
    }
    case 'setting':
      journal.set(state.settings, record.name, record.value);
  }
}
