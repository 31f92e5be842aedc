/** Half-typed text of an open field, kept in storage so that a closed lid or a lock loses nothing. */
import { isNamedId, type MeetupId, type NoteId, type ParticipantId, type ZoneId } from '@ruimte/shared/ids';
import type { KeyValue } from './storage.ts';

export interface Draft {
  readonly text: string;
  /** Where a new note would go. */
  readonly zone?: ZoneId;
}

/** The drafts of one person in a meet-up, per field: that of a note, or the one for a new note. */
export interface Drafts {
  get(field: NoteId | 'new'): Draft | undefined;
  /** Keeps the text; an empty one is forgotten. */
  set(field: NoteId | 'new', draft: Draft): void;
  clear(field: NoteId | 'new'): void;
}

/** Opens the drafts of a person in a meet-up. */
export function openDrafts(storage: KeyValue, meetup: MeetupId, participant: ParticipantId): Drafts {
  const keyOf = (field: string): string => `ruimte.draft.${meetup}.${participant}.${field}`;
  /** What storage did not take: at least this page keeps it. */
  const unstored = new Map<string, string>();
  function clear(field: string): void {
    unstored.delete(field);
    storage.removeItem(keyOf(field));
  }
  return {
    get: (field) => parseDraft(unstored.get(field) ?? storage.getItem(keyOf(field))),
    set: (field, draft) => {
      if (draft.text === '') return clear(field);
      const value = JSON.stringify(draft);
      try {
        storage.setItem(keyOf(field), value);
        unstored.delete(field);
      } catch {
        unstored.set(field, value);
      }
    },
    clear,
  };
}

function parseDraft(stored: string | null): Draft | undefined {
  if (stored === null) return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return undefined;
    const { text, zone } = value as Record<string, unknown>;
    if (typeof text !== 'string' || text === '') return undefined;
    return { text, ...(isNamedId(zone) ? { zone: zone as ZoneId } : {}) };
  } catch {
    // Written by something else: as good as no draft.
    return undefined;
  }
}
