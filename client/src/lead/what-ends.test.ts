import type { RoundId } from '@ruimte/shared/ids';
import type { RoundView } from '@ruimte/shared/protocol/api';
import { expect, test } from 'vitest';
import { endingsOf } from './what-ends.ts';

const words = { nl: 'x', en: 'x' };
const round = (id: string, more: Partial<RoundView> = {}): RoundView => ({
  id: id as RoundId,
  title: words,
  instruction: words,
  minutes: 5,
  show: 'name',
  write: 'open',
  focus: 'all',
  ...more,
});
const silent = round('stil', { write: 'private', rate: true });
const reveal = round('lezen', { reveal: true });
const voting = round('stippen', { vote: { dots: 3 } });
const talk = round('praten');
const meetup = { rounds: [silent, reveal, voting, talk] };

test('leaving a private round for the reveal turns the notes, leaving it for another leaves them where they are', () => {
  const stage = { round: silent.id, sealed: [silent.id], counted: false };
  expect(endingsOf(meetup, stage, reveal)).toEqual(['turns', 'ratings']);
  expect(endingsOf(meetup, stage, talk)).toEqual(['keeps', 'ratings']);
  expect(endingsOf(meetup, stage, silent)).toEqual(['ratings']);
});

test('a reveal that was skipped is said wherever it is caught up with', () => {
  const stage = { round: talk.id, sealed: [silent.id], counted: false };
  expect(endingsOf(meetup, stage, reveal)).toEqual(['turns']);
  expect(endingsOf(meetup, stage, voting)).toEqual([]);
});

test('dots are counted when their round is left, once', () => {
  expect(endingsOf(meetup, { round: voting.id, sealed: [], counted: false }, talk)).toEqual(['dots']);
  expect(endingsOf(meetup, { round: voting.id, sealed: [], counted: true }, talk)).toEqual([]);
});
