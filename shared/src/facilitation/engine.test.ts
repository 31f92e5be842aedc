import { expect, test } from 'vitest';
import { FORMATS } from '../content/formats.ts';
import type { Format } from '../content/format.ts';
import type { FormatId, RoundId } from '../ids.ts';
import { FIRST_STAGE, type Stage } from '../schema/stage.ts';
import {
  markingOf,
  rotationTurn,
  roundTime,
  sheetOf,
  takesWrites,
  whyNotWrite,
  whyNotWriteBoard,
  whyNotWriteDesk,
} from './engine.ts';

const format = FORMATS.get('vrij-associeren' as FormatId) as Format;
const PRIVATE = FORMATS.get('orienteren' as FormatId) as Format;
const VOTING = FORMATS.get('leren-van-elkaar' as FormatId) as Format;
const MINUTE = 60_000;
const START = 1_000_000;

function stageIn(round: string | null, changes: Partial<Stage> = {}): Stage {
  const durationMs = (format.rounds.find(({ id }) => id === round)?.minutes ?? 0) * MINUTE;
  return {
    ...FIRST_STAGE,
    status: 'open',
    round: round as RoundId | null,
    roundStartedAt: round === null ? null : START,
    deadline: round === null ? null : START + durationMs,
    durationMs,
    ...changes,
  };
}

test('notes of a private round go to the desk until they are revealed, and so does writing', () => {
  const sealed = PRIVATE.rounds[1]?.id as RoundId;
  const writing = stageIn(sealed, { sealed: [sealed] });
  const revealed = stageIn(sealed);
  expect(sheetOf(PRIVATE, writing)).toBe('desk');
  expect(whyNotWrite(PRIVATE, writing, 'participant')).toBeUndefined();
  expect(whyNotWriteBoard(PRIVATE, writing, 'participant')).toBe('roundClosed');
  expect(whyNotWriteBoard(PRIVATE, writing, 'facilitator')).toBeUndefined();
  expect(whyNotWriteDesk(PRIVATE, writing, 'participant')).toBeUndefined();
  expect(whyNotWriteDesk(PRIVATE, writing, 'wall')).toBe('role');
  expect(whyNotWriteDesk(PRIVATE, { ...writing, lockedAt: START }, 'participant')).toBe('locked');
  expect(sheetOf(PRIVATE, revealed)).toBe('board');
  expect(whyNotWrite(PRIVATE, revealed, 'participant')).toBe('roundClosed');
  expect(whyNotWriteDesk(PRIVATE, revealed, 'participant')).toBe('roundClosed');
});

test('dots are given until they have been counted, also where nobody writes', () => {
  const voting = stageIn('stippen');
  expect(markingOf(VOTING, voting)).toEqual({ ratings: false, dots: { count: 3, perZone: true } });
  expect(whyNotWriteDesk(VOTING, voting, 'participant')).toBeUndefined();
  expect(whyNotWriteBoard(VOTING, voting, 'participant')).toBe('roundClosed');
  expect(markingOf(VOTING, { ...voting, counted: true })).toBeUndefined();
  expect(whyNotWriteDesk(VOTING, { ...voting, counted: true }, 'participant')).toBe('roundClosed');
});

test.each([
  ['an open round', 'rondgang', {}, undefined],
  ['a closed round', 'vertellen', {}, 'roundClosed'],
  ['a locked board', 'rondgang', { lockedAt: START }, 'locked'],
  ['before the first round', null, {}, 'beforeFirstRound'],
  ['a trial without a round', null, { status: 'trying' }, undefined],
  ['a prepared meet-up', null, { status: 'prepared' }, 'notOpen'],
  ['a closed meet-up', 'rondgang', { status: 'closed' }, 'closed'],
] as const)('a participant in %s', (_what, round, changes, why) => {
  expect(whyNotWrite(format, stageIn(round, changes), 'participant')).toBe(why);
});

test('a facilitator writes until the meet-up closes; the wall never does', () => {
  expect(whyNotWrite(format, stageIn('vertellen', { lockedAt: START }), 'facilitator')).toBeUndefined();
  expect(whyNotWrite(format, stageIn('rondgang', { status: 'closed' }), 'facilitator')).toBe('closed');
  expect(whyNotWrite(format, stageIn('rondgang'), 'wall')).toBe('role');
});

test('writes on their way are taken for two seconds after writing stopped, and never after that', () => {
  const locked = stageIn('rondgang', { lockedAt: START });
  expect(takesWrites(format, locked, 'participant', START, START + 2_000)).toBe(true);
  expect(takesWrites(format, locked, 'participant', START, START + 2_001)).toBe(false);
  expect(takesWrites(format, locked, 'participant', null, START)).toBe(false);
});

test('the time of a round runs down, stands still when paused and stops at nothing', () => {
  const stage = stageIn('stil-lezen');
  expect(roundTime(stage, START + MINUTE)).toMatchObject({ leftMs: 3 * MINUTE, done: 0.25, over: false });
  expect(roundTime(stage, START + 9 * MINUTE)).toMatchObject({ leftMs: 0, done: 1, over: true });
  const paused = { ...stage, deadline: null, pausedLeftMs: MINUTE };
  expect(roundTime(paused, START + 99 * MINUTE)).toMatchObject({ leftMs: MINUTE, paused: true });
  expect(roundTime(stageIn(null), START)).toBeUndefined();
});

test('the bell rings after every turn of a rotation and not after the last', () => {
  const stage = stageIn('rondgang');
  expect(rotationTurn(format, stage, START)).toEqual({ turn: 0, turns: 9, nextBellMs: 2 * MINUTE });
  expect(rotationTurn(format, stage, START + 2 * MINUTE)).toMatchObject({ turn: 1, nextBellMs: 2 * MINUTE });
  expect(rotationTurn(format, stage, START + 17 * MINUTE)).toEqual({
    turn: 8,
    turns: 9,
    nextBellMs: undefined,
  });
  expect(rotationTurn(format, stageIn('vertellen'), START)).toBeUndefined();
});

test('time added to a rotation lengthens its last turn', () => {
  const stage = stageIn('rondgang');
  const longer = {
    ...stage,
    durationMs: stage.durationMs + MINUTE,
    deadline: (stage.deadline ?? 0) + MINUTE,
  };
  expect(rotationTurn(format, longer, START + 3 * MINUTE)).toMatchObject({ turn: 1, nextBellMs: MINUTE });
  expect(rotationTurn(format, longer, START + 18.5 * MINUTE)).toMatchObject({ turn: 8 });
});
