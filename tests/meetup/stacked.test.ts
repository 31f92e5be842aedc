import type { ZoneId } from '@ruimte/shared/ids';
import { overlaps } from '@ruimte/shared/geometry';
import { readBoard } from '@ruimte/shared/projection/board';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { rootOf } from '@ruimte/shared/schema/document';
import type { Note } from '@ruimte/shared/schema/note';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

const notesOn = (doc: Y.Doc): readonly Note[] => [...readBoard(doc).notes.values()];

/** How many pairs of notes lie on one another. */
function covered(notes: readonly Note[]): number {
  const pairs = notes.flatMap((a, index) => notes.slice(index + 1).map((b) => [a, b] as const));
  return pairs.filter(
    ([a, b]) => a.zone === b.zone && overlaps({ ...a, ...NOTE_SIZE }, { ...b, ...NOTE_SIZE }),
  ).length;
}

test('[O9] notes that were laid on one another in the last second of a round lie apart when it is over', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const sessions = await Promise.all(['Noor', 'Tom', 'Sami'].map((name) => meetup.join(name)));
  const clients = await Promise.all(sessions.map((session) => openStandard(server, session, { defer })));
  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await Promise.all([...clients, wall].map((client) => client.synced()));
  for (const [index, { doc }] of clients.entries()) {
    const session = sessions[index];
    if (session !== undefined) layNote(doc, session, `van ${index}`, { x: 32, y: 82 });
  }
  await waitFor('all on the wall', () => notesOn(wall.doc).length === 3);
  expect(covered(notesOn(wall.doc))).toBe(3);

  await meetup.goTo('stil-lezen');

  await waitFor('all apart', () => covered(notesOn(wall.doc)) === 0);
  expect(notesOn(wall.doc)).toContainEqual(expect.objectContaining({ x: 32, y: 82 }));
  // What arrives in the grace is laid apart at the next step.
  const [first] = clients;
  const [noor] = sessions;
  if (first === undefined || noor === undefined) throw new Error('nobody came in');
  const late = layNote(first.doc, noor, 'op de valreep', { x: 32, y: 82 });
  await waitFor('the last one', () => textOf(wall.doc, late) === 'op de valreep');
  await meetup.goTo('vertellen');
  await waitFor('that one apart too', () => covered(notesOn(wall.doc)) === 0);
});

test('[O9] what people laid over something long before stays, and so does what lies in a group', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const client = await openStandard(server, noor, { defer });
  await client.synced();
  const earlier = { ...noor, now: noor.now - 60_000 };
  layNote(client.doc, earlier, 'onder', { x: 100, y: 100 });
  layNote(client.doc, earlier, 'erover', { x: 120, y: 110 });
  const wall = await openStandard(server, await meetup.openWall(), { defer });
  await wall.synced();
  await waitFor('both', () => rootOf(wall.doc, 'notes').size === 2);

  await meetup.goTo('stil-lezen');

  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await stage.synced();
  expect(covered(notesOn(wall.doc))).toBe(1);
});

test('[O9] notes that come late to the same place of a scale keep it, one below the other', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server, { format: 'doel-en-waarde', round: 'gewicht' });
  const people = await Promise.all(
    ['Noor', 'Tom'].map(async (name) => openPerson(await meetup.join(name), { url: server.url, defer })),
  );
  await Promise.all(people.map((person) => person.ready()));
  const [noor, tom] = people;
  if (noor === undefined || tom === undefined) throw new Error('nobody came in');
  for (const { model } of people) await waitFor('the round', () => model.noWriting.get() === undefined);
  for (const person of people) {
    person.goOffline();
    const zone = 'evenwicht' as ZoneId;
    person.model.actions.addNote({ zone, text: person.session.name, at: { x: 500, y: 82 } });
  }
  await meetup.goTo('slot');
  clock.advance(60_000);
  for (const person of people) person.goOnline();

  const notes = () => [...noor.model.board.get().notes.values()];
  await waitFor('both', () => notes().length === 2);
  expect(notes().map(({ x, late }) => [x, late])).toEqual([
    [500, true],
    [500, true],
  ]);
  expect(covered(notes())).toBe(0);
});
