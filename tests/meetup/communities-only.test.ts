import { authorOf } from '@ruimte/shared/alias';
import { createId, type NoteId, type ParticipantId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { readRoster } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { eavesdrop } from '../support/eavesdropper.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { clientOf, notesByClient } from '../support/writers-of-notes.ts';

const SHOWS = 'communities' as const;
const ZONE = 'plek' as ZoneId;

async function comeIn(server: TestServer, session: NewSession): Promise<Person> {
  const person = openPerson(session, { url: server.url, defer });
  await person.ready();
  return person;
}

/** What lies on the board with these words. */
const noteWith = (person: Person, words: string): Promise<{ readonly id: NoteId }> =>
  waitFor(words, () => [...person.model.board.get().notes.values()].find(({ text }) => text === words));

/** The bin, people and snapshots as whoever leads gets them, in one text. */
async function everythingAsked(meetup: TestMeetup): Promise<string> {
  const bin = await meetup.ask('readBin', { id: meetup.detail.id });
  await meetup.command({ type: 'close' });
  const [snapshot] = await meetup.ask('listSnapshots', {});
  return JSON.stringify([bin, snapshot, await meetup.ask('readSnapshot', { id: snapshot?.id as never })]);
}

test('[N1] nothing that others receive tells which notes are of one person', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const noor = await comeIn(server, await meetup.join('Noor Zonderling'));
  const sessions = [await meetup.join('Tom'), meetup.facilitator, await meetup.openWall()];
  const boards = await Promise.all(sessions.map((each) => eavesdrop(server, each, { kind: 'board', defer })));
  const stages = await Promise.all(sessions.map((each) => eavesdrop(server, each, { kind: 'stage', defer })));
  const { actions } = noor.model;

  const first = noor.lay('eerste');
  const second = noor.lay('tweede', 'kind');
  actions.addNotes(['drie', 'vier', 'vijf'].map((text) => ({ zone: ZONE, text })));
  actions.typeNote(first, 'eerste, anders');
  actions.endTyping(first);
  actions.moveNotes([{ id: second, zone: ZONE, x: 600, y: 500 }]);
  await noor.saved();
  const tom = await comeIn(server, sessions[0] as NewSession);
  await waitFor('the note at Tom', () => tom.model.board.get().notes.get(second)?.x === 600);
  const mover = clientOf(boards[2]?.doc as never, second, 'p');
  expect(mover).not.toBe(clientOf(boards[2]?.doc as never, second, 'author'));
  tom.model.actions.moveNotes([{ id: second, zone: ZONE, x: 700, y: 500 }]);
  await waitFor('the move', () => noor.model.board.get().notes.get(second)?.x === 700);
  noor.model.setPresence({ editing: first, selected: [first], zone: ZONE });
  actions.removeNotes([first, second]);
  actions.undo();
  actions.redo();
  actions.undo();
  noor.goOffline();
  for (let index = 0; index < 20; index += 1) noor.lay(`onderweg ${index}`, 'kind');
  noor.goOnline();
  await noor.saved();
  noor.reopen();
  await noor.ready();
  for (const id of [first, second]) actionsAfter(noor, id);
  await noor.saved();

  const last = boards[0]?.doc;
  if (last === undefined) throw new Error('nobody listened');
  await waitFor('all notes', () => rootOf(last, 'notes').get(second)?.get('text')?.toString() === 'later');
  const { participant } = noor.session;
  for (const { doc, read, heard } of boards) {
    await waitFor('all notes', () => rootOf(doc, 'notes').size === 25);
    const authors = [...rootOf(doc, 'notes').values()].map((note) => note.get('author'));
    expect(new Set(authors).size).toBe(25);
    for (const [client, notes] of notesByClient(doc)) {
      expect([...notes].length, `notes under ${client}`).toBeLessThanOrEqual(1);
    }
    expect(read(participant ?? '')).toBe(false);
    expect(heard('Zonderling')).toBe(false);
    expect(heard('editing')).toBe(false);
    expect(heard('selected')).toBe(false);
    expect(heard('"zone":')).toBe(false);
  }
  for (const stage of stages) expect(stage.heard('Zonderling')).toBe(false);
  const person = readRoster(stages[0]?.doc as never).get(participant as ParticipantId);
  expect(person).toMatchObject({ name: '', community: noor.session.community });
  expect(noor.session.name).toBe('Noor Zonderling');

  noor.model.actions.removeNotes([first]);
  await waitFor('the bin', async () => (await meetup.ask('readBin', { id: meetup.detail.id })).length > 0);
  const asked = await everythingAsked(meetup);
  expect(asked).toContain('onderweg 3');
  expect(asked).not.toContain('Zonderling');
  expect(asked).not.toContain(participant);
});

