/** Reading a snapshot per zone. */
import type { CommunityId, NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { expect, test } from 'vitest';
import { layOut } from './lay-out.ts';

const zone = (id: string, row: number): Zone => ({
  id: id as ZoneId,
  kind: 'free',
  title: { nl: id, en: id },
  tint: 1,
  col: 0,
  row,
  colSpan: 1,
  rowSpan: 1,
});
const note = (id: string, zoneId: string, at: number, community = ''): Note => ({
  id: id as NoteId,
  zone: zoneId as ZoneId,
  x: 0,
  y: 0,
  text: id,
  author: 'p' as ParticipantId,
  community: community as CommunityId | '',
  round: '',
  at,
  order: 'a0',
});
const KADE = { id: 'kade' as CommunityId, name: 'Kade', number: 1 };
const KLAS = { id: 'klas' as CommunityId, name: 'Klas', number: 2, mergedInto: KADE.id };

const page = layOut({
  zones: [zone('plek', 1), zone('kind', 0)],
  items: [note('b', 'plek', 2, 'klas'), note('a', 'plek', 1), note('lost', 'gone', 3)],
  supplement: [note('late', 'kind', 9)],
  communities: [KADE, KLAS],
});

test('zones come in reading order with their notes in the order of writing', () => {
  expect(page.zones.map(({ zone: { id }, notes }) => [id, notes.map((each) => each.id)])).toEqual([
    ['kind', []],
    ['plek', ['a', 'b']],
  ]);
});

test('a note whose zone is gone is still shown', () => {
  expect(page.elsewhere.map((each) => each.id)).toEqual(['lost']);
});

test('what came in after the close stands apart, in the zones it was meant for', () => {
  expect(page.supplement.map(({ zone: { id } }) => id)).toEqual(['kind']);
});

test('a note counts under the community its own was merged into', () => {
  expect(page.communityOf(note('x', 'plek', 0, 'klas'))?.name).toBe('Kade');
  expect(page.communityOf(note('x', 'plek', 0))).toBeUndefined();
});
