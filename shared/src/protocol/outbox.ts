/**
 * Outbox entries: own words a device has written and the server has not yet confirmed as durable.
 * They are laid again after a refusal, a reload or a new generation; the id is the note's, so laying twice is laying once.
 */
import type { ErrorCode } from '../errors.ts';
import type { NoteId, RoundId, ZoneId } from '../ids.ts';

export interface OutboxEntry {
  /** The id the note has or will have. */
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly text: string;
  /** The round it was typed in; empty before the first. */
  readonly round: RoundId | '';
  /** Server time as the device estimated it, milliseconds. */
  readonly typedAt: number;
  /** The generation of the board it was typed for: trying and the real meet-up are not mixed. */
  readonly generation: number;
  /** Where it was put, zone-relative board units; the server needs it where the place says something. */
  readonly p?: readonly [x: number, y: number];
  /** Set when this is a new wording of an own note that had been laid before. */
  readonly edit?: true;
}

/**
 * What became of an entry: `laid` on the board now, `late` laid and marked as such, `supplement` kept beside the
 * snapshot of a closed meet-up, `known` it was there already, `refused` with the reason.
 */
export type OutboxResult =
  | { readonly id: NoteId; readonly outcome: 'laid' | 'late' | 'supplement' }
  /** `onBoard`: it lies there now, perhaps with other words. */
  | { readonly id: NoteId; readonly outcome: 'known'; readonly onBoard?: true }
  | { readonly id: NoteId; readonly outcome: 'refused'; readonly reason: ErrorCode };
