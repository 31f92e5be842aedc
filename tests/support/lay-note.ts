/** Laying a note with the edits of the product, for clients that have no model. */
import { createId, type NoteId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import type * as Y from 'yjs';

export interface LaidNote {
  readonly zone?: string;
  readonly round?: string;
  readonly x?: number;
  readonly y?: number;
}

/** Lays a note as this person. @returns its id. */
export function layNote(doc: Y.Doc, session: NewSession, text: string, at: LaidNote = {}): NoteId {
  if (session.participant === null) throw new Error('the wall lays no notes');
  const id = createId<NoteId>();
  addNote(
    doc,
    {
      id,
      zone: (at.zone ?? 'plek') as ZoneId,
      x: at.x ?? 32,
      y: at.y ?? 82,
      text,
      author: session.participant,
      community: session.community,
      round: (at.round ?? 'rondgang') as RoundId,
      at: session.now,
    },
    'user',
  );
  return id;
}

/** The text of a note on this replica; undefined when it is not there. */
export function textOf(doc: Y.Doc, id: NoteId): string | undefined {
  return rootOf(doc, 'notes').get(id)?.get('text')?.toString();
}
