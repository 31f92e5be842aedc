/**
 * The tables, for SQLite and PostgreSQL alike. Columns are called what the records call them; values that are not
 * flat are JSON text, read back through `record-schemas.ts`. Only the types of bytes and numbers differ per database.
 */
import type { Generated, Selectable } from 'kysely';

/** Every table with its columns. */
export interface Tables {
  schemaVersion: { version: number };
  /** One row per `updates` record; `row` goes up and never comes back, also after a deletion. */
  updates: {
    row: Generated<number>;
    document: string;
    checksum: number;
    content: Uint8Array;
    /** 1 for what compaction wrote, which comes first. */
    compacted: Generated<number>;
  };
  clients: { document: string; client: number; participant: string };
  meetups: {
    id: string;
    board: string;
    generation: number;
    title: string;
    date: string;
    locale: string;
    format: string;
    status: string;
    code: string;
    linkGenerations: string;
    linkHashes: string;
    communities: string;
    createdAt: number;
    closedAt: number | null;
    previous: string | null;
    shows: string | null;
  };
  commands: { meetup: string; id: string; revision: number; at: number };
  people: {
    id: string;
    meetup: string;
    name: string;
    community: string;
    role: string;
    task: string;
    deviceHash: string;
    shutOut: number;
    joinedAt: number;
    table: Generated<number>;
  };
  sessions: {
    hash: string;
    role: string;
    meetup: string | null;
    participant: string | null;
    linkGeneration: number;
    createdAt: number;
  };
  bin: { meetup: string; id: string; note: string; removedAt: number; removedBy: string | null };
  snapshots: {
    row: Generated<number>;
    id: string;
    meetup: string;
    board: string;
    generation: number;
    takenAt: number;
    title: string;
    date: string;
    format: string;
    projection: string;
    hash: string;
    state: Uint8Array;
    checksum: number;
  };
  supplement: { row: Generated<number>; meetup: string; id: string; note: string };
  settings: { name: string; value: string };
}

/** A row as it is read. */
export type RowOf<Name extends keyof Tables> = Selectable<Tables[Name]>;
