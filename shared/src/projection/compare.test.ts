import { expect, test } from 'vitest';
import type { NoteId, ParticipantId, SnapshotId, ZoneId } from '../ids.ts';
import type { Note } from '../schema/note.ts';
import { changesIn, compareNotes } from './compare.ts';

const SNAPSHOT = 'kickoffkickoffkickoff1' as SnapshotId;
let at = 0;

function note(id: string, zone: string, text: string, origin?: string): Note {
  at += 1;
  return {
    id: id as NoteId,
    zone: zone as ZoneId,
    x: 0,
    y: 0,
    text,
    author: 'a' as ParticipantId,
    community: '',
    round: '',
    at,
    order: 'a0',
    ...(origin === undefined ? {} : { origin: `${SNAPSHOT}/${origin as NoteId}` as const }),
  };
}

const then = [
  note('a', 'plek', 'de gang'),
  note('b', 'plek', 'buiten'),
  note('c', 'kind', 'samen zingen'),
  note('d', 'twijfel', 'wie begint er?'),
  note('e', 'kind', 'rust'),
];

test('a carried-over note is known by its origin, whatever was made of it', () => {
  const now = [
    note('1', 'plek', 'de gang, elke week', 'a'),
    note('2', 'kunsten', 'samen zingen', 'c'),
    note('3', 'plek', 'buiten', 'b'),
  ];
  expect(
    compareNotes(SNAPSHOT, then, now).map(({ kind, before, after }) => [kind, before?.id, after?.id]),
  ).toEqual([
    ['reworded', 'a', '1'],
    ['same', 'b', '3'],
    ['moved', 'c', '2'],
    ['gone', 'd', undefined],
    ['gone', 'e', undefined],
  ]);
});

test('other notes are known by their words, in their own zone first; capitals and marks at the end do not count', () => {
  const now = [
    note('1', 'toekomst', 'Rust'),
    note('2', 'twijfel', 'Wie  begint er'),
    note('3', 'kind', 'rust'),
    note('4', 'plek', 'een schuur'),
  ];
  expect(
    compareNotes(SNAPSHOT, then, now).map(({ kind, before, after }) => [kind, before?.id, after?.id]),
  ).toEqual([
    ['gone', 'a', undefined],
    ['gone', 'b', undefined],
    ['gone', 'c', undefined],
    ['same', 'd', '2'],
    ['same', 'e', '3'],
    ['new', undefined, '1'],
    ['new', undefined, '4'],
  ]);
});

test('a zone shows what lay there and what lies there, so a moved note is in both', () => {
  const changes = compareNotes(SNAPSHOT, then, [note('2', 'kunsten', 'samen zingen', 'c')]);
  expect(changesIn(changes, 'kunsten' as ZoneId).map(({ kind }) => kind)).toEqual(['moved']);
  expect(changesIn(changes, 'kind' as ZoneId).map(({ kind }) => kind)).toEqual(['moved', 'gone']);
});

test('of two notes that came from the same one, the first is its continuation and the other is new', () => {
  const now = [note('1', 'plek', 'de gang', 'a'), note('2', 'kind', 'de gang', 'a')];
  expect(compareNotes(SNAPSHOT, then.slice(0, 1), now).map(({ kind }) => kind)).toEqual(['same', 'new']);
});
