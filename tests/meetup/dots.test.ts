import { latestSheets, tallyDots } from '@ruimte/shared/facilitation/tally';
import { createId, type NoteId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { eavesdrop } from '../support/eavesdropper.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

interface Hall {
  readonly server: TestServer;
  readonly meetup: TestMeetup;
  readonly noor: Person;
  /** Two wishes in each of two themes. */
  readonly notes: readonly [NoteId, NoteId, NoteId, NoteId];
}

/** A round in which each theme has three dots, with something to give them to. */
async function begin(): Promise<Hall> {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'leren-van-elkaar', round: 'wensen' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round to take notes', () => noor.model.noWriting.get() === undefined);
  const notes = [
    noor.lay('kijken bij een ander', 'onderzoek'),
    noor.lay('samen een vraag', 'onderzoek'),
    noor.lay('een gast erbij', 'programma'),
    noor.lay('ruilen', 'programma'),
  ] as const;
  await noor.saved();
  await meetup.goTo('stippen');
  await waitFor('dots to give', () => noor.model.marking.get()?.dots !== undefined);
  return { server, meetup, noor, notes };
}

async function give(person: Person, note: NoteId, dots: number): Promise<void> {
  await waitFor('the dots to be given', () => person.model.actions.setDots(note, dots));
  await waitFor('the dots to be saved', () => person.model.ownMarks.get().saved);
}

const tallyAt = (person: Person): ReadonlyMap<NoteId, number> =>
  tallyDots(latestSheets(person.model.board.get().votes));

test('[V6] dots are secret until they are counted, and nothing counted says whose it was', async () => {
  const { server, meetup, noor, notes } = await begin();
  const tom = await meetup.join('Tom');
  const board = await eavesdrop(server, tom, { kind: 'board', defer });
  const stage = await eavesdrop(server, tom, { kind: 'stage', defer });
  const before = board.bytes;

  await give(noor, notes[0], 2);
  await give(noor, notes[2], 3);
  await give(noor, notes[2], 1);

  expect(board.bytes).toBe(before);
  expect(stage.heard('votes')).toBe(false);
  await meetup.command({ type: 'count' });
  await waitFor('the tally', () => rootOf(board.doc, 'votes').size === 1);
  const [[id, sheet] = []] = [...rootOf(board.doc, 'votes')];
  expect(id).not.toBe(noor.session.participant);
  expect(sheet?.toJSON()).toMatchObject({ [notes[0]]: 2, [notes[2]]: 1 });
  expect(JSON.stringify(sheet?.toJSON())).not.toContain(noor.session.participant);
  await waitFor('the tally at Noor', () => tallyAt(noor).get(notes[0]) === 2);
  expect(noor.model.actions.setDots(notes[1], 1)).toBe(false);
});

test('[V6] no more is counted than the round gives, whatever a program writes', async () => {
  const { server, meetup, noor, notes } = await begin();
  const session = await meetup.join('Slim');
  const desk = await openStandard(server, session, { defer, kind: 'desk' });
  await desk.synced();
  const greedy = new Y.Map<unknown>([
    [notes[0], 50],
    [notes[1], 50],
    [notes[2], 2.5],
    [notes[3], 2],
    [createId(), 9],
  ]);
  desk.doc.getMap('votes').set(session.participant ?? '', greedy);
  await give(noor, notes[1], 1);
  // Straight on the board is not for anybody.
  const board = await openStandard(server, session, { defer });
  await board.synced();
  board.doc.getMap('votes').set(createId(), new Y.Map<unknown>([[notes[0], 99]]));
  expect(await board.closed).toBeGreaterThanOrEqual(CLOSE_CODES.malformed);

  await meetup.command({ type: 'count' });

  await waitFor('the tally', () => tallyAt(noor).size > 0);
  expect(tallyAt(noor)).toEqual(
    new Map([
      [notes[0], 3],
      [notes[1], 1],
      [notes[3], 2],
    ]),
  );
});

test.each([
  ['when they are closed', (meetup: TestMeetup) => meetup.command({ type: 'count' })],
  ['when the next round begins', (meetup: TestMeetup) => meetup.goTo('top-drie')],
  ['when the meet-up closes', (meetup: TestMeetup) => meetup.command({ type: 'close' })],
])('[V7] dots are counted once: %s', async (_when, end) => {
  const { meetup, noor, notes } = await begin();
  await give(noor, notes[0], 2);
  noor.goOffline();

  await end(meetup);
  await meetup.command({ type: 'count' }).catch(() => undefined);
  await meetup.command({ type: 'close' });

  const [summary] = await meetup.ask('listSnapshots', {});
  const snapshot = await meetup.ask('readSnapshot', { id: summary?.id as never });
  expect(tallyDots(snapshot.votes)).toEqual(new Map([[notes[0], 2]]));
  expect(snapshot.votes).toHaveLength(1);
});

test('[V7] a round of dots that is held again begins with none, and the latest count holds', async () => {
  const { meetup, noor, notes } = await begin();
  await give(noor, notes[0], 3);
  await meetup.goTo('top-drie');
  await waitFor('the first tally', () => tallyAt(noor).get(notes[0]) === 3);
  await meetup.goTo('stippen');
  await waitFor('dots to give again', () => noor.model.marking.get()?.dots !== undefined);
  expect(noor.model.ownMarks.get().votes.size).toBe(0);
  await give(noor, notes[3], 1);
  await meetup.goTo('top-drie');
  await waitFor('the second tally', () => tallyAt(noor).get(notes[3]) === 1);
  expect([...tallyAt(noor)]).toEqual([[notes[3], 1]]);
});

test('[V7] dots that are given before the own desk has come are kept until it has', async () => {
  const { server, meetup, noor, notes } = await begin();
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await waitFor('the round', () => tom.model.marking.get()?.dots !== undefined);
  // As soon as the round is known: the line to the desk is still being made.
  expect(tom.model.actions.setDots(notes[1], 2)).toBe(true);
  expect(tom.model.actions.setDots(notes[1], 3)).toBe(true);
  expect(tom.model.ownMarks.get()).toMatchObject({ saved: false });
  expect(tom.model.ownMarks.get().votes.get(notes[1])).toBe(3);
  await waitFor('the dots to be saved', () => tom.model.ownMarks.get().saved);
  await meetup.command({ type: 'count' });
  await waitFor('the tally', () => tallyAt(noor).get(notes[1]) === 3);
});
