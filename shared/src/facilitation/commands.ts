/** The commands of a facilitator and what each does to the stage: a pure step, applied by the server at most once. */
import type { Format } from '../content/format.ts';
import type { KeptRound } from '../content/own-form.ts';
import { RuimteError } from '../errors.ts';
import type { FormatId, NoteId, ParticipantId, RoundId, ZoneId } from '../ids.ts';
import { clamp } from '../geometry.ts';
import { TIMES } from '../limits.ts';
import { MAX_HELD, type Spotlight, type Stage } from '../schema/stage.ts';
import { findRound, markingOf, roundTime } from './engine.ts';

export type StageCommand =
  | { readonly type: 'try' }
  | { readonly type: 'open' }
  | { readonly type: 'goToRound'; readonly round: RoundId; readonly fromRevision: number }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'extend'; readonly ms: number }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'spotlight'; readonly on: Spotlight | null }
  | { readonly type: 'blank'; readonly blank: boolean }
  /** Lays the notes of all desks on the board at once; the round goes on without writing. */
  | { readonly type: 'reveal' }
  /** Closes the dots or ratings of this round and lays what was counted on the board. */
  | { readonly type: 'count' }
  | { readonly type: 'close' }
  | { readonly type: 'undoClose' };

/** Commands about people, notes, spaces and the form: more than a step of the stage. */
export type PeopleCommand =
  | { readonly type: 'renamePerson'; readonly person: ParticipantId; readonly name: string }
  | { readonly type: 'shutOut'; readonly person: ParticipantId; readonly out: boolean }
  | { readonly type: 'restoreNote'; readonly note: NoteId }
  /** Everything in the bin that this person removed, or that this person wrote, whoever removed it. */
  | {
      readonly type: 'restoreNotes';
      readonly removedBy: ParticipantId;
      /** Only what was removed from the one moment up to and including the other; server time, milliseconds. */
      readonly between?: readonly [from: number, until: number];
    }
  | { readonly type: 'restoreNotes'; readonly author: ParticipantId }
  /** Lays notes of the previous snapshot on this board, with their origin; those that lie there already stay. */
  | { readonly type: 'carryOver'; readonly notes: readonly NoteId[] }
  /** Spreads everybody over so many tables by lot, so that communities mix; 0 takes the tables away. */
  | { readonly type: 'drawTables'; readonly tables: number }
  /** Puts one person at a table; 0 at none. */
  | { readonly type: 'setTable'; readonly person: ParticipantId; readonly table: number }
  /** Lays one more space on the board, below the others. */
  | { readonly type: 'addZone'; readonly title: string; readonly tint: number }
  /** Gives a space another name or colour; not the empty one. */
  | {
      readonly type: 'changeZone';
      readonly zone: ZoneId;
      readonly title?: string;
      readonly tint?: number;
    }
  /** Takes a space off the board in which nothing lies and that no round asks for; not the empty one. */
  | { readonly type: 'removeZone'; readonly zone: ZoneId }
  /** Lays a space again that was taken off. */
  | { readonly type: 'restoreZone'; readonly zone: ZoneId }
  /** Goes on with another form: its rounds, its spaces, and the spaces in which something lies. */
  | {
      readonly type: 'changeForm';
      readonly format: FormatId;
      /** Only these rounds, each as long as asked. */
      readonly rounds?: readonly KeptRound[];
      readonly fromRevision: number;
    };

export type Command = StageCommand | PeopleCommand;

const MAX_ROUND_MS = 4 * 60 * 60_000;

/**
 * The stage after a command, without its new revision. The same stage (the same object) means: nothing to do.
 * @param now - server time, milliseconds.
 * @throws RuimteError `staleRevision`, `meetupNotOpen`, `meetupClosed`, `tooLate`, `notFound`.
 */