test('[N1] notes of an earlier meet-up with names are carried over without telling which were one person’s', async () => {
  const server = await startServer({ defer });
  const before = await prepareMeetup(server);
  const noor = await comeIn(server, await before.join('Noor'));
  const ids = [noor.lay('een'), noor.lay('twee')];
  await noor.saved();
  await before.command({ type: 'close' });
  const [snapshot] = await before.ask('listSnapshots', {});
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const { id } = meetup.detail;
  await server.as(meetup.organiser)('updateMeetup', { id, previous: snapshot?.id as never });
  const listener = await eavesdrop(server, await meetup.join('Tom'), { kind: 'board', defer });
  await meetup.command({ type: 'carryOver', notes: ids });
  await waitFor('both notes', () => rootOf(listener.doc, 'notes').size === 2);
  const authors = [...rootOf(listener.doc, 'notes').values()].map((note) => note.get('author'));
  expect(new Set(authors).size).toBe(2);
  expect(listener.read(noor.session.participant ?? '')).toBe(false);
});

/** Rewords a note as a page does that was opened afresh. */
function actionsAfter({ model }: Person, id: NoteId): void {
  expect(model.isOwn({ id, author: model.board.get().notes.get(id)?.author as ParticipantId })).toBe(true);
  model.actions.typeNote(id, 'later');
  model.actions.endTyping(id);
}

test('[N1] a reveal lays notes in the order in which they were written, under authors and ids that tell nothing', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, {
    shows: SHOWS,
    format: 'orienteren',
    round: 'zo-sta-ik-erin',
  });
  const people = [await meetup.join('Noor'), await meetup.join('Sem')];
  const [noor, sem] = (await Promise.all(people.map((each) => comeIn(server, each)))) as [Person, Person];
  const listener = await eavesdrop(server, await meetup.join('Tom'), { kind: 'board', defer });
  for (const person of [noor, sem, noor, sem]) {
    await waitFor('the desk', () => person.model.sheet.get() === 'desk');
    person.lay(`woord ${person === noor ? 'a' : 'b'}`);
    await person.saved();
  }
  await meetup.goTo('naast-elkaar');
  await waitFor('the notes', () => rootOf(listener.doc, 'notes').size === 4);
  const notes = [...rootOf(listener.doc, 'notes').values()];
  expect(new Set(notes.map((note) => note.get('author'))).size).toBe(4);
  const inOrder = notes.toSorted((a, b) => (String(a.get('order')) < String(b.get('order')) ? -1 : 1));
  expect(inOrder.map((note) => note.get('text')?.toString())).toEqual([
    'woord a',
    'woord b',
    'woord a',
    'woord b',
  ]);
  for (const { participant } of people) expect(listener.read(participant ?? '')).toBe(false);
  await waitFor('own notes', () => noor.texts().length === 4);
  const own = [...noor.model.board.get().notes.values()].filter((note) => noor.model.isOwn(note));
  expect(own.map(({ text }) => text)).toEqual(['woord a', 'woord a']);
});

