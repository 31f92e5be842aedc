import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { removeNotes } from '@ruimte/shared/schema/edits/notes';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** Noor has laid a note, and a facilitator can take it away and bring it back. */
async function begin() {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  const { doc, synced } = await openStandard(server, meetup.facilitator, { defer });
  await Promise.all([noor.ready(), synced()]);
  const id = noor.lay('eerst');
  await noor.saved();
  await waitFor('the note at the facilitator', () => textOf(doc, id) === 'eerst');
  const isBinned = (): Promise<unknown> =>
    waitFor('the note in the bin', async () => {
      const bin = await meetup.ask('readBin', { id: meetup.detail.id });
      return bin.some(({ note }) => note.id === id);
    });
  const remove = (): Promise<unknown> => {
    removeNotes(doc, [id], 'user');
    return isBinned();
  };
  return { server, meetup, noor, doc, id, remove };
}
const unsentOf = ({ model }: Person) => model.unsent.get().map(({ text, reason }) => ({ text, reason }));
const isGone = (person: Person, id: NoteId): Promise<unknown> =>
  waitFor('the note to be gone', () => !person.model.board.get().notes.has(id));
const isOffline = (person: Person): Promise<unknown> =>
  waitFor('the lost line', () => person.model.connection.get().state === 'lost');

test('[F12] words typed without a connection into a note that was removed meanwhile stay, with the reason', async () => {
  const { noor, id, remove } = await begin();
  noor.goOffline();
  await isOffline(noor);
  noor.model.actions.typeNote(id, 'eerst en daarna');
  noor.model.actions.endTyping(id);
  await remove();

  noor.goOnline();

  await noor.ready();
  await isGone(noor, id);
  await waitFor('the words to settle', () => unsentOf(noor)[0]?.reason === 'noteRemoved');
  expect(unsentOf(noor)).toEqual([{ text: 'eerst en daarna', reason: 'noteRemoved' }]);
  noor.reopen();
  await noor.ready();
  expect(unsentOf(noor)).toEqual([{ text: 'eerst en daarna', reason: 'noteRemoved' }]);
});

test('[F12] words in an open field stay when the note is removed under it, also what is typed after that', async () => {
  const { noor, id, remove } = await begin();
  noor.model.actions.typeNote(id, 'eerst en');
  await noor.saved();
  await remove();
  await isGone(noor, id);
  expect(unsentOf(noor)).toEqual([{ text: 'eerst en', reason: 'noteRemoved' }]);

  noor.model.actions.typeNote(id, 'eerst en dan nog iets');
  noor.model.actions.endTyping(id);

  expect(unsentOf(noor)).toEqual([{ text: 'eerst en dan nog iets', reason: 'noteRemoved' }]);
});

test('[F12] a note that was removed while nobody was changing it leaves nothing behind', async () => {
  const { noor, id, remove } = await begin();
  noor.model.actions.typeNote(id, 'eerst en klaar');
  noor.model.actions.endTyping(id);
  await noor.saved();
  await remove();
  await isGone(noor, id);
  expect(unsentOf(noor)).toEqual([]);
  const other = noor.lay('nog een');
  await noor.saved();
  noor.model.actions.typeNote(other, 'nog een keer');
  noor.model.actions.removeNotes([other]);
  await isGone(noor, other);
  expect(unsentOf(noor)).toEqual([]);
});

test('[F12] the words can be laid again as a note of their own', async () => {
  const { noor, doc, id, remove } = await begin();
  noor.model.actions.typeNote(id, 'eerst en daarna');
  await noor.saved();
  await remove();
  await isGone(noor, id);

  const laid = noor.model.layAgain(id);

  if (!laid?.ok) throw new Error('the words were not laid');
  await noor.saved();
  expect(laid.id).not.toBe(id);
  expect(noor.texts()).toEqual(['eerst en daarna']);
  await waitFor('the words at the facilitator', () => textOf(doc, laid.id) === 'eerst en daarna');
  expect(textOf(doc, id)).toBeUndefined();
});

test('[F12] the words go into the note by themselves when it comes back from the bin', async () => {
  const { meetup, noor, doc, id, remove } = await begin();
  noor.model.actions.typeNote(id, 'eerst en daarna');
  await noor.saved();
  noor.model.actions.typeNote(id, 'eerst en daarna niet');
  await remove();
  await isGone(noor, id);
  expect(unsentOf(noor)).toEqual([{ text: 'eerst en daarna niet', reason: 'noteRemoved' }]);

  await meetup.command({ type: 'restoreNote', note: id });

  await waitFor('the words in the note', () => textOf(doc, id) === 'eerst en daarna niet');
  await noor.saved();
});

test('[F12] a note that was moved without a connection and removed meanwhile is named', async () => {
  const { noor, id, remove } = await begin();
  noor.goOffline();
  await isOffline(noor);
  noor.model.actions.moveNotes([{ id, zone: 'twijfel' as never, x: NOTE_SIZE.w, y: NOTE_SIZE.h }]);
  await remove();

  noor.goOnline();

  await waitFor('the move to be named', () => noor.model.lostMoves.get().length === 1);
  expect(noor.model.lostMoves.get()).toMatchObject([{ id, text: 'eerst', zone: 'twijfel' }]);
  expect(unsentOf(noor)).toEqual([]);
  noor.model.forgetMove(id);
  expect(noor.model.lostMoves.get()).toEqual([]);
});

test('[F12] words that are laid again on a scale keep their place there', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'doel-en-waarde', round: 'gewicht' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round', () => noor.model.noWriting.get() === undefined);
  const zone = 'evenwicht' as ZoneId;
  const added = noor.model.actions.addNote({ zone, text: 'eerst', at: { x: 700, y: 82 } });
  if (!added.ok) throw new Error('the note was not laid');
  await noor.saved();
  noor.goOffline();
  noor.model.actions.typeNote(added.id, 'eerst en dan');
  noor.model.actions.endTyping(added.id);
  const leader = await openStandard(server, meetup.facilitator, { defer });
  await leader.synced();
  removeNotes(leader.doc, [added.id], 'user');
  await waitFor('the note in the bin', async () => {
    return (await meetup.ask('readBin', { id: meetup.detail.id })).length === 1;
  });
  noor.goOnline();
  await waitFor('the words to be refused', () => noor.model.unsent.get()[0]?.reason === 'noteRemoved');

  const laid = noor.model.layAgain(added.id);

  if (!laid?.ok) throw new Error('the words were not laid');
  expect(noor.model.board.note(laid.id)).toMatchObject({ zone, text: 'eerst en dan', x: 700, y: 82 });
});
