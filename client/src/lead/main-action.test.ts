import type { RoundId } from '@ruimte/shared/ids';
import type { MeetupView } from '@ruimte/shared/protocol/api';
import { expect, test } from 'vitest';
import { aRound } from './a-round.ts';
import { commandFor, type LedStage, mainAction } from './main-action.ts';

const meetup: Pick<MeetupView, 'rounds'> = { rounds: [aRound('welkom'), aRound('rondgang')] };
const stage = (id: string | null, more: Partial<LedStage> = {}): LedStage => ({
  status: 'open',
  round: id as RoundId | null,
  sealed: [],
  counted: false,
  ...more,
});
const sealed = [aRound('stil').id];
const silent = { rounds: [aRound('stil', { write: 'private' }), aRound('lezen', { reveal: true })] };

test('a prepared meet-up is opened first', () => {
  expect(mainAction(meetup, stage(null, { status: 'prepared' })).kind).toBe('open');
});

test('an open meet-up begins with its first round', () => {
  expect(mainAction(meetup, stage(null))).toMatchObject({ kind: 'begin', to: { index: 0 } });
});

test('after a round comes the next, after the last one the close', () => {
  expect(mainAction(meetup, stage('welkom'))).toMatchObject({ kind: 'next', to: { index: 1 } });
  expect(mainAction(meetup, stage('rondgang')).kind).toBe('close');
});

test('a trial ends in opening, a closed meet-up in nothing', () => {
  expect(mainAction(meetup, stage('rondgang', { status: 'trying' })).kind).toBe('open');
  expect(mainAction(meetup, stage(null, { status: 'closed' })).kind).toBe('none');
});

test('a private round ends by turning the notes over together, unless that has been done', () => {
  const action = mainAction(silent, stage('stil', { sealed }));
  expect(action).toMatchObject({ kind: 'turn', to: { index: 1 } });
  expect(commandFor(action, 4)).toEqual({ type: 'goToRound', round: 'lezen', fromRevision: 4 });
  expect(mainAction(silent, stage('stil')).kind).toBe('next');
});

test('a private round that no reveal follows at once is simply followed by the next', () => {
  const later = { rounds: [silent.rounds[0], aRound('praten'), silent.rounds[1]] } as typeof meetup;
  expect(mainAction(later, stage('stil', { sealed })).kind).toBe('next');
});

test('dots are closed before the next round, also in the last one', () => {
  const voting = { rounds: [aRound('stippen', { write: 'closed', vote: { dots: 3 } })] };
  const action = mainAction(voting, stage('stippen'));
  expect(action).toEqual({ kind: 'count', what: 'dots' });
  expect(commandFor(action, 4)).toEqual({ type: 'count' });
  expect(mainAction(voting, stage('stippen', { counted: true })).kind).toBe('close');
});

test('ratings are shown; beside private notes they come with the reveal', () => {
  const rating = { rounds: [aRound('aangeven', { rate: true }), aRound('praten')] };
  expect(mainAction(rating, stage('aangeven'))).toEqual({ kind: 'count', what: 'ratings' });
  const both = { rounds: [aRound('stil', { rate: true, write: 'private' }), silent.rounds[1]] };
  expect(mainAction(both as typeof meetup, stage('stil', { sealed })).kind).toBe('turn');
});
