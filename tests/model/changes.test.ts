import type { Change } from '@ruimte/client/model/change-tally';
import type { GroupId, NoteId } from '@ruimte/shared/ids';
import { addGroup, setGroup } from '@ruimte/shared/schema/edits/groups';
import { moveNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { expect, test } from 'vitest';
import { SPACES, TOM } from '../support/small-board.ts';
import { inShort, together, watchSmallBoard } from '../support/watched-board.ts';

const [PLEK, KIND] = SPACES;
const to = (id: NoteId, zone = KIND) => [{ id, zone, x: 5, y: 5 }];

test('[L6] what others lay, move, group and remove is known by whom and where; own doings are not', () => {
  const { mine, theirs, lay, changes } = watchSmallBoard();
  const seen: Change[] = [];
  changes.onChange((change) => seen.push(change));
  const own = lay(mine, 'van mij');
  const gang = lay(theirs, 'gang');
  moveNotes(theirs, to(own), 'user');
  moveNotes(mine, to(gang), 'user');
  moveNotes(theirs, [{ id: gang, zone: KIND, x: 300, y: 300 }], 'user');
  setNoteText(theirs, gang, 'de gang', 'typing');
  addGroup(theirs, { id: 'lijflijflijflijflijf_1' as GroupId, name: 'lijf', zone: KIND }, [own], 'user');
  setGroup(theirs, [own], '', 'user');
  removeNotes(theirs, [gang], 'user');
  expect(seen).toEqual([
    { kind: 'added', note: gang, text: 'gang', zone: PLEK, by: TOM },
    { kind: 'moved', note: own, text: 'van mij', zone: KIND, from: PLEK, by: TOM },
    { kind: 'grouped', note: own, text: 'van mij', zone: KIND, by: TOM },
    { kind: 'ungrouped', note: own, text: 'van mij', zone: KIND, by: TOM },
    { kind: 'removed', note: gang, text: 'de gang', zone: KIND, by: undefined },
  ]);
  expect(changes.recent.get()).toEqual(seen);
  expect(changes.away.get()).toBeUndefined();
});

test('[L6] whoever hid the page finds what others did meanwhile, put together per note, until it was read', async () => {
  const { theirs, lay, changes, hide, show, pass } = watchSmallBoard();
  const [oud, weg] = [lay(theirs, 'oud'), lay(theirs, 'weg')];
  hide();
  const nieuw = lay(theirs, 'nieuw');
  moveNotes(theirs, to(nieuw), 'user');
  const even = lay(theirs, 'even maar');
  removeNotes(theirs, [even, weg], 'user');
  moveNotes(theirs, to(oud), 'user');
  expect(changes.away.get()).toBeUndefined();
  show();
  await pass(300);
  expect(inShort(changes.away.get()?.changes ?? [])).toEqual(['added nieuw', 'removed weg', 'moved oud']);
  expect(changes.away.get()?.changes[0]?.zone).toBe(KIND);
  changes.dismiss();
  expect(changes.away.get()).toBeUndefined();
  lay(theirs, 'erbij');
  await pass(1_000);
  expect(changes.away.get()).toBeUndefined();
});

test('[L6] whoever lost the line finds what arrives with the connection', async () => {
  const { theirs, lay, changes, connection, pass } = watchSmallBoard();
  connection.set({ state: 'lost', since: 0 });
  connection.set({ state: 'live' });
  lay(theirs, 'intussen');
  await pass(300);
  expect(inShort(changes.away.get()?.changes ?? [])).toEqual(['added intussen']);
});

test('[L6] a page that was closed on this device knows what is new, moved and gone; one of a restored board knows nothing', async () => {
  const before = watchSmallBoard();
  const { theirs, lay } = before;
  const [blijft, gaat, weg] = ['blijft', 'gaat', 'weg'].map((text) => lay(theirs, text)) as [
    NoteId,
    NoteId,
    NoteId,
  ];
  before.changes.stop();
  moveNotes(theirs, to(gaat), 'user');
  removeNotes(theirs, [weg], 'user');
  lay(theirs, 'nieuw');
  const after = watchSmallBoard(before);
  await after.pass(300);
  expect(inShort(after.changes.away.get()?.changes ?? []).toSorted()).toEqual([
    'added nieuw',
    'moved gaat',
    'removed ',
  ]);
  expect(after.changes.away.get()?.changes.map(({ note }) => note)).not.toContain(blijft);
  before.changes.stop();
  const restored = watchSmallBoard({ ...before, generation: 2 });
  lay(theirs, 'nog een');
  await restored.pass(300);
  expect(restored.changes.away.get()).toBeUndefined();
});

test('[L6] a note that came back, or went there and back again, is no change', () => {
  const note = 'note' as NoteId;
  const change = (kind: Change['kind'], zone = PLEK, from?: typeof PLEK): Change => ({
    kind,
    note,
    text: '',
    zone,
    by: undefined,
    ...(from === undefined ? {} : { from }),
  });
  expect(together([change('removed'), change('added')])).toEqual([]);
  expect(together([change('moved', KIND, PLEK), change('moved', PLEK, KIND)])).toEqual([]);
  expect(together([change('added'), change('removed')])).toEqual([]);
  expect(together([change('moved', KIND, PLEK), change('removed', KIND)])).toEqual([change('removed', PLEK)]);
});

test('[L6] what is kept is bounded; the rest is counted', async () => {
  const { theirs, lay, changes, hide, show, pass } = watchSmallBoard();
  hide();
  for (let number = 0; number < 512; number += 1) lay(theirs, `kaartje ${number}`);
  show();
  await pass(300);
  expect(changes.away.get()?.changes).toHaveLength(500);
  expect(changes.away.get()?.more).toBe(12);
  expect(changes.recent.get()).toHaveLength(5);
});
