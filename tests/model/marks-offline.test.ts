import { latestSheets, tallyDots } from '@ruimte/shared/facilitation/tally';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** Noor lost her line in a round of dots, with a wish to give them to. */
async function giveOffline(): Promise<{ meetup: TestMeetup; noor: Person; note: NoteId }> {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'verdiepen', round: 'wat-vraagt-aandacht' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round to take notes', () => noor.model.noWriting.get() === undefined);
  const note = noor.lay('de bel gaat te vroeg');
  await noor.saved();
  await meetup.goTo('stippen');
  await waitFor('dots to give', () => noor.model.marking.get()?.dots !== undefined);
  noor.goOffline();
  noor.model.actions.setDots(note, 1);
  noor.model.actions.setDots(note, 2);
  return { meetup, noor, note };
}

const counted = (person: Person): ReadonlyMap<NoteId, number> =>
  tallyDots(latestSheets(person.model.board.get().votes));

test('[O10] dots given offline are there after a reload, and counted once the line is back', async () => {
  const { meetup, noor, note } = await giveOffline();
  noor.reopen();
  expect(noor.model.ownMarks.get().saved).toBe(false);
  expect([...noor.model.ownMarks.get().votes]).toEqual([[note, 2]]);

  noor.goOnline();
  await waitFor('the dots to be saved', () => noor.model.ownMarks.get().saved);
  await meetup.command({ type: 'count' });
  await waitFor('the count', () => noor.model.board.get().votes.length > 0);
  expect([...counted(noor)]).toEqual([[note, 2]]);
  // What was saved is not given again.
  noor.reopen();
  await noor.ready();
  expect(noor.model.ownMarks.get()).toMatchObject({ saved: true, late: false });
});

test.each([
  ['on the page they were given on', () => undefined],
  ['on a page that was opened again', (noor: Person) => noor.reopen()],
])('[O10] dots that come after the count are not counted, and that is said: %s', async (_, reopen) => {
  const { meetup, noor } = await giveOffline();
  reopen(noor);
  await meetup.command({ type: 'count' });
  noor.goOnline();
  await waitFor('the late dots', () => noor.model.ownMarks.get().late);
  expect(noor.model.ownMarks.get()).toMatchObject({ saved: true });
  expect(noor.model.board.get().votes).toEqual([]);
  noor.reopen();
  await noor.ready();
  expect(noor.model.ownMarks.get().late).toBe(false);
});

test('[O10] ratings given offline are kept as well', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'reflectiekaart-voorwaarden', round: 'aangeven' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('something to rate', () => noor.model.marking.get()?.ratings === true);
  noor.goOffline();
  noor.model.actions.rate('actief-leren' as ZoneId, 4);
  noor.reopen();
  noor.goOnline();
  await waitFor('the rating to be saved', () => noor.model.ownMarks.get().saved);
  await meetup.command({ type: 'reveal' });
  await meetup.command({ type: 'count' });
  await waitFor('the count', () => noor.model.board.get().ratings.length > 0);
  expect(noor.model.board.get().ratings[0]?.marks).toEqual([['actief-leren', 4]]);
});
