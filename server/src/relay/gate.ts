/**
 * The contract of the gate: what it is told about whoever sends an update, and its verdict.
 * The gate judges before anything is logged, applied or relayed, by look-ups in the live document alone.
 */
import type { Author } from '@ruimte/shared/alias';
import type { CommunityId, NoteId, ParticipantId } from '@ruimte/shared/ids';
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { SchemaTable } from '@ruimte/shared/schema/table';
import type { Limits } from '@ruimte/shared/limits';
import type * as Y from 'yjs';
import type { BoardCounts } from './gate/counts.ts';

/** Who sends, and what they may. With a secret their notes carry aliases. */
export interface Sender extends Author {
  readonly community: CommunityId | '';
  /** May change and remove what others wrote, and lay notes in anybody's name. */
  readonly facilitator: boolean;
}

/** The document as the gate sees it. */
export interface GateDocument {
  readonly doc: Y.Doc;
  readonly table: SchemaTable;
  /** Which participant a Yjs client id belongs to. Ids in the document but not here are the server's own. */
  readonly owners: ReadonlyMap<number, ParticipantId>;
  readonly limits: Limits;
  /** What the gate remembers of it; `new BoardCounts()` when it is loaded, kept up to date by the gate. */
  readonly counts: BoardCounts;
}

export type Verdict =
  | {
      readonly kind: 'accept';
      /** The update rewritten from what is new in it: these bytes are logged, applied and relayed. */
      readonly update: Uint8Array;
      /** Client ids under which it brings something, new or known. */
      readonly clients: readonly number[];
      /** Client ids to be bound to the sender with this update. */
      readonly bind: readonly number[];
      /** Notes that the update removes, so that the bin can keep them. */
      readonly removedNotes: readonly NoteId[];
    }
  /** Nothing in it that is not known already. */
  | { readonly kind: 'nothing'; readonly clients: readonly number[] }
  /** Something it builds on is missing here: ask for it by sending our state vector. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refuse'; readonly code: CloseReason; readonly reason: string };

/** Judges one update. Neither document nor owners are changed; only `counts` learns what was accepted. */
export type Gate = (document: GateDocument, sender: Sender, update: Uint8Array) => Verdict;
