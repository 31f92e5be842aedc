/**
 * What the server keeps, and the promise with which it keeps it: when `append` resolves, everything in the batch
 * is on disk (fsynced), all of it or nothing. There is no other way to write.
 */
import type { Format, Locale } from '@ruimte/shared/content/format';
import type {
  BoardId,
  CommandId,
  CommunityId,
  MeetupId,
  NoteId,
  ParticipantId,
  SnapshotId,
} from '@ruimte/shared/ids';
import type { LinkRole, Shows } from '@ruimte/shared/protocol/api';
import type { Board } from '@ruimte/shared/projection/board';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { MeetupStatus } from '@ruimte/shared/schema/stage';

/**
 * A document as the store names it: room name and generation, `<room>@<generation>`.
 * A new generation is another document; the old one stays until it is deleted.
 */
export type DocumentKey = `${string}@${number}`;

export interface MeetupRecord {
  readonly id: MeetupId;
  readonly board: BoardId;
  readonly generation: number;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly locale: Locale;
  /** The chosen format as it was when the meet-up was made. */
  readonly format: Format;
  readonly status: MeetupStatus;
  /** "KLEI4827": four letters and four digits. */
  readonly code: string;
  /** Goes up when a link is renewed; old links and sessions end. */
  readonly linkGenerations: Readonly<Record<LinkRole, number>>;
  /** SHA-256 of each link secret, base64url. */
  readonly linkHashes: Readonly<Record<LinkRole, string>>;
  readonly communities: readonly Community[];
  /** The stage's revision when this was written. */
  readonly createdAt: number;
  readonly closedAt: number | null;
  /** The snapshot that its rounds look back at. */
  readonly previous: PreviousMeetup | null;
  /** What is shown with notes; absent for names. */
  readonly shows?: Exclude<Shows, 'names'>;
}

/** The snapshot a meet-up looks back at, in the words that are shown. */
export interface PreviousMeetup {
  readonly id: SnapshotId;
  readonly title: string;
  readonly date: string;
}

export interface PersonRecord {
  readonly id: ParticipantId;
  readonly meetup: MeetupId;
  readonly name: string;
  readonly community: CommunityId | '';
  readonly role: 'participant' | 'facilitator';
  /** One of the roles of `roles.json`, or empty. */
  readonly task: string;
  /** SHA-256 of the device secret, base64url. */
  readonly deviceHash: string;
  readonly shutOut: boolean;
  readonly joinedAt: number;
  /** The table this person works at, from 1 on; 0 for none. */
  readonly table: number;
}

export interface SessionRecord {
  /** SHA-256 of the session secret, base64url. */
  readonly hash: string;
  readonly role: 'participant' | 'facilitator' | 'wall' | 'organiser';
  readonly meetup: MeetupId | null;
  readonly participant: ParticipantId | null;
  /** The link generation it came in by; a renewed link ends it. */
  readonly linkGeneration: number;
  readonly createdAt: number;
}

export interface BinRecord {
  readonly meetup: MeetupId;
  readonly note: Note;
  readonly removedAt: number;
  readonly removedBy: ParticipantId | null;
}

export interface SnapshotRecord {
  readonly id: SnapshotId;
  readonly meetup: MeetupId;
  readonly board: BoardId;
  readonly generation: number;
  readonly takenAt: number;
  readonly title: string;
  readonly date: string;
  readonly format: Format;
  /** The document, `Y.encodeStateAsUpdate` version 1. */
  readonly state: Uint8Array;
  readonly projection: Board;
  /** SHA-256 of `state`, hexadecimal. */
  readonly hash: string;
}

