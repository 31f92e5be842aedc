/** What a page does with notes, for its rail, toolbar, menus, keys and list alike: one way in, one answer. */
import type { GroupId, NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import { createContext, useContext } from 'react';
import type { Arranging } from '../model/arranging.ts';
import type { Readable, Writable } from '../model/readable.ts';
import type { DotHand } from './dot-hand.ts';

/** Choosing notes one by one: whatever activates a note meanwhile picks it. */
export type Picking =
  | { readonly kind: 'link'; readonly from: NoteId | undefined }
  | { readonly kind: 'group'; readonly notes: ReadonlySet<NoteId> };

/** What can be asked of notes. */
export type NoteAction = 'edit' | 'remove' | 'move' | 'copy' | 'group' | 'link';

export interface NoteActions {
  readonly arranging: Arranging;
  readonly picking: Readable<Picking | undefined>;
  /** The notes picked so far, for whatever draws them; undefined while nothing is being picked. */
  readonly picked: Readable<ReadonlySet<NoteId> | undefined>;
  /** Giving dots; undefined while the round asks for none. Set by the part that comes with such a round. */
  readonly dots: Writable<DotHand | undefined>;
  /** Activating a note while picking. @returns false when nothing is being picked. */
  pick(note: NoteId): boolean;
  /** Picks the two ends of a line, or its second end; a line that is there already is taken away. */
  startLink(from?: NoteId): void;
  /** Picks the notes of a new group, beginning with these. */
  startGroup(notes: readonly NoteId[]): void;
  stopPicking(): void;
  /** Takes what was picked into a group that is there. */
  joinGroup(group: GroupId): void;
  /** Makes the group of what was picked. */
  finishGroup(name: string): void;
  /** Asks for a space and moves the notes there. */
  move(notes: readonly NoteId[]): void;
  /** Moves the notes to a space: on a scale or in a quadrant it asks where, elsewhere they find a place. */
  send(notes: readonly NoteId[], zone: ZoneId): void;
  /** Asks for a space and moves the group there. */
  moveGroup(group: GroupId): void;
  /** Asks for a space and lays a copy there. */
  copy(note: NoteId): void;
  leave(notes: readonly NoteId[]): void;
  dissolve(group: GroupId): void;
  /** Asks for another name. */
  rename(group: GroupId): void;
  tidy(zone: ZoneId): void;
  /** Removes those of the notes that this person may remove, with a way back. */
  remove(notes: readonly NoteId[]): void;
  /** Lays pasted text; asks before several lines become several notes. */
  paste(zone: ZoneId, text: string): void;
  /** Why this cannot be done to the notes now, as a sentence; undefined when it can. */
  whyNot(action: NoteAction, notes: readonly Note[]): string | undefined;
}

/** Filled by `NoteActionsProvider`. */
export const NoteActionsContext = createContext<NoteActions | undefined>(undefined);

/** The actions of the page around this component. */
export function useNoteActions(): NoteActions {
  const actions = useContext(NoteActionsContext);
  if (actions === undefined) throw new Error('this component needs note actions around it');
  return actions;
}
