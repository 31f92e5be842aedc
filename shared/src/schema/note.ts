/** A note: its fields, defaults and reading. Size is derived from its text, never stored. */
import * as Y from 'yjs';
import type { CommunityId, GroupId, NoteId, ParticipantId, RoundId, SnapshotId, ZoneId } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/** Where a carried-over note comes from: `<snapshot>/<note>` of the earlier meet-up. */
export type NoteOrigin = `${SnapshotId}/${NoteId}`;

export interface Note {
  readonly id: NoteId;
  readonly zone: ZoneId;
  /** Board units from the corner of the zone to the corner of the note. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly author: ParticipantId;
  /** Empty for a facilitator without a community. */
  readonly community: CommunityId | '';
  /** The round in which the note was written; empty before the first round. */
  readonly round: RoundId | '';
  /** Server time of writing, milliseconds since 1970. */
  readonly at: number;
  /** Fractional index: the higher, the more on top. */
  readonly order: string;
  readonly group?: GroupId;
  readonly origin?: NoteOrigin;
  /** Typed in time, arrived after the round, the reveal or the close. */
  readonly late?: true;
}

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/**
 * Reads a note from its map; fields that are missing or junk get their default.
 * @returns undefined when the value is no map at all.
 */
export function readNote(id: string, value: unknown): Note | undefined {
  if (!(value instanceof Y.Map)) return undefined;
  const text = value.get('text');
  const p = value.get('p');
  const [x, y] = Array.isArray(p) ? (p as unknown[]) : [];
  const group = value.get('group');
  const origin = value.get('origin');
  return {
    id: id as NoteId,
    zone: string(value.get('zone')) as ZoneId,
    x: number(x),
    y: number(y),
    text: text instanceof Y.Text ? text.toString().slice(0, LIMITS.textUnits) : '',
    author: string(value.get('author')) as ParticipantId,
    community: string(value.get('community')) as CommunityId | '',
    round: string(value.get('round')) as RoundId | '',
    at: number(value.get('at')),
    order: string(value.get('order')),
    ...(typeof group === 'string' && group !== '' ? { group: group as GroupId } : {}),
    ...(typeof origin === 'string' ? { origin: origin as NoteOrigin } : {}),
    ...(value.get('late') === true ? { late: true as const } : {}),
  };
}
