import type { ParticipantId, RoundId } from '@ruimte/shared/ids';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { countReady, stillComing } from './still-coming.ts';

const id = (name: string): ParticipantId => name as ParticipantId;
const person = (role: RosterEntry['role']): RosterEntry => ({ name: 'Noor', community: '', role });
const roster = new Map([
  [id('a'), person('participant')],
  [id('b'), person('participant')],
  [id('lead'), person('facilitator')],
]);

test('devices with unsent notes are counted as devices, people without any device as away', () => {
  const others = [
    { who: id('a'), unsent: 2 },
    { who: id('a'), unsent: 1 },
  ];
  expect(stillComing(roster, others, 0)).toEqual({ unsentDevices: 2, away: 1 });
});

test('the facilitator counts with a device but never as somebody who is away', () => {
  const others = [{ who: id('a') }, { who: id('b'), unsent: 0 }];
  expect(stillComing(roster, others, 3)).toEqual({ unsentDevices: 1, away: 0 });
});

test('whoever is ready counts once, however many tabs they have, and only for this round', () => {
  const [now, before] = ['rondgang' as RoundId, 'welkom' as RoundId];
  const others = [
    { who: id('a'), ready: now },
    { who: id('a'), ready: now },
    { who: id('b'), ready: before },
    { who: id('lead'), ready: now },
  ];
  expect(countReady(roster, others, now)).toBe(1);
});
