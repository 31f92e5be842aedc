import { readBoard } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { removeNotes } from '@ruimte/shared/schema/edits/notes';
import { type CommandId, createId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { layNote } from '../support/lay-note.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

const NOTES = 200;
/** What the product promises, milliseconds. */
const PROMISED_MS = 2_000;

const idOf = ({ participant }: NewSession): ParticipantId => {
  if (participant === null) throw new Error('the wall removes nothing');
  return participant;
};
const notesOf = (doc: Y.Doc) => [...readBoard(doc).notes.values()];
const inBin = (meetup: TestMeetup, count: number): Promise<unknown> =>
  waitFor(`${count} notes in the bin`, async () => {
    const bin = await meetup.ask('readBin', { id: meetup.detail.id });
    return bin.length === count;
  });

/** Two people write the notes together; the facilitator's screen shows all of them. */
async function fillBoard(server: TestServer, meetup: TestMeetup) {
  const [noor, sami] = [await meetup.join('Noor'), await meetup.join('Sami')];
  const leader = await openStandard(server, meetup.facilitator, { defer });
  const pens = [];
  for (const session of [noor, sami]) {
    const { doc, synced } = await openStandard(server, session, { defer });
    await synced();
    doc.transact(() => {
      for (let i = 0; i < NOTES / 2; i += 1)
        layNote(doc, session, `${session.name} ${i}`, { x: i, y: 90 + i });
    });
    pens.push({ doc, session });
  }
  await waitFor('all notes', () => rootOf(leader.doc, 'notes').size === NOTES);
  return { noor, sami, leader: leader.doc, pens };
}

test(`[M11] ${NOTES} notes that one person removed come back with their authors within two seconds, in one batch`, async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const { leader } = await fillBoard(server, meetup);
  const before = notesOf(leader);
  removeNotes(leader, [...rootOf(leader, 'notes').keys()] as NoteId[], 'user');
  await inBin(meetup, NOTES);
  const watcher = await openStandard(server, await meetup.join('Kijker'), { defer });
  await watcher.synced();
  let messages = 0;
  watcher.doc.on('update', () => (messages += 1));
  const started = performance.now();
  await meetup.command({ type: 'restoreNotes', removedBy: idOf(meetup.facilitator) });
  await waitFor('all notes to be back', () => rootOf(watcher.doc, 'notes').size === NOTES);
  expect(performance.now() - started).toBeLessThan(PROMISED_MS);
  expect(messages).toBe(1);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const identity = (notes: typeof before) =>
    notes
      .map(({ id, text, author, community, x, y, zone }) => ({ id, text, author, community, x, y, zone }))
      .sort(byId);
  expect(identity(notesOf(watcher.doc))).toEqual(identity(before));
  await inBin(meetup, 0);
});

test('[M11] everything of one author comes back, and what others lost stays in the bin', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const { noor, leader } = await fillBoard(server, meetup);
  removeNotes(leader, [...rootOf(leader, 'notes').keys()] as NoteId[], 'user');
  await inBin(meetup, NOTES);
  await meetup.command({ type: 'restoreNotes', author: idOf(noor) });
  await waitFor('her notes', () => rootOf(leader, 'notes').size === NOTES / 2);
  expect(new Set(notesOf(leader).map(({ author }) => author))).toEqual(new Set([noor.participant]));
  await inBin(meetup, NOTES / 2);
});

test('[M11] what one person removed at one time comes back, counted, without what they removed before', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const { noor, pens } = await fillBoard(server, meetup);
  const [hers] = pens;
  if (hers === undefined) throw new Error('Noor has a pen');
  const own = notesOf(hers.doc).filter(({ author }) => author === noor.participant);
  removeNotes(
    hers.doc,
    own.slice(0, 3).map(({ id }) => id),
    'user',
  );
  await inBin(meetup, 3);
  clock.advance(10 * 60_000);
  const from = clock.now();
  removeNotes(
    hers.doc,
    own.slice(3).map(({ id }) => id),
    'user',
  );
  await inBin(meetup, own.length);
  clock.advance(60_000);

  const answer = await meetup.ask('command', {
    id: createId<CommandId>(),
    command: { type: 'restoreNotes', removedBy: idOf(noor), between: [from, from] },
  });

  expect(answer.restored).toBe(own.length - 3);
  const left = await meetup.ask('readBin', { id: meetup.detail.id });
  expect(new Set(left.map(({ note }) => note.id))).toEqual(new Set(own.slice(0, 3).map(({ id }) => id)));
});

test('[M11] nothing to restore says so, a participant may not, and a closed board stays as it was', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const wish = { type: 'restoreNotes', author: idOf(noor) } as const;
  await expect(meetup.command(wish)).rejects.toMatchObject({ code: 'notFound' });
  const id = '0123456789abcdefghijkl' as never;
  const asNoor = server.as(noor.session)('command', { id, command: wish });
  await expect(asNoor).rejects.toMatchObject({ code: 'forbidden' });
  await meetup.command({ type: 'close' });
  await expect(meetup.command(wish)).rejects.toMatchObject({ code: 'meetupClosed' });
});
