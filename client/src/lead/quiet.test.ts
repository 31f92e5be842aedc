import type { CommunityId, NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import type { Zone, ZoneKind } from '@ruimte/shared/schema/zone';
import { expect, test } from 'vitest';
import { quietIn, type RoundSoFar } from './quiet.ts';

const zone = (id: string, kind: ZoneKind = 'free'): Zone => ({
  id: id as ZoneId,
  kind,
  title: { nl: id, en: id },
  tint: 1,
  col: 0,
  row: 0,
  colSpan: 1,
  rowSpan: 1,
});
const community = (id: string, number: number): Community => ({ id: id as CommunityId, name: id, number });
const person = (id: string): RosterEntry => ({ name: id, community: id as CommunityId, role: 'participant' });
const note = (zoneId: string, from: string, at: number): Note => ({
  id: `${zoneId}-${from}` as NoteId,
  zone: zoneId as ZoneId,
  x: 0,
  y: 0,
  text: 'x',
  author: 'a' as ParticipantId,
  community: from as CommunityId,
  round: 'rondgang' as RoundId,
  at,
  order: 'a',
});
const round = { id: 'rondgang' as RoundId, write: 'open', focus: 'all' } as const;

function soFar(notes: readonly Note[], changes: Partial<RoundSoFar> = {}): RoundSoFar {
  const communities = [community('brug', 1), community('kade', 2), community('veld', 3)];
  return {
    board: {
      zones: [zone('plek'), zone('kind'), zone('leeg', 'empty'), zone('steun', 'rating')],
      notes: new Map(notes.map((each) => [each.id, each])),
      communities: new Map(communities.map((each) => [each.id, each])),
    },
    roster: new Map([
      ['noor' as ParticipantId, person('brug')],
      ['sami' as ParticipantId, person('kade')],
    ]),
    round,
    stage: { roundStartedAt: 100, sealed: [] },
    written: new Map(),
    ...changes,
  };
}
const ids = (quiet: ReturnType<typeof quietIn>) => [
  quiet.zones.map(({ id }) => id),
  quiet.communities.map(({ id }) => id),
];

test('spaces and communities from which nothing came are quiet; the empty space and who is not there never are', () => {
  expect(ids(quietIn(soFar([note('plek', 'brug', 150)])))).toEqual([['kind'], ['kade']]);
});

test('what was written before the round was done again does not count', () => {
  expect(ids(quietIn(soFar([note('plek', 'brug', 50)])))).toEqual([
    ['plek', 'kind'],
    ['brug', 'kade'],
  ]);
});

test('on desks only spaces are known, and of a round about one space only that one', () => {
  const stage = { roundStartedAt: 100, sealed: [round.id] };
  const written = new Map([['plek' as ZoneId, 2]]);
  const silent = { ...round, write: 'private' } as const;
  expect(ids(quietIn(soFar([], { stage, written, round: silent })))).toEqual([['kind'], []]);
  expect(ids(quietIn(soFar([], { stage, written, round: { ...silent, focus: 'plek' } })))).toEqual([[], []]);
  expect(ids(quietIn(soFar([], { round: { ...round, write: 'closed' } })))).toEqual([[], []]);
});
