/**
 * The round engine: a pure function of format, stage, role and time to what somebody sees and may do.
 * A round or zone of a kind it does not know makes a format unavailable, never wrongly open.
 */
import type { Format, Round } from '../content/format.ts';
import type { RoundId } from '../ids.ts';
import { TIMES } from '../limits.ts';
import { may, type Role } from '../rights.ts';
import type { Stage } from '../schema/stage.ts';

/** Where a new note is laid: on the board that everybody sees, or on the own desk. */
export type Sheet = 'board' | 'desk';

/** The sheet of this moment: the desk in a private round, until what lies there has been revealed. */
export function sheetOf(format: Pick<Format, 'rounds'>, stage: Stage): Sheet {
  const round = findRound(format, stage.round)?.round;
  return round?.write === 'private' && stage.sealed.includes(round.id) ? 'desk' : 'board';
}

/** What can be marked at this moment, besides notes. */
export interface Marking {
  /** Dots each person has, and whether for every zone anew. */
  readonly dots?: { readonly count: number; readonly perZone: boolean };
  /** Whether zones with steps can be rated. */
  readonly ratings: boolean;
}

/** What the round asks to be marked, while it has not been counted; undefined when nothing. */
export function markingOf(format: Pick<Format, 'rounds'>, stage: Stage): Marking | undefined {
  const round = findRound(format, stage.round)?.round;
  if (round === undefined || stage.counted || stage.status === 'closed') return undefined;
  const { vote, rate = false } = round;
  if (vote === undefined && !rate) return undefined;
  return {
    ratings: rate,
    ...(vote === undefined ? {} : { dots: { count: vote.dots, perZone: vote.perZone === true } }),
  };
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
 * Whether a role may lay a note at this moment, on whichever sheet the round asks for, and if not, why.
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
  if (sheetOf(format, stage) === 'desk') return undefined;
  return found.round.write === 'open' ? undefined : 'roundClosed';
}

/** Why a role may change nothing on the board at this moment: as {@link whyNotWrite}, but for private rounds. */
export function whyNotWriteBoard(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  role: Role,
): NoWriting | undefined {
  const why = whyNotWrite(format, stage, role);
  if (why !== undefined || may(role, 'writeAlways')) return why;
  return sheetOf(format, stage) === 'desk' ? 'roundClosed' : undefined;
}

/**
 * Why a role may change nothing on its own desk at this moment: notes in a private round, marks while they are not
 * counted. A lock stops participants here too; nothing is written on a desk outside the rounds that need it.
 */
export function whyNotWriteDesk(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  role: Role,
): NoWriting | undefined {
  if (!may(role, 'ownDesk')) return 'role';
  if (stage.status === 'closed') return 'closed';
  if (stage.status === 'prepared') return 'notOpen';
  if (stage.lockedAt !== null && !may(role, 'writeAlways')) return 'locked';
  if (stage.round === null) return 'beforeFirstRound';
  const needed = sheetOf(format, stage) === 'desk' || markingOf(format, stage) !== undefined;
  return needed ? undefined : 'roundClosed';
}

/**
 * Whether the relay still takes a write on the board: as {@link whyNotWriteBoard}, with two seconds' grace after the
 * writing stopped, for words that were on their way. A desk has no grace: what came after the reveal would stay there.
 * @param lastWritableAt - server time at which this board last took notes of participants, or null.
 */
export function takesWrites(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  role: Role,
  lastWritableAt: number | null,
  now: number,
): boolean {
  const why = whyNotWriteBoard(format, stage, role);
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
