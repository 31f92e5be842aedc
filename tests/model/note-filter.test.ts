import { createNoteFilter } from '@ruimte/client/model/note-filter';
import { createWritable } from '@ruimte/client/model/readable';
import type { CommunityId, GroupId, ParticipantId } from '@ruimte/shared/ids';
import type { Community } from '@ruimte/shared/schema/community';
import { addGroup } from '@ruimte/shared/schema/edits/groups';
import { setCommunity } from '@ruimte/shared/schema/edits/layout';
import { moveNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { createSmallBoard, NOOR, SPACES, TOM } from '../support/small-board.ts';

const [PLEK, KIND] = SPACES;
const TUIN = 'tuintuintuintuintuin_1' as CommunityId;
const BOOT = 'bootbootbootbootboot_1' as CommunityId;
const community = (id: CommunityId, name: string, number: number): Community => ({ id, name, number });

/** Noor of De Tuin and Tom of De Boot wrote four notes, of which two are held together. */
function createHall() {
  const small = createSmallBoard([community(TUIN, 'De Tuïn', 1), community(BOOT, 'De Boot', 2)]);
  const roster = createWritable<ReadonlyMap<ParticipantId, RosterEntry>>(
    new Map([
      [NOOR, { name: 'Noor', community: TUIN, role: 'participant' }],
      [TOM, { name: 'Tóm', community: BOOT, role: 'participant' }],
    ]),
  );
  const { mine, lay } = small;
  const gang = lay(mine, 'de gang wordt een podium', { community: TUIN });
  const cafe = lay(mine, 'Café op de hoek', { zone: KIND, author: TOM, community: BOOT });
  const lijf = lay(mine, 'dans zonder spiegel', { community: TUIN });
  const leeg = lay(mine, 'lege stoelen', { author: TOM, community: BOOT });
  addGroup(mine, { id: 'groepgroepgroepgroep_1' as GroupId, name: 'Lijf', zone: PLEK }, [gang, lijf], 'user');
  return {
    ...small,
    roster,
    filter: createNoteFilter({ board: small.board, roster }),
    gang,
    cafe,
    lijf,
    leeg,
  };
}

test('nothing asked means all notes', () => {
  const { filter } = createHall();
  expect(filter.matches.get()).toBeUndefined();
  filter.query.set('  ');
  expect(filter.matches.get()).toBeUndefined();
  expect(filter.next(undefined, 1)).toBeUndefined();
});

test('[L7] words are found in text, author, community and group, without capitals or accents', () => {
  const { filter, gang, cafe, lijf, leeg } = createHall();
  const found = (query: string) => {
    filter.query.set(query);
    return [...(filter.matches.get() ?? [])].toSorted();
  };
  expect(found('CAFE')).toEqual([cafe]);
  expect(found('tom')).toEqual([cafe, leeg]);
  expect(found('de tuin')).toEqual([gang, lijf]);
  expect(found('lijf')).toEqual([gang, lijf]);
  expect(found('lijf podium')).toEqual([gang]);
  expect(found('zwembad')).toEqual([]);
});

test('a community is asked for together with those that were merged into it', () => {
  const { filter, mine, gang, cafe, lijf, leeg } = createHall();
  filter.community.set(TUIN);
  expect(filter.matches.get()).toEqual(new Set([gang, lijf]));
  setCommunity(mine, { ...community(BOOT, 'De Boot', 2), mergedInto: TUIN });
  expect(filter.matches.get()).toEqual(new Set([gang, cafe, lijf, leeg]));
  filter.query.set('stoel');
  expect(filter.matches.get()).toEqual(new Set([leeg]));
});

test('next and previous go through the list and around its end, from any note', () => {
  const { filter, gang, cafe, leeg, lijf } = createHall();
  filter.query.set('de');
  // The plek has a loose note and then the group; the kind comes after it.
  expect(filter.next(undefined, 1)).toBe(leeg);
  expect(filter.next(leeg, 1)).toBe(gang);
  expect(filter.next(gang, 1)).toBe(lijf);
  expect(filter.next(cafe, 1)).toBe(leeg);
  expect(filter.next(leeg, -1)).toBe(cafe);
  expect(filter.next(undefined, -1)).toBe(cafe);
  filter.query.set('podium');
  expect(filter.next(cafe, 1)).toBe(gang);
  expect(filter.next(gang, 1)).toBe(gang);
});

test('whoever watches is told of another set of notes, and of nothing else', () => {
  const { filter, theirs, lay, gang, cafe } = createHall();
  filter.query.set('podium');
  let told = 0;
  const stop = filter.matches.subscribe(() => (told += 1));
  moveNotes(theirs, [{ id: gang, zone: KIND, x: 5, y: 5 }], 'user');
  setNoteText(theirs, cafe, 'koffie op de hoek', 'typing');
  expect(told).toBe(0);
  const podium = lay(theirs, 'nog een podium');
  expect(told).toBe(1);
  expect(filter.matches.get()).toEqual(new Set([gang, podium]));
  removeNotes(theirs, [podium], 'user');
  expect(told).toBe(2);
  stop();
  filter.query.set('');
  expect(told).toBe(2);
});
