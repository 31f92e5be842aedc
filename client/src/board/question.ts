/** What the page asks before it does something to notes. */
import type { GroupId, NoteId, ZoneId } from '@ruimte/shared/ids';

/** A question that is open. */
export type Question =
  | { readonly asks: 'space'; readonly for: 'move'; readonly notes: readonly NoteId[] }
  | { readonly asks: 'space'; readonly for: 'copy'; readonly note: NoteId }
  | { readonly asks: 'space'; readonly for: 'group'; readonly group: GroupId }
  /** Where on a scale or in a quadrant these go. */
  | { readonly asks: 'place'; readonly notes: readonly NoteId[]; readonly zone: ZoneId }
  | { readonly asks: 'name'; readonly group: GroupId }
  | { readonly asks: 'paste'; readonly zone: ZoneId; readonly text: string };
