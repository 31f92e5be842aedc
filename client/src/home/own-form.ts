/** The form somebody is choosing: a format, and which of its rounds are held for how long. */
import { findUnrevealed, type KeptRound, MAX_ROUND_MINUTES } from '@ruimte/shared/content/own-form';
import type { FormatId, RoundId, SnapshotId } from '@ruimte/shared/ids';
import type { RoundView } from '@ruimte/shared/protocol/api';

/** A choice that can be sent when it is sound. */
export interface ChosenForm {
  readonly format: FormatId;
  /** Undefined until somebody changes them: all rounds as the format has them. */
  readonly rounds?: readonly KeptRound[];
  /** The snapshot that the form looks back at; null for none, undefined while nobody has chosen. */
  readonly previous?: SnapshotId | null;
  /** False while no round is left, or while what is written in one would never be seen. */
  readonly sound: boolean;
}

type FormatRound = Pick<RoundView, 'id' | 'minutes' | 'write' | 'reveal' | 'title'>;

/** The rounds as they are. */
export function keepAll(rounds: readonly Pick<FormatRound, 'id' | 'minutes'>[]): readonly KeptRound[] {
  return rounds.map(({ id, minutes }) => ({ id, minutes }));
}

/** Those of the format's rounds that are held, in its order. */
export function heldRounds<T extends FormatRound>(
  all: readonly T[],
  kept: readonly KeptRound[],
): readonly T[] {
  const ids = new Set<RoundId>(kept.map(({ id }) => id));
  return all.filter(({ id }) => ids.has(id));
}

/** Why this form cannot be held: nothing is left, or this round would stay face down; undefined when it can. */
export function whyUnsound(
  all: readonly FormatRound[],
  kept: readonly KeptRound[],
): 'noRounds' | FormatRound | undefined {
  return kept.length === 0 ? 'noRounds' : findUnrevealed(heldRounds(all, kept));
}

/** The choice with these rounds. */
export function chooseRounds(
  format: FormatId,
  all: readonly FormatRound[],
  kept: readonly KeptRound[],
): ChosenForm {
  return { format, rounds: kept, sound: whyUnsound(all, kept) === undefined };
}

/** Whole minutes as somebody typed them; undefined for what is no length of a round. */
export function parseMinutes(typed: string): number | undefined {
  const minutes = Number(typed);
  const isLength = Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_ROUND_MINUTES;
  return typed.trim() !== '' && isLength ? minutes : undefined;
}
