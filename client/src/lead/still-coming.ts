/** Which words may still be on their way, and who is ready, from presence. */
import type { ParticipantId, RoundId } from '@ruimte/shared/ids';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import type { OtherPresence } from '../model/meetup-model.ts';

/** What a facilitator wants to know before going on. */
export interface StillComingCount {
  /** Connected devices, this one included, that hold notes not yet durable. */
  readonly unsentDevices: number;
  /** Participants without any device that is connected now. */
  readonly away: number;
}

/** @param own - unsent notes on this device. */
export function stillComing(
  roster: ReadonlyMap<ParticipantId, RosterEntry>,
  others: readonly Pick<OtherPresence, 'who' | 'unsent'>[],
  own: number,
): StillComingCount {
  const here = new Set(others.map(({ who }) => who));
  let away = 0;
  for (const [id, { role }] of roster) if (role === 'participant' && !here.has(id)) away += 1;
  const devices = others.filter(({ unsent }) => (unsent ?? 0) > 0).length;
  return { unsentDevices: devices + (own > 0 ? 1 : 0), away };
}

/** How many participants have said in this round that they are ready, each counted once however many tabs they have. */
export function countReady(
  roster: ReadonlyMap<ParticipantId, RosterEntry>,
  others: readonly Pick<OtherPresence, 'who' | 'ready'>[],
  round: RoundId | null,
): number {
  const ready = new Set(others.filter((other) => other.ready === round).map(({ who }) => who));
  let people = 0;
  for (const [id, { role }] of roster) if (role === 'participant' && ready.has(id)) people += 1;
  return people;
}
