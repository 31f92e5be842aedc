import { createArranging } from '@ruimte/client/model/arranging';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { overlaps } from '@ruimte/shared/geometry';
import { groupBox } from '@ruimte/shared/projection/groups';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const PLEK = 'plek' as ZoneId;
const KIND = 'kind' as ZoneId;

/** Noor has laid three notes in one space and Tom one in another; both see all four. */
async function begin() {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await Promise.all([noor.ready(), tom.ready()]);
  const gang = noor.lay('de gang');
  const plein = noor.lay('het plein');
  const tuin = noor.lay('de tuin');
  const vraag = tom.lay('waarom?', 'kind');
  const all = () => [noor, tom].every((person) => person.texts().length === 4);
  await waitFor('all notes on both screens', all);
  return { noor, tom, gang, plein, tuin, vraag };
}
const groupsAt = (person: Person) =>
  [...createArranging(person.model).groups().values()].map(({ group, notes }) => ({
    name: group.name,
    zone: group.zone,
    texts: notes.map(({ text }) => text).toSorted(),
  }));
const noteAt = (person: Person, id: NoteId) => {
  const note = person.model.board.get().notes.get(id);
  if (note === undefined) throw new Error('the note is not on the board');
  return note;
};
const isRefused = ({ closeCodes }: Person): boolean => closeCodes.length > 0;

test('[B1] anybody groups notes of anybody under a name, and the group is one step of undo', async () => {
  const { noor, tom, gang, tuin, vraag } = await begin();
  const arranging = createArranging(tom.model);

  const made = arranging.group([gang, tuin, vraag], '  buiten \n spelen ');

  expect(made.ok).toBe(true);
  const wanted = [{ name: 'buiten spelen', zone: PLEK, texts: ['de gang', 'de tuin', 'waarom?'] }];
  await waitFor('the group at Noor', () => groupsAt(noor).length === 1);
  expect(groupsAt(noor)).toEqual(wanted);
  const held = createArranging(noor.model).groupOf(gang);
  if (held === undefined) throw new Error('the note is in no group');
  const box = groupBox(held.notes);
  for (const note of noor.model.board.get().notes.values()) {
    if (note.zone !== PLEK || note.group !== undefined) continue;
    expect(overlaps(box, { x: note.x, y: note.y, ...NOTE_SIZE })).toBe(false);
  }

  tom.model.actions.undo();
  await waitFor('no group at Noor', () => groupsAt(noor).length === 0);
  expect(noteAt(noor, vraag).zone).toBe(KIND);
  expect([noor, tom].some(isRefused)).toBe(false);
});

test('[B1] a group moves as one, also to another space, and a note that goes there by itself leaves it', async () => {
  const { noor, tom, gang, plein, tuin } = await begin();
  const made = createArranging(noor.model).group([gang, plein, tuin], 'buiten');
  if (!made.ok) throw new Error(`no group: ${made.reason}`);
  await waitFor('the group at Tom', () => groupsAt(tom).length === 1);

  createArranging(tom.model).sendGroup(made.id, KIND);
  await waitFor('the group in its new space', () => groupsAt(noor)[0]?.zone === KIND);
  expect(groupsAt(noor)[0]?.texts).toEqual(['de gang', 'de tuin', 'het plein']);

  tom.model.actions.sendToZone(plein, PLEK);
  await waitFor('the note by itself', () => noteAt(noor, plein).zone === PLEK);
  expect(groupsAt(noor)[0]?.texts).toEqual(['de gang', 'de tuin']);

  createArranging(noor.model).leave([gang, tuin]);
  await waitFor('the empty group to be gone', () => tom.model.board.get().groups.length === 0);
});

