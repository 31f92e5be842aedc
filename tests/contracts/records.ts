/** Records for the store's tests: complete, and as small as they may be. */
import type { Format } from '@ruimte/shared/content/format';
import {
  type CommunityId,
  createId,
  createSecret,
  type FormatId,
  type MeetupId,
  type NoteId,
  type ParticipantId,
  type RoundId,
  type SnapshotId,
  type ZoneId,
} from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import type { Note } from '@ruimte/shared/schema/note';
import type {
  BinRecord,
  DocumentKey,
  MeetupRecord,
  PersonRecord,
  SessionRecord,
  SnapshotRecord,
  StoreRecord,
} from '@ruimte/server/store/store';

const both = (text: string) => ({ nl: text, en: text });

/** A format of one zone and one round. */
export const FORMAT: Format = {
  version: 1,
  id: 'twijfel' as FormatId,
  title: both('Twijfel'),
  purpose: both('Luisteren'),
  phase: 'any',
  source: { document: 'Ruimtes' },
  people: { min: 2, max: 20 },
  minutes: 5,
  layout: {
    kind: 'zones',
    columns: 1,
    zones: [{ id: 'twijfel' as ZoneId, title: both('De twijfel'), prompt: both('…'), col: 0, row: 0 }],
  },
  rounds: [
    {
      id: 'schrijven' as RoundId,
      title: both('Schrijven'),
      instruction: both('Schrijf'),
      tip: both('Wacht'),
      minutes: 5,
      show: 'name',
      write: 'open',
      focus: 'all',
    },
  ],
};

/** A document nobody else uses. */
export const documentKey = (): DocumentKey => `${createSecret()}@1`;

/** The bytes of a text, as if they were an update. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The texts of loaded updates. */
export const texts = (updates: readonly Uint8Array[] = []): readonly string[] =>
  updates.map((update) => new TextDecoder().decode(update));

/** One row with these updates. */
export const updates = (document: DocumentKey, ...parts: readonly string[]): StoreRecord => ({
  kind: 'updates',
  document,
  updates: parts.map(bytes),
});

export function createMeetup(changes: Partial<MeetupRecord> = {}): MeetupRecord {
  return {
    id: createId(),
    board: createId(),
    generation: 1,
    title: 'Kick-off “Overijssel” 🎈',
    date: '2026-09-03',
    locale: 'nl',
    format: FORMAT,
    status: 'prepared',
    code: 'KLEI4827',
    linkGenerations: { facilitator: 1, participant: 2, wall: 3 },
    linkHashes: { facilitator: 'a', participant: 'b', wall: 'c' },
    communities: [
      { id: createId<CommunityId>(), name: 'Zwolle', number: 1 },
      { id: createId<CommunityId>(), name: 'Deventer', number: 2, mergedInto: createId<CommunityId>() },
    ],
    createdAt: 1_790_000_000_123,
    closedAt: null,
    previous: null,
    ...changes,
  };
}

export function createPerson(meetup: MeetupId, changes: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id: createId(),
    meetup,
    name: 'Renée',
    community: createId<CommunityId>(),
    role: 'participant',
    task: '',
    deviceHash: createSecret(),
    shutOut: false,
    joinedAt: 1_790_000_000_456,
    table: 3,
    ...changes,
  };
}

export function createSession(meetup: MeetupId | null, changes: Partial<SessionRecord> = {}): SessionRecord {
  return {
    hash: createSecret(),
    role: meetup === null ? 'organiser' : 'participant',
    meetup,
    participant: meetup === null ? null : createId<ParticipantId>(),
    linkGeneration: 1,
    createdAt: 1_790_000_000_789,
    ...changes,
  };
}

export function createNote(changes: Partial<Note> = {}): Note {
  return {
    id: createId<NoteId>(),
    zone: 'twijfel' as ZoneId,
    x: 12.5,
    y: -3,
    text: 'niet weten\nis ook goed 🌱',
    author: createId<ParticipantId>(),
    community: '',
    round: '',
    at: 1_790_000_001_000,
    order: 'a0',
    ...changes,
  };
}

export function createBinned(meetup: MeetupId, changes: Partial<BinRecord> = {}): BinRecord {
  return { meetup, note: createNote(), removedAt: 1_790_000_002_000, removedBy: null, ...changes };
}

export function createSnapshot(meetup: MeetupRecord, changes: Partial<SnapshotRecord> = {}): SnapshotRecord {
  const notes = [createNote({ late: true }), createNote({ community: createId<CommunityId>() })];
  const projection: Board = {
    zones: [
      {
        id: 'twijfel' as ZoneId,
        kind: 'free',
        title: both('De twijfel'),
        tint: 8,
        col: 0,
        row: 0,
        colSpan: 1,
        rowSpan: 1,
      },
    ],
    notes: new Map(notes.map((note) => [note.id, note])),
    groups: [],
    links: [],
    communities: new Map(meetup.communities.map((community) => [community.id, community])),
    votes: [{ id: createId<NoteId>(), round: 'stippen' as RoundId, at: 7, marks: [[createId<NoteId>(), 2]] }],
    ratings: [],
  };
  return {
    id: createId<SnapshotId>(),
    meetup: meetup.id,
    board: meetup.board,
    generation: 1,
    takenAt: 1_790_000_003_000,
    title: meetup.title,
    date: meetup.date,
    format: FORMAT,
    state: new Uint8Array([0, 255, 1, 254]),
    projection,
    hash: 'f'.repeat(64),
    ...changes,
  };
}
