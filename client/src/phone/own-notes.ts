/** A person's own notes as their phone lists them: what lies on the board together with what is still on its way. */
import type { ErrorCode } from '@ruimte/shared/errors';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import type { MeetupModel, UnsentNote } from '../model/meetup-model.ts';

/** How safe a note is. `saved` means durable on the server, nothing less. */
export type NoteState = 'saved' | 'sending' | 'waiting' | 'late' | 'refused';

export interface OwnNote {
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly text: string;
  /** Server time of writing, milliseconds. */
  readonly at: number;
  readonly state: NoteState;
  /** Why it was refused. */
  readonly reason?: ErrorCode;
  /** False for a note that is only in this device's outbox. */
  readonly onBoard: boolean;
  /** It lies on the own desk: nobody else sees it yet. */
  readonly onDesk: boolean;
}

/**
 * Own notes, newest first. A refused edit is shown as it was typed, whatever lies on the board under that id.
 * Refused notes that are nowhere on the board are left out: `UnsentNotes` shows those with what can be done.
 */
export function listOwnNotes(
  board: Pick<Board, 'notes'>,
  unsent: readonly UnsentNote[],
  isOwn: MeetupModel['isOwn'],
  onDesk: (id: NoteId) => boolean = () => false,
): readonly OwnNote[] {
  const waiting = new Map(unsent.map((each) => [each.id, each]));
  const own: OwnNote[] = [];
  for (const note of board.notes.values()) {
    const entry = waiting.get(note.id);
    if (!isOwn(note) && entry === undefined) continue;
    waiting.delete(note.id);
    own.push({
      id: note.id,
      zone: note.zone,
      text: entry?.state === 'refused' ? entry.text : note.text,
      at: note.at,
      state: entry?.state ?? (note.late ? 'late' : 'saved'),
      ...(entry?.reason === undefined ? {} : { reason: entry.reason }),
      onBoard: true,
      onDesk: onDesk(note.id),
    });
  }
  for (const { id, zone, text, typedAt: at, state } of waiting.values()) {
    if (state !== 'refused') own.push({ id, zone, text, at, state, onBoard: false, onDesk: false });
  }
  return own.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** How it stands with the note that was laid last; undefined when it has been removed since. */
export function stateOfSent(
  id: NoteId,
  board: Pick<Board, 'notes'>,
  unsent: readonly UnsentNote[],
): NoteState | undefined {
  const entry = unsent.find((each) => each.id === id);
  if (entry !== undefined) return entry.state;
  const note = board.notes.get(id);
  if (note === undefined) return undefined;
  return note.late ? 'late' : 'saved';
}
