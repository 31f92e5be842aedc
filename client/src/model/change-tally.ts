/** What others did, put together per note: a note that was laid and moved is a new note, one that came back is nothing. */
import type { NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';

export type ChangeKind = 'added' | 'moved' | 'removed' | 'grouped' | 'ungrouped';

/** Something that somebody else did to a note. */
export interface Change {
  readonly kind: ChangeKind;
  readonly note: NoteId;
  /** Its words; empty when nobody knows them any more. */
  readonly text: string;
  /** Where it lies now, or lay when it was removed. */
  readonly zone: ZoneId;
  /** Where a note that was moved came from. */
  readonly from?: ZoneId;
  /** Undefined when that is not known: nobody sees who removes a note. */
  readonly by: ParticipantId | undefined;
}

export interface ChangeTally {
  add(change: Change): void;
  /** One for each note, the latest last. */
  changes(): readonly Change[];
  /** How many came on top of those that are kept. */
  more(): number;
  clear(): void;
}

/** So many notes are kept at most, then they are only counted. */
const MOST_KEPT = 500;

export function createTally(): ChangeTally {
  const kept = new Map<NoteId, Change>();
  let more = 0;
  return {
    add: (change) => {
      const merged = merge(kept.get(change.note), change);
      kept.delete(change.note);
      if (merged === undefined) return;
      if (kept.size < MOST_KEPT) kept.set(change.note, merged);
      else more += 1;
    },
    changes: () => [...kept.values()],
    more: () => more,
    clear: () => {
      kept.clear();
      more = 0;
    },
  };
}

/** @returns undefined when all is as it was. */
function merge(before: Change | undefined, after: Change): Change | undefined {
  switch (before?.kind) {
    case 'added':
      return after.kind === 'removed' ? undefined : { ...before, zone: after.zone, text: after.text };
    case 'removed':
      return after.kind === 'added' ? undefined : after;
    case 'moved':
      if (after.kind === 'removed') return { ...after, zone: before.from ?? after.zone };
      if (after.kind !== 'moved') return { ...before, text: after.text };
      if (after.zone === before.from) return undefined;
      return before.from === undefined ? after : { ...after, from: before.from };
    case 'grouped':
    case 'ungrouped':
    case undefined:
      return after;
  }
}
