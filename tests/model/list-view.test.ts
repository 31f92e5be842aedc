import { readingOrder } from '@ruimte/client/model/list-order';
import { createListView, type ListBoard } from '@ruimte/client/model/list-view';
import type { GroupId, LinkId, NoteId } from '@ruimte/shared/ids';
import {
  addGroup,
  addLink,
  changeGroup,
  removeGroup,
  removeLinks,
  setGroup,
} from '@ruimte/shared/schema/edits/groups';
import { moveNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { expect, test } from 'vitest';
import { Random } from '../support/random.ts';
import { createSmallBoard, SPACES } from '../support/small-board.ts';

const [PLEK, KIND, TWIJFEL] = SPACES;
const LIJF = 'lijflijflijflijflijf_1' as GroupId;
const orderOf = ({ zones }: ListBoard): readonly NoteId[] =>
  zones.flatMap(({ loose, groups }) =>
    [...loose, ...groups.flatMap(({ notes }) => notes)].map(({ id }) => id),
  );

test('[L2] a space shows its loose notes in order of arrival, and then each group with its own', () => {
  const { theirs, board, lay } = createSmallBoard();
  const list = createListView(board);
  const [gang, plein, tuin, zolder] = ['gang', 'plein', 'tuin', 'zolder'].map((text) => lay(theirs, text));
  addGroup(theirs, { id: LIJF, name: 'lijf', zone: PLEK }, [tuin, gang] as NoteId[], 'user');
  const [plek] = list.get().zones;
  expect(plek?.loose.map(({ id }) => id)).toEqual([plein, zolder]);
  expect(plek?.groups.map(({ group }) => group.name)).toEqual(['lijf']);
  expect(plek?.groups[0]?.notes.map(({ id }) => id)).toEqual([gang, tuin]);
  expect(plek?.count).toBe(4);
});

test('[L2] what others drag about within a space leaves the list as it is, to the object', () => {
  const { theirs, board, lay } = createSmallBoard();
  const list = createListView(board);
  const notes = ['gang', 'plein', 'tuin'].map((text) => lay(theirs, text));
  const before = list.get();
  for (const [index, id] of notes.entries())
    moveNotes(theirs, [{ id, zone: PLEK, x: 500 - index, y: 300 }], 'user');
  expect(list.get()).toBe(before);
});

test('a change in one space leaves the others the same objects', () => {
  const { theirs, board, lay } = createSmallBoard();
  const list = createListView(board);
  const gang = lay(theirs, 'gang');
  lay(theirs, 'kind', { zone: KIND });
  lay(theirs, 'later', { zone: TWIJFEL, at: 50 });
  const [, kind, twijfel] = list.get().zones;
  setNoteText(theirs, gang, 'de gang', 'typing');
  const [plek, ...others] = list.get().zones;
  expect(plek?.loose[0]?.text).toBe('de gang');
  expect(others[0]).toBe(kind);
  expect(others[1]).toBe(twijfel);
});

test('a note knows where its lines lead, as long as both ends are there', () => {
  const { theirs, board, lay } = createSmallBoard();
  const list = createListView(board);
  const [gang, plein] = [lay(theirs, 'gang'), lay(theirs, 'plein')];
  addLink(theirs, { id: 'lijnlijnlijnlijnlijn_1' as LinkId, from: gang, to: plein }, 'user');
  addLink(theirs, { id: 'lijnlijnlijnlijnlijn_2' as LinkId, from: plein, to: gang }, 'user');
  expect(list.get().links).toEqual(
    new Map([
      [gang, [plein]],
      [plein, [gang]],
    ]),
  );
  removeNotes(theirs, [plein], 'user');
  expect(list.get().links).toEqual(new Map());
});

test('[L2] after any edits of two people the list is in the order of the whole board read afresh', () => {
  const seed = Number(process.env['LIST_SEED'] ?? Date.now() % 1_000_000);
  const random = new Random(seed);
  const { mine, theirs, board, lay } = createSmallBoard();
  const list = createListView(board);
  const notes: NoteId[] = [];
  for (let step = 0; step < 400; step += 1) {
    const doc = random.chance(0.5) ? mine : theirs;
    const zone = random.pick(SPACES) ?? PLEK;
    const note = random.pick(notes);
    const group = `groep${'0'.repeat(16)}${random.below(4)}` as GroupId;
    const link = `lijn${'0'.repeat(17)}${random.below(5)}` as LinkId;
    const edits: (() => void)[] = [
      () => notes.push(lay(doc, `kaartje ${step}`, { zone, at: random.below(50) })),
      () => note && moveNotes(doc, [{ id: note, zone, x: random.below(700), y: random.below(500) }], 'user'),
      () => note && removeNotes(doc, [note], 'user'),
      () => note && addGroup(doc, { id: group, name: `groep ${step}`, zone }, [note], 'user'),
      () => note && setGroup(doc, [note], group, 'user'),
      () => changeGroup(doc, group, { zone, name: `groep ${step}` }, 'user'),
      () => removeGroup(doc, group, [], 'user'),
      () => note && addLink(doc, { id: link, from: note, to: random.pick(notes) ?? note }, 'user'),
      () => removeLinks(doc, [link], 'user'),
    ];
    random.pick(edits)?.();
    // Changes pile up between two readings.
    if (random.chance(0.3)) continue;
    const now = list.get();
    expect(orderOf(now), `seed ${seed}, step ${step}`).toEqual(readingOrder(board.get()));
    expect(now, `seed ${seed}, step ${step}`).toEqual(createListView(board).get());
  }
  expect(orderOf(list.get())).toEqual(readingOrder(board.get()));
});
