/** Rounds in which everybody writes by themselves: nobody sees where the others are. */
import type { MeetupModel } from '../model/meetup-model.ts';

/** True while such a round runs. */
export function isPrivateRound({ session, stage }: Pick<MeetupModel, 'session' | 'stage'>): boolean {
  const { round } = stage.get();
  return session.meetup.rounds.find(({ id }) => id === round)?.write === 'private';
}