test('[B1] a note is taken into a group that is there, from another space too, and one undo takes it out again', async () => {
  const { noor, tom, gang, tuin, vraag } = await begin();
  const arranging = createArranging(tom.model);
  const made = arranging.group([gang, tuin], 'buiten');
  if (!made.ok) throw new Error('the group was not made');

  expect(arranging.join([vraag], made.id)).toEqual({ ok: true });
  expect(arranging.join([vraag], made.id)).toMatchObject({ ok: false, reason: 'nothing' });

  const wanted = { name: 'buiten', zone: PLEK, texts: ['de gang', 'de tuin', 'waarom?'] };
  await waitFor('the group of three at Noor', () => groupsAt(noor)[0]?.texts.length === 3);
  expect(groupsAt(noor)).toEqual([wanted]);
  tom.model.actions.undo();
  await waitFor('the group of two at Noor', () => groupsAt(noor)[0]?.texts.length === 2);
  expect(noteAt(noor, vraag).zone).toBe(KIND);
});

test('[B2] two people who draw the same line at once see one, and taking it away takes both', async () => {
  const { noor, tom, gang, vraag } = await begin();
  noor.goOffline();
  tom.goOffline();
  expect(createArranging(noor.model).link(gang, vraag)).toEqual({ ok: true, linked: true });
  expect(createArranging(tom.model).link(vraag, gang)).toEqual({ ok: true, linked: true });
  noor.goOnline();
  tom.goOnline();
  await waitFor('both lines in the document', () =>
    [noor, tom].every(({ model }) => model.board.get().links.length === 2),
  );
  expect(createArranging(noor.model).linkedTo(gang)).toEqual([vraag]);

  expect(createArranging(tom.model).link(gang, vraag)).toEqual({ ok: true, linked: false });
  await waitFor('no line', () => createArranging(noor.model).linkedTo(gang).length === 0);
});

test('[B3] a quadrant is never tidied: its notes would say something else', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'gedeelde-praktijk', round: 'activiteiten' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round to take notes', () => noor.model.noWriting.get() === undefined);
  const quadrant = 'activiteiten' as ZoneId;
  const laid = noor.model.actions.addNote({ zone: quadrant, text: 'dansen', at: { x: 900, y: 300 } });
  await noor.saved();
  const arranging = createArranging(noor.model);
  expect(arranging.mayTidy(quadrant)).toBe(false);
  expect(arranging.tidy(quadrant)).toEqual({ ok: false, reason: 'nothing' });
  expect(laid.ok && noteAt(noor, laid.id)).toMatchObject({ x: 900, y: 300 });
});

test('[B3] tidying a space lays nothing under another and is one step of undo', async () => {
  const { noor, tom, gang, plein, tuin } = await begin();
  noor.model.actions.moveNotes([
    { id: gang, zone: PLEK, x: 300, y: 300 },
    { id: plein, zone: PLEK, x: 320, y: 310 },
    { id: tuin, zone: PLEK, x: 10, y: 500 },
  ]);
  await waitFor('the moves at Tom', () => noteAt(tom, tuin).y === 500);

  expect(createArranging(tom.model).tidy(PLEK)).toEqual({ ok: true, moved: 3 });

  await waitFor('the tidy space at Noor', () => noteAt(noor, gang).x === 32);
  expect(createArranging(noor.model).tidy(PLEK)).toEqual({ ok: false, reason: 'nothing' });
  tom.model.actions.undo();
  await waitFor('the mess again', () => noteAt(noor, gang).x === 300);
  expect(noteAt(noor, tuin)).toMatchObject({ x: 10, y: 500 });
});

test('[B4] a copy in a second space is a note of its own; the words of another are not copied', async () => {
  const { noor, tom, gang } = await begin();
  expect(createArranging(tom.model).copy(gang, KIND)).toEqual({ ok: false, reason: 'notOwn' });

  const copied = createArranging(noor.model).copy(gang, KIND);

  if (!copied.ok) throw new Error(`not copied: ${copied.reason}`);
  await noor.saved();
  await waitFor('the copy at Tom', () => tom.model.board.get().notes.has(copied.id));
  expect(noteAt(tom, copied.id)).toMatchObject({
    text: 'de gang',
    zone: KIND,
    author: noteAt(tom, gang).author,
  });
});