export function applyCommand(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  command: StageCommand,
  now: number,
): Stage {
  if (stage.status === 'closed' && command.type !== 'undoClose' && command.type !== 'close') {
    throw new RuimteError('meetupClosed', 'the meet-up has been closed');
  }
  switch (command.type) {
    case 'try':
      if (stage.status === 'open')
        throw new RuimteError('meetupNotOpen', 'an open meet-up is not tried any more');
      return stage.status === 'trying' ? stage : { ...stage, status: 'trying' };
    case 'open':
      return open(stage);
    case 'goToRound':
      return goToRound(format, stage, command, now);
    case 'pause': {
      const time = roundTime(stage, now);
      if (time === undefined || time.paused) return stage;
      return { ...stage, pausedLeftMs: time.leftMs, deadline: null };
    }
    case 'resume':
      if (stage.pausedLeftMs === null) return stage;
      return { ...stage, deadline: now + stage.pausedLeftMs, pausedLeftMs: null };
    case 'extend':
      return extend(stage, command.ms, now);
    case 'lock':
      if ((stage.lockedAt !== null) === command.locked) return stage;
      return { ...stage, lockedAt: command.locked ? now : null };
    case 'spotlight':
      return { ...stage, spotlight: command.on };
    case 'blank':
      return stage.blank === command.blank ? stage : { ...stage, blank: command.blank };
    case 'reveal':
      return stage.sealed.length === 0 ? stage : { ...stage, sealed: [] };
    case 'count':
      return markingOf(format, stage) === undefined ? stage : { ...stage, counted: true };
    case 'close':
      if (stage.status === 'closed') return stage;
      if (stage.status !== 'open')
        throw new RuimteError('meetupNotOpen', 'only an open meet-up can be closed');
      return { ...stage, status: 'closed', closedAt: now, spotlight: null };
    case 'undoClose':
      if (stage.status !== 'closed') return stage;
      if (now - (stage.closedAt ?? 0) > TIMES.undoCloseMs) {
        throw new RuimteError('tooLate', 'a close can be undone for ten minutes');
      }
      return { ...stage, status: 'open', closedAt: null };
  }
}

/** Opening empties what was tried: the board gets a new generation, the rounds start anew. */
function open(stage: Stage): Stage {
  if (stage.status === 'open') return stage;
  return {
    ...stage,
    status: 'open',
    generation: stage.status === 'trying' ? stage.generation + 1 : stage.generation,
    round: null,
    roundStartedAt: null,
    deadline: null,
    pausedLeftMs: null,
    durationMs: 0,
    lockedAt: null,
    spotlight: null,
    blank: false,
    sealed: [],
    counted: false,
    held: [],
  };
}

function goToRound(
  format: Pick<Format, 'rounds'>,
  stage: Stage,
  command: { readonly round: RoundId; readonly fromRevision: number },
  now: number,
): Stage {
  if (stage.status === 'prepared') throw new RuimteError('meetupNotOpen', 'open the meet-up first');
  // Two facilitators who press "next" at once mean one round further, not two.
  if (command.fromRevision !== stage.revision) {
    throw new RuimteError(
      'staleRevision',
      `meant for revision ${command.fromRevision}, now ${stage.revision}`,
    );
  }
  const found = findRound(format, command.round);
  if (found === undefined) throw new RuimteError('notFound', `no round ${command.round} in this format`);
  const durationMs = found.round.minutes * 60_000;
  const { reveal, write } = found.round;
  const sealed = reveal === true ? [] : stage.sealed.filter((round) => round !== command.round);
  return {
    ...stage,
    round: command.round,
    roundStartedAt: now,
    deadline: now + durationMs,
    pausedLeftMs: null,
    durationMs,
    spotlight: null,
    blank: false,
    sealed: write === 'private' ? [...sealed, command.round] : sealed,
    counted: false,
    held: stage.held.includes(command.round) ? stage.held : [...stage.held, command.round].slice(-MAX_HELD),
  };
}

function extend(stage: Stage, ms: number, now: number): Stage {
  const time = roundTime(stage, now);
  if (time === undefined) throw new RuimteError('meetupNotOpen', 'no round is running');
  const leftMs = clamp(time.leftMs + ms, 0, MAX_ROUND_MS);
  const durationMs = clamp(stage.durationMs + leftMs - time.leftMs, 0, MAX_ROUND_MS * 2);
  return time.paused
    ? { ...stage, pausedLeftMs: leftMs, durationMs }
    : { ...stage, deadline: now + leftMs, durationMs };
}
