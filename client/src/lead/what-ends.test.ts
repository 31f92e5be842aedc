import { expect, test } from 'vitest';
import { aRound } from './a-round.ts';
import { endingsOf } from './what-ends.ts';

const silent = aRound('stil', { write: 'private', rate: true });
const reveal = aRound('lezen', { reveal: true });
const voting = aRound('stippen', { vote: { dots: 3 } });
const talk = aRound('praten');
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
