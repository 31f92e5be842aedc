import type { RoundId } from '@ruimte/shared/ids';
import type { MeetupView, RoundView } from '@ruimte/shared/protocol/api';
import { expect, test } from 'vitest';
import { mainAction } from './main-action.ts';

const words = { nl: 'x', en: 'x' };
const round = (id: string): RoundView => ({
  id: id as RoundId,
  title: words,
  instruction: words,
  minutes: 5,
  show: 'name',
  write: 'open',
  focus: 'all',
});
const meetup: Pick<MeetupView, 'rounds'> = { rounds: [round('welkom'), round('rondgang')] };

test('a prepared meet-up is opened first', () => {
  expect(mainAction(meetup, { status: 'prepared', round: null }).kind).toBe('open');
});

test('an open meet-up begins with its first round', () => {
  const action = mainAction(meetup, { status: 'open', round: null });
  expect(action).toMatchObject({ kind: 'begin', to: { index: 0 } });
});

test('after a round comes the next, after the last one the close', () => {
  expect(mainAction(meetup, { status: 'open', round: 'welkom' as RoundId })).toMatchObject({
    kind: 'next',
    to: { index: 1 },
  });
  expect(mainAction(meetup, { status: 'open', round: 'rondgang' as RoundId }).kind).toBe('close');
});

test('a trial ends in opening, a closed meet-up in nothing', () => {
  expect(mainAction(meetup, { status: 'trying', round: 'rondgang' as RoundId }).kind).toBe('open');
  expect(mainAction(meetup, { status: 'closed', round: null }).kind).toBe('none');
});
