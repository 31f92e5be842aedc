import { expect, test } from 'vitest';
import { FORMATS } from '../content/formats.ts';
import type { Format } from '../content/format.ts';
import type { FormatId, NoteId, RoundId } from '../ids.ts';
import { FIRST_STAGE, type Stage } from '../schema/stage.ts';
import { applyCommand, type StageCommand } from './commands.ts';

const format = FORMATS.get('vrij-associeren' as FormatId) as Format;
const NOW = 5_000_000;
const MINUTE = 60_000;
const open: Stage = { ...FIRST_STAGE, status: 'open' };
const apply = (stage: Stage, command: StageCommand, now = NOW): Stage =>
  applyCommand(format, stage, command, now);
const goTo = (round: string, fromRevision = 0): StageCommand => ({
  type: 'goToRound',
  round: round as RoundId,
  fromRevision,
});

test('going to a round starts its time and takes the spotlight and the blank wall away', () => {
  const before: Stage = { ...open, spotlight: { note: 'x' as NoteId }, blank: true };
  expect(apply(before, goTo('stil-lezen'))).toMatchObject({
    round: 'stil-lezen',
    deadline: NOW + 4 * MINUTE,
    durationMs: 4 * MINUTE,
    spotlight: null,
    blank: false,
  });
});

test('a round that is not in the format, and one meant for an earlier revision, are refused', () => {
  expect(() => apply(open, goTo('nergens'))).toThrow(expect.objectContaining({ code: 'notFound' }));
  expect(() => apply({ ...open, revision: 3 }, goTo('rondgang', 2))).toThrow(
    expect.objectContaining({ code: 'staleRevision' }),
  );
});

test('pausing keeps what is left and going on gives it back', () => {
  const running = apply(open, goTo('rondgang'));
  const paused = apply(running, { type: 'pause' }, NOW + MINUTE);
  expect(paused).toMatchObject({ pausedLeftMs: 17 * MINUTE, deadline: null });
  expect(apply(paused, { type: 'pause' })).toBe(paused);
  expect(apply(paused, { type: 'resume' }, NOW + 30 * MINUTE)).toMatchObject({
    pausedLeftMs: null,
    deadline: NOW + 47 * MINUTE,
  });
});

test('a minute more is a minute more, running, paused or over', () => {
  const running = apply(open, goTo('stil-lezen'));
  const more: StageCommand = { type: 'extend', ms: MINUTE };
  expect(apply(running, more, NOW)).toMatchObject({ deadline: NOW + 5 * MINUTE, durationMs: 5 * MINUTE });
  const paused = apply(running, { type: 'pause' }, NOW);
  expect(apply(paused, more, NOW)).toMatchObject({ pausedLeftMs: 5 * MINUTE });
  expect(apply(running, more, NOW + 10 * MINUTE)).toMatchObject({ deadline: NOW + 11 * MINUTE });
  expect(() => apply(open, more)).toThrow(expect.objectContaining({ code: 'meetupNotOpen' }));
});

test('opening after trying starts a new generation; opening what was only prepared does not', () => {
  const trying = apply(FIRST_STAGE, { type: 'try' });
  expect(trying.status).toBe('trying');
  expect(apply({ ...trying, round: 'rondgang' as RoundId }, { type: 'open' })).toMatchObject({
    status: 'open',
    generation: 2,
    round: null,
  });
  expect(apply(FIRST_STAGE, { type: 'open' })).toMatchObject({ status: 'open', generation: 1 });
});

test('a command that changes nothing gives the same stage', () => {
  const locked = apply(open, { type: 'lock', locked: true });
  expect(apply(locked, { type: 'lock', locked: true }, NOW + 1)).toBe(locked);
  expect(apply(open, { type: 'open' })).toBe(open);
  expect(apply(open, { type: 'blank', blank: false })).toBe(open);
});

test('a closed meet-up takes nothing but undoing the close, and that for ten minutes', () => {
  const closed = apply(open, { type: 'close' });
  expect(closed).toMatchObject({ status: 'closed', closedAt: NOW });
  expect(() => apply(closed, goTo('rondgang'))).toThrow(expect.objectContaining({ code: 'meetupClosed' }));
  expect(apply(closed, { type: 'undoClose' }, NOW + 10 * MINUTE).status).toBe('open');
  expect(() => apply(closed, { type: 'undoClose' }, NOW + 10 * MINUTE + 1)).toThrow(
    expect.objectContaining({ code: 'tooLate' }),
  );
  expect(() => apply(FIRST_STAGE, { type: 'close' })).toThrow(
    expect.objectContaining({ code: 'meetupNotOpen' }),
  );
});

test('[M25] a round counts as held once it was begun, however often; opening begins anew', () => {
  const first = apply(open, goTo('welkom'));
  const skipped = apply(first, goTo('stil-lezen'));
  const again = apply(skipped, goTo('welkom'));
  expect(again.held).toEqual(['welkom', 'stil-lezen']);
  expect(apply({ ...again, status: 'trying' }, { type: 'open' }).held).toEqual([]);
  const many = { ...open, held: Array.from({ length: 240 }, (_, index) => `r${index}` as RoundId) };
  expect(apply(many, goTo('welkom')).held).toHaveLength(240);
});
