/** What a room is made of, and what the meet-up tells it. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { Limits } from '@ruimte/shared/limits';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { Note } from '@ruimte/shared/schema/note';
import type { SchemaTable } from '@ruimte/shared/schema/table';
import type * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { DocumentKey, StoreRecord } from '../store/store.ts';
import type { CommitLoop } from './commit-loop.ts';
import type { Holder } from './connection.ts';
import type { StoredAnswer } from './first-answer.ts';
import type { Gate, Sender } from './gate.ts';

/** What the meet-up tells the room about whoever writes. */
export interface RoomPolicy {
  /** Who this is for the gate; undefined for those who never write here. */
  sender(holder: Holder): Sender | undefined;
  /** Why this person may not write now; undefined when they may. */
  whyNotWrite(holder: Holder): CloseReason | undefined;
  /** Records to keep beside an update that removes notes. */
  removed(notes: readonly Note[], by: ParticipantId): readonly StoreRecord[];
  /** Whether nobody may tell whose notes are whose. */
  hidesAuthors?(): boolean;
  /** Called after somebody changed the document, before that is kept. */
  changed?(doc: Y.Doc): void;
}

export interface RoomParts {
  readonly key: DocumentKey;
  /** Empty until `begin` is called, with its roots defined. */
  readonly doc: Y.Doc;
  readonly owners: Map<number, ParticipantId>;
  readonly table: SchemaTable;
  readonly limits: Limits;
  readonly policy: RoomPolicy;
  readonly gate: Gate;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  readonly log: Logger;
  /** Updates of the document on disk when it was loaded, and their bytes. */
  readonly rows: number;
  readonly bytes: number;
  /** What newcomers can be sent before the document has been built; undefined when they have to wait for it. */
  readonly stored: StoredAnswer | undefined;
}