test('[N2] a borrowed author is refused, whoever it was borrowed from', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const noor = await comeIn(server, await meetup.join('Noor'));
  noor.lay('van Noor');
  await noor.saved();
  const tom = await meetup.join('Tom');
  const facilitator = meetup.facilitator;
  const attempts: [NewSession, (session: NewSession, noors: ParticipantId) => ParticipantId][] = [
    [tom, (_session, noors) => noors],
    [tom, ({ participant }) => participant as ParticipantId],
    [tom, () => createId<ParticipantId>()],
    // A page that was opened before the choice: it signs with its own id.
    [facilitator, ({ participant }) => participant as ParticipantId],
  ];
  for (const [session, borrow] of attempts) {
    const client = await openStandard(server, session, { defer });
    await client.synced();
    const [noors] = [...rootOf(client.doc, 'notes').values()];
    const author = borrow(session, noors?.get('author') as ParticipantId);
    const { community } = session;
    const note = { id: createId<NoteId>(), zone: ZONE, x: 1, y: 1, text: 'vals', author, community };
    addNote(client.doc, { ...note, round: 'rondgang' as RoundId, at: 1 }, 'user');
    expect(await client.closed).toBe(CLOSE_CODES.forbidden);
  }
  const tries: ((doc: Parameters<typeof removeNotes>[0], id: NoteId) => void)[] = [
    (doc, id) => setNoteText(doc, id, 'van Tom', 'user'),
    (doc, id) => removeNotes(doc, [id], 'user'),
  ];
  for (const change of tries) {
    const client = await openStandard(server, tom, { defer });
    await client.synced();
    change(client.doc, [...rootOf(client.doc, 'notes').keys()][0] as NoteId);
    expect(await client.closed).toBe(CLOSE_CODES.forbidden);
  }
  expect(noor.texts()).toEqual(['van Noor']);
});

test('[N2] own notes stay one’s own after a restart, a reload and from the outbox', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const session = await meetup.join('Noor');
  const noor = await comeIn(server, session);
  const kept = noor.lay('blijft');
  await noor.saved();
  noor.goOffline();
  const waiting = noor.lay('te laat');
  await meetup.command({ type: 'lock', locked: true });
  await server.stop();
  await server.start();
  noor.goOnline();
  await waitFor('the late note', () => noor.model.board.get().notes.get(waiting)?.late === true);
  await noor.saved();
  const late = noor.model.board.get().notes.get(waiting);
  expect(late && noor.model.isOwn(late)).toBe(true);
  await meetup.command({ type: 'lock', locked: false });
  await waitFor('the end of the lock', () => noor.model.noWriting.get() === undefined);
  noor.reopen();
  await noor.ready();
  for (const id of [kept, waiting]) {
    noor.model.actions.typeNote(id, `${id} anders`);
    noor.model.actions.endTyping(id);
    await noor.saved();
    noor.model.actions.removeNotes([id]);
  }
  await waitFor('both gone', () => noor.texts().length === 0);
  noor.model.actions.undo();
  await noor.saved();
  expect(noor.texts()).toEqual([`${waiting} anders`]);
  // What was on its way when the board was locked.
  const refused = noor.closeCodes.filter((code) => code >= 4400 && code < 4500);
  expect(refused.filter((code) => code !== CLOSE_CODES.locked)).toEqual([]);
});

test('[N2] what was laid or removed together is taken back together', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const noor = await comeIn(server, await meetup.join('Noor'));
  noor.lay('al eerder');
  const laid = noor.model.actions.addNotes(['een', 'twee', 'drie'].map((text) => ({ zone: ZONE, text })));
  noor.model.actions.removeNotes(laid.flatMap((each) => (each.ok ? [each.id] : [])));
  expect(noor.texts()).toEqual(['al eerder']);
  noor.model.actions.undo();
  expect(noor.texts()).toEqual(['al eerder', 'drie', 'een', 'twee']);
  noor.model.actions.undo();
  expect(noor.texts()).toEqual(['al eerder']);
  noor.model.actions.redo();
  noor.model.actions.redo();
  expect(noor.texts()).toEqual(['al eerder']);
  noor.model.actions.undo();
  await noor.saved();
  expect(noor.texts()).toEqual(['al eerder', 'drie', 'een', 'twee']);
});