/** One thing to keep. A batch of them is kept as a whole. */
export type StoreRecord =
  /** Updates of one document, in order; one row however many there are. */
  | { readonly kind: 'updates'; readonly document: DocumentKey; readonly updates: readonly Uint8Array[] }
  /** Binds a Yjs client id to a participant for ever; another participant for the same id is impossible. */
  | {
      readonly kind: 'client';
      readonly document: DocumentKey;
      readonly client: number;
      readonly participant: ParticipantId;
    }
  /**
   * Meet-ups, people and sessions replace what has the same id (sessions: hash). What belongs to a meet-up
   * (people, sessions, commands, bin, supplement) is impossible before that meet-up is kept.
   */
  | { readonly kind: 'meetup'; readonly meetup: MeetupRecord }
  | { readonly kind: 'person'; readonly person: PersonRecord }
  | { readonly kind: 'session'; readonly session: SessionRecord }
  | { readonly kind: 'endSession'; readonly hash: string }
  /** Remembers that a command was applied, and what it answered; another answer for the same id is impossible. */
  | {
      readonly kind: 'command';
      readonly meetup: MeetupId;
      readonly id: CommandId;
      readonly revision: number;
      readonly at: number;
    }
  | { readonly kind: 'binned'; readonly entry: BinRecord }
  | { readonly kind: 'unbinned'; readonly meetup: MeetupId; readonly note: NoteId }
  | { readonly kind: 'emptyBin'; readonly meetup: MeetupId }
  /**
   * Immutable: another one with the same id is impossible, unless the first was dropped before it. The same one once
   * more is fine: after a disk error nobody knows whether the first attempt was kept.
   */
  | { readonly kind: 'snapshot'; readonly snapshot: SnapshotRecord }
  /** A close that was undone takes its snapshot with it. */
  | { readonly kind: 'dropSnapshot'; readonly id: SnapshotId }
  /** A note that came in after the close, beside the snapshot. Kept once per note id. */
  | { readonly kind: 'supplement'; readonly meetup: MeetupId; readonly note: Note }
  /**
   * Removes a document with all its updates and bindings. After this, `emptyBin`, `dropSnapshot` and `compact` the
   * text is erased from the files too, right after the call resolves and before the next one is served.
   */
  | { readonly kind: 'dropDocument'; readonly document: DocumentKey }
  /** One named setting of the installation (the used sign-in link, for instance). */
  | { readonly kind: 'setting'; readonly name: string; readonly value: string };

export type Batch = readonly StoreRecord[];

/** A document as loaded: apply the updates in order. `upTo` is the row a later `compact` may replace. */
export interface StoredDocument {
  readonly updates: readonly Uint8Array[];
  /** How many of the updates, from the first, were written by `compact`. */
  readonly compacted: number;
  readonly clients: ReadonlyMap<number, ParticipantId>;
  readonly upTo: number;
}

/**
 * The store. All implementations pass `tests/contracts/store-contract.ts`.
 * Every rejection is a `StoreError`: on `impossible` the batch is wrong and stays wrong (a group commit can be taken
 * apart), on `failed` the same batch may work later, after `closed` the store is gone.
 * After an input/output error it is not known whether the refused batch is on disk; keeping the same batch again is
 * always right (updates may then be there twice, which Yjs does not mind), leaving it out is too.
 */
export interface Store {
  /**
   * Keeps the whole batch in one transaction. When it resolves the batch is on disk; when it rejects nothing of it is.
   * Calls are kept in the order in which they were made; the bytes are copied before this returns.
   */
  append(batch: Batch): Promise<void>;
  /**
   * The document with everything appended so far; undefined when nothing was ever appended.
   * @throws StoreError `damaged` naming document and row; never a document with something missing
   */
  loadDocument(document: DocumentKey): Promise<StoredDocument | undefined>;
  /**
   * Puts these updates in the place of all rows up to and including `upTo`, in one transaction; later rows stay.
   * @throws StoreError `impossible` when row `upTo` is gone: the document was dropped, or compacted further
   */
  compact(document: DocumentKey, updates: readonly Uint8Array[], upTo: number): Promise<void>;

  /** Oldest first. */
  listMeetups(): Promise<readonly MeetupRecord[]>;
  /** A finished command's revision, or undefined when it was never applied. */
  findCommand(meetup: MeetupId, id: CommandId): Promise<number | undefined>;
  /** In the order in which they joined. */
  listPeople(meetup: MeetupId): Promise<readonly PersonRecord[]>;
  findSession(hash: string): Promise<SessionRecord | undefined>;
  /** In the order in which they were removed. */
  listBin(meetup: MeetupId): Promise<readonly BinRecord[]>;
  /** Newest first; without state, for lists. */
  listSnapshots(): Promise<readonly Omit<SnapshotRecord, 'state'>[]>;
  findSnapshot(id: SnapshotId): Promise<SnapshotRecord | undefined>;
  /** In the order in which they came in. */
  listSupplement(meetup: MeetupId): Promise<readonly Note[]>;
  readSetting(name: string): Promise<string | undefined>;

  /** Finishes what was asked for, then lets go of the files. Later calls reject. */
  close(): Promise<void>;
}
