/**
 * The round engine: a pure function of format, stage, role and time to what somebody sees and may do.
 * It knows open and closed rounds, time, spotlight, lock and rotation as a bell.
 * A round or zone of a kind it does not know makes a format unavailable, never wrongly open.
 */
import type { Format, FormatZone, Round } from '../content/format.ts';
import type { RoundId } from '../ids.ts';
import { TIMES } from '../limits.ts';
import { may, type Role } from '../rights.ts';
import type { Stage } from '../schema/stage.ts';
import type { ZoneKind } from '../schema/zone.ts';

/** The kind of zone that a format describes. */
export function kindOf(zone: FormatZone): ZoneKind {
  if (zone.rating) return 'rating';
  if (zone.axes) return zone.axes.y ? 'quadrant' : 'scale';
  return zone.empty ? 'empty' : 'free';
}

const KNOWN_ZONES: readonly ZoneKind[] = ['free', 'empty'];

function knowsRound(round: Round): boolean {
  return (
    (round.write === 'open' || round.write === 'closed') &&
    round.reveal !== true &&
    round.vote === undefined &&
    round.rate !== true &&
    round.compare === undefined
  );
}

/** True when every round and every zone of the format can be led as it is meant. */
export function isAvailable(format: Format): boolean {
  return (
    format.rounds.every(knowsRound) && format.layout.zones.every((zone) => KNOWN_ZONES.includes(kindOf(zone)))
  );
}

/** The round of this id in the format, with its place; undefined when there is none. */
export function findRound(
  format: Pick<Format, 'rounds'>,
  id: RoundId | null,
): { readonly round: Round; readonly index: number } | undefined {
  const index = format.rounds.findIndex((round) => round.id === id);
  const round = format.rounds[index];
  return round === undefined ? undefined : { round, index };
}

/** Why somebody may not write now; the screens have a sentence for each. */
export type NoWriting = 'role' | 'notOpen' | 'beforeFirstRound' | 'roundClosed' | 'locked' | 'closed';

/**
 * Whether a role may write on the board at this moment, and if not, why.
 * Before the first round of an open meet-up nobody but the facilitator writes; while trying everybody may.
 */
export function whyNotWrite(format: Pick<Format, 'rounds'>, stage: Stage, role: Role): NoWriting | undefined {
  if (!may(role, 'writeBoard')) return 'role';
  if (stage.status === 'closed') return 'closed';
  if (may(role, 'writeAlways')) return undefined;
  if (stage.status === 'prepared') return 'notOpen';
  if (stage.lockedAt !== null) return 'locked';
  const found = findRound(format, stage.round);
  if (found === undefined) return stage.status === 'trying' ? undefined : 'beforeFirstRound';
  return found.round.write === 'open' ? undefined : 'roundClosed';
}

/**
 * Whether the relay still takes a write: as {@link whyNotWrite}, with two seconds' grace after the writing stopped,
 * for words that were on their way.
 * @param lastWritableAt - server time at which this board last took notes of participants, or null.
 */
export function takesWrites(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  role: Role,
  lastWritableAt: number | null,
  now: number,
): boolean {
  const why = whyNotWrite(format, stage, role);
  if (why === undefined) return true;
  if (why === 'role' || lastWritableAt === null) return false;
  return now - lastWritableAt <= TIMES.lockGraceMs;
}

/** The time of the round as every device shows it. */
export interface RoundTime {
  /** Milliseconds left, never below zero. */
  readonly leftMs: number;
  /** 0 at the start, 1 when the time is up. */
  readonly done: number;
  readonly paused: boolean;
  readonly over: boolean;
}

/** The time of the running round; undefined when no round runs. @param now - server time, milliseconds. */
export function roundTime(stage: Stage, now: number): RoundTime | undefined {
  if (stage.round === null) return undefined;
  const paused = stage.pausedLeftMs !== null;
  const leftMs = Math.max(0, stage.pausedLeftMs ?? (stage.deadline ?? now) - now);
  const done = stage.durationMs > 0 ? 1 - Math.min(1, leftMs / stage.durationMs) : 1;
  return { leftMs, done, paused, over: leftMs === 0 };
}

/** Which turn of a rotation it is, counted from 0, and when the next bell rings. */
export interface RotationTurn {
  readonly turn: number;
  readonly turns: number;
  /** Milliseconds until the next bell; undefined in the last turn. */
  readonly nextBellMs: number | undefined;
}

/**
 * The turn of a round with rotation. Turns are equal parts of the time that has run: pausing stops the bell too,
 * and time added at the end lengthens the last turn.
 * @returns undefined when the round does not rotate or none runs.
 */
export function rotationTurn(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  now: number,
): RotationTurn | undefined {
  const found = findRound(format, stage.round);
  const time = roundTime(stage, now);
  if (found?.round.rotate === undefined || time === undefined) return undefined;
  const turnMs = found.round.rotate.minutes * 60_000;
  const turns = Math.max(1, Math.round(found.round.minutes / found.round.rotate.minutes));
  const elapsed = Math.max(0, stage.durationMs - time.leftMs);
  const turn = Math.min(turns - 1, Math.floor(elapsed / turnMs));
  return { turn, turns, nextBellMs: turn < turns - 1 ? (turn + 1) * turnMs - elapsed : undefined };
}
