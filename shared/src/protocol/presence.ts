/**
 * Presence: what one person shows to the others for a moment. It travels as awareness and is never stored.
 * The server overwrites `who`; name, community and role are looked up in the roster of the stage, never taken from presence.
 */
import type { NoteId, ParticipantId, RoundId, ZoneId } from '../ids.ts';
import { isNamedId, isRandomId } from '../ids.ts';

export interface Presence {
  /** Stamped by the server. Empty for the wall. */
  readonly who: ParticipantId | '';
  /** Board units, present while the pointer is over the board. */
  readonly cursor?: readonly [x: number, y: number];
  /** Notes in the hand and how far they have been carried, board units. */
  readonly drag?: { readonly notes: readonly NoteId[]; readonly dx: number; readonly dy: number };
  /** Notes that are selected, the first few of them. */
  readonly selected?: readonly NoteId[];
  /** The note whose text field is open. */
  readonly editing?: NoteId;
  /** The zone the person looks at or writes in. */
  readonly zone?: ZoneId;
  /** How many outbox entries this device still holds. */
  readonly unsent?: number;
  /** The round in which this person has said to be ready. */
  readonly ready?: RoundId;
}

/**
 * A presence without what would tell which notes are this person's: those whose field is open or that were picked up
 * the moment they were laid, and the zone in which that was.
 */
export function withoutOwnNotes(presence: Presence): Presence {
  const { editing: _editing, selected: _selected, zone: _zone, ...rest } = presence;
  return rest;
}

/** More ids than this do not fit in what a presence may measure. */
const MAX_NOTES = 200;
const MAX_COORDINATE = 1_000_000;

function isCoordinate(value: unknown): value is number {
  // No number that is infinite, or none, is smaller than anything.
  return typeof value === 'number' && Math.abs(value) <= MAX_COORDINATE;
}

function isNotes(value: unknown): value is readonly NoteId[] {
  return Array.isArray(value) && value.length <= MAX_NOTES && value.every(isRandomId);
}

function parseDrag(value: unknown): Presence['drag'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { notes, dx, dy } = value as Record<string, unknown>;
  return isNotes(notes) && isCoordinate(dx) && isCoordinate(dy) ? { notes, dx, dy } : undefined;
}

/**
 * Keeps of an unknown awareness state what is presence and drops the rest.
 * @param who - the participant the state is stamped with.
 * @returns undefined when the value is no object at all.
 */
export function parsePresence(value: unknown, who: ParticipantId | ''): Presence | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { cursor, drag, selected, editing, zone, unsent, ready } = value as Record<string, unknown>;
  const parsedDrag = parseDrag(drag);
  return {
    who,
    ...(Array.isArray(cursor) && isCoordinate(cursor[0]) && isCoordinate(cursor[1])
      ? { cursor: [cursor[0], cursor[1]] as const }
      : {}),
    ...(parsedDrag ? { drag: parsedDrag } : {}),
    ...(isNotes(selected) ? { selected } : {}),
    ...(isRandomId(editing) ? { editing: editing as NoteId } : {}),
    ...(isNamedId(zone) ? { zone: zone as ZoneId } : {}),
    ...(typeof unsent === 'number' && Number.isInteger(unsent) && unsent >= 0 && unsent <= 100_000
      ? { unsent }
      : {}),
    ...(isNamedId(ready) ? { ready: ready as RoundId } : {}),
  };
}