test('[N2] letters that undo takes away are called saved too', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const noor = await comeIn(server, await meetup.join('Noor'));
  const id = noor.lay('kort');
  await noor.saved();
  noor.model.actions.typeNote(id, 'kort en lang');
  noor.model.actions.endTyping(id);
  await noor.saved();
  noor.model.actions.undo();
  expect(noor.texts()).toEqual(['kort']);
  await noor.saved();
});

test('[N2] a facilitator brings removed notes back one by one, and cannot ask for those of one person', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { shows: SHOWS });
  const noor = await comeIn(server, await meetup.join('Noor'));
  const ids = [noor.lay('een'), noor.lay('twee')];
  await noor.saved();
  noor.model.actions.removeNotes(ids);
  const bin = await waitFor('the bin', async () => {
    const entries = await meetup.ask('readBin', { id: meetup.detail.id });
    return entries.length === 2 && entries;
  });
  expect(bin.map(({ removedBy }) => removedBy)).toEqual([null, null]);
  const participant = noor.session.participant as ParticipantId;
  for (const whose of [{ removedBy: participant }, { author: participant }]) {
    const restoring = meetup.command({ type: 'restoreNotes', ...whose });
    await expect(restoring).rejects.toMatchObject({ code: 'notFound' });
  }
  await meetup.command({ type: 'restoreNote', note: ids[0] as NoteId });
  await noteWith(noor, 'een');
  // What a facilitator removed comes back together, as everywhere.
  const leader = await comeIn(server, meetup.facilitator);
  await noteWith(leader, 'een');
  leader.model.actions.removeNotes([ids[0] as NoteId]);
  await waitFor('the note to go', () => noor.texts().length === 0);
  await meetup.command({
    type: 'restoreNotes',
    removedBy: meetup.facilitator.participant as ParticipantId,
  });
  const back = await noteWith(noor, 'een');
  expect(noor.model.board.get().notes.get(back.id)?.author).toBe(
    authorOf({ participant, secret: noor.session.authorSecret ?? '' }, back.id),
  );
});

test('[N3] what is shown with notes can be chosen until the first participant, and takes names off the roster', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'prepared' });
  const ask = server.as(meetup.organiser);
  const { id } = meetup.detail;
  expect(meetup.detail.view.shows).toBe('names');
  const stage = await eavesdrop(server, meetup.facilitator, { kind: 'stage', defer });
  const nameOfLeader = (): string =>
    readRoster(stage.doc).get(meetup.facilitator.participant as ParticipantId)?.name ?? '?';
  await waitFor('the name', () => nameOfLeader() === 'Begeleider');
  expect((await ask('updateMeetup', { id, shows: SHOWS })).view.shows).toBe('communities');
  await waitFor('the name to go', () => nameOfLeader() === '');
  await ask('updateMeetup', { id, shows: 'names' });
  await waitFor('the name again', () => nameOfLeader() === 'Begeleider');
  await ask('updateMeetup', { id, shows: SHOWS });
  await meetup.command({ type: 'open' });
  await meetup.goTo('rondgang');
  await meetup.join('Noor');
  await expect(ask('updateMeetup', { id, shows: 'names' })).rejects.toMatchObject({ code: 'invalid' });
  expect((await ask('readMeetup', { id })).view.shows).toBe('communities');

  const { format } = meetup.detail.view;
  const another = await ask('createMeetup', {
    format: format.id,
    title: 'Nog eens',
    date: '2026-11-14',
    locale: 'nl',
    communities: [],
    like: id,
  });
  expect(another.view.shows).toBe('communities');
});

test('[N3] the first note fixes it too', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const leader = await comeIn(server, meetup.facilitator);
  leader.lay('al begonnen');
  await leader.saved();
  const { id } = meetup.detail;
  await expect(meetup.ask('updateMeetup', { id, shows: SHOWS })).rejects.toMatchObject({ code: 'invalid' });
});
