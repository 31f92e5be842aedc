/** How many tables to propose. */
import type { MeetupModel } from '../model/meetup-model.ts';

/** A table of about five talks well; where tables go round there is one for each space. */
const PEOPLE_AT_A_TABLE = 5;

/** @param people - participants who are there; the answer is at least 1. */
export function fairTables(
  { session, board }: Pick<MeetupModel, 'session' | 'board'>,
  people: number,
): number {
  const goRound = session.meetup.rounds.some(({ rotate }) => rotate !== undefined);
  if (goRound) return Math.max(1, Math.min(board.part('zones').length, people));
  return Math.max(2, Math.round(people / PEOPLE_AT_A_TABLE));
}
