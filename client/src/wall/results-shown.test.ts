import type { NoteId, RoundId, ZoneId } from '@ruimte/shared/ids';
import type { MeetupView } from '@ruimte/shared/protocol/api';
import { expect, test } from 'vitest';
import { resultsShown } from './results-shown.ts';

type Board = Parameters<typeof resultsShown>[2];
type Stage = Parameters<typeof resultsShown>[1];

const [plek, kind, kaart] = ['plek', 'kind', 'kaart'] as ZoneId[] as [ZoneId, ZoneId, ZoneId];
const NOTE = 'n'.repeat(22) as NoteId;
const rounds = [
  { id: 'stippen', write: 'closed', vote: { dots: 3, perZone: true } },
  { id: 'samen', write: 'closed', vote: { dots: 3 } },
  { id: 'aangeven', write: 'private', rate: true },
  { id: 'kijken', write: 'closed' },
  { id: 'uitwerken', write: 'open' },
] as unknown as MeetupView['rounds'];
const at = (round: string, change: Partial<Stage> = {}): Stage => ({
  round: round as RoundId,
  counted: false,
  spotlight: null,
  ...change,
});
const sheet = (key: string) => [{ id: 's', round: '' as const, at: 1, marks: [[key, 2]] as const }];
const board = {
  zones: [
    { id: plek, kind: 'free' },
    { id: kind, kind: 'free' },
    { id: kaart, kind: 'rating' },
  ],
  notes: new Map([[NOTE, { id: NOTE, zone: plek }]]),
  votes: sheet(NOTE),
  ratings: sheet(kaart),
} as unknown as Board;

const shown = (stage: Stage) => resultsShown({ rounds }, stage, board);

test('the wall shows the board while dots are given, and what came of them once they are counted', () => {
  expect(shown(at('stippen'))).toBeUndefined();
  expect(shown(at('stippen', { counted: true }))).toEqual({ kind: 'dots', zones: [plek] });
  expect(shown(at('samen', { counted: true }))?.kind).toBe('together');
  expect(shown(at('aangeven', { counted: true }))).toEqual({ kind: 'ratings', zones: [kaart] });
});

test('with the light on a zone the wall shows what was counted there, also in a later round in which nobody writes', () => {
  expect(shown(at('kijken'))).toBeUndefined();
  expect(shown(at('kijken', { spotlight: { zone: plek } }))).toEqual({ kind: 'dots', zones: [plek] });
  expect(shown(at('kijken', { spotlight: { zone: kaart } }))).toEqual({ kind: 'ratings', zones: [kaart] });
  expect(shown(at('uitwerken', { spotlight: { zone: plek } }))).toBeUndefined();
});

test('a zone in which nothing was counted, or a note in the light, is seen on the board', () => {
  expect(shown(at('kijken', { spotlight: { zone: kind } }))).toBeUndefined();
  expect(shown(at('stippen', { counted: true, spotlight: { note: NOTE } }))).toBeUndefined();
});
