import { type CommandId, createId, type FormatId, type NoteId, type ZoneId } from '@ruimte/shared/ids';
import { layoutZones, lowestEdges } from '@ruimte/shared/projection/layout';
import { readBoard, readZones } from '@ruimte/shared/projection/board';
import { placeOf, valueOf } from '@ruimte/shared/projection/scale';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { layNote } from '../support/lay-note.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const form = (format: string, fromRevision: number) =>
  ({ type: 'changeForm', format: format as FormatId, fromRevision }) as const;
const zonesAt = ({ model }: Person): readonly string[] => model.board.part('zones').map(({ id }) => id);
const roundsAt = ({ model }: Person): readonly string[] => model.session.meetup.rounds.map(({ id }) => id);

/** Leads on to another form from what the stage says now. */
async function goOnWith(meetup: TestMeetup, format: string): Promise<number> {
  const revision = await meetup.command({ type: 'lock', locked: false });
  return meetup.command(form(format, revision));
}

test('[M24] a meet-up goes on with another form: spaces with notes stay with them, empty ones go, those of both are one', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round', () => noor.model.noWriting.get() === undefined);
  const note = noor.lay('bij de rivier', 'plek');
  const second = noor.lay('een boot', 'plek');
  await noor.saved();

  await goOnWith(meetup, 'leren-van-elkaar');

  await waitFor('the new rounds at Noor', () => roundsAt(noor).includes('stippen'));
  await waitFor('the new spaces at Noor', () => zonesAt(noor).includes('onderzoek'));
  expect(zonesAt(noor)).toContain('plek');
  expect(zonesAt(noor)).not.toContain('kind');
  expect(noor.model.board.get().notes.get(note)).toMatchObject({ zone: 'plek', text: 'bij de rivier' });
  expect(noor.model.board.get().notes.has(second)).toBe(true);
  expect(noor.model.noWriting.get()).toBe('beforeFirstRound');
  expect(noor.model.stage.get()).toMatchObject({ round: null, deadline: null, form: 1 });
  const rects = [...noor.model.board.rects.get().values()];
  for (const [index, one] of rects.entries()) {
    for (const other of rects.slice(index + 1)) {
      const apart = one.x + one.w <= other.x || other.x + other.w <= one.x || one.y + one.h <= other.y;
      expect(apart || other.y + other.h <= one.y).toBe(true);
    }
  }
  // Back to nine spaces: the one that was kept is one of them again, with its notes.
  await goOnWith(meetup, 'vrij-associeren');
  await waitFor('nine spaces at Noor', () => zonesAt(noor).length === 9);
  expect(noor.model.board.get().notes.get(note)).toMatchObject({ zone: 'plek', x: expect.any(Number) });
});

test('[M24] rounds of both forms keep ids of their own, and words typed in a round of the old form still come in', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'ruimtes-verkennen', round: null });
  const shared = (await server.as(meetup.organiser)('readFormat', { id: 'vrij-associeren' as FormatId }))
    .rounds;
  const first = meetup.detail.view.rounds.find(({ write }) => write === 'open');
  if (first === undefined) throw new Error('the form has no open round');
  await meetup.goTo(first.id);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round', () => noor.model.noWriting.get() === undefined);
  noor.goOffline();
  const late = noor.lay('onderweg', 'plek');

  await goOnWith(meetup, 'vrij-associeren');
  noor.goOnline();

  await waitFor('the late note', () => noor.model.board.get().notes.get(late)?.late === true);
  expect(noor.model.board.get().notes.get(late)?.round).toBe(first.id);
  await waitFor('the rounds', () => roundsAt(noor).length === shared.length);
  expect(roundsAt(noor)).not.toContain(first.id);
  await goOnWith(meetup, 'ruimtes-verkennen');
  await waitFor('the rounds once more', () => roundsAt(noor).includes(`${first.id}-2`));
  await meetup.command({ type: 'close' });
  const [summary] = await server.as(meetup.organiser)('listSnapshots', {});
  if (summary === undefined) throw new Error('no snapshot was taken');
  const { rounds } = await server.as(meetup.organiser)('readSnapshot', { id: summary.id });
  expect(rounds.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, `${first.id}-2`]));
});

test('[M24] what notes say on a scale stays as it was, and a scale with other words is another space', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'doel-en-waarde', round: null });
  const leader = await openStandard(server, meetup.facilitator, { defer });
  await leader.synced();
  const valued = readZones(leader.doc).filter(({ kind }) => kind === 'scale' || kind === 'quadrant');
  expect(valued.length).toBeGreaterThan(0);
  const rects = () => {
    const board = readBoard(leader.doc);
    return layoutZones(board.zones, lowestEdges(board.notes.values()));
  };
  const laid = valued.map((zone, index) => {
    const rect = rects().get(zone.id);
    if (rect === undefined) throw new Error('a zone lies somewhere');
    const place = placeOf(zone, rect, { x: 0.25 + index / 20, y: 0.75 });
    return { zone, id: layNote(leader.doc, meetup.facilitator, 'hier', { zone: zone.id, ...place }) };
  });
  const valueAt = (id: NoteId, zone: ZoneId) => {
    const [note, rect] = [readBoard(leader.doc).notes.get(id), rects().get(zone)];
    const there = readZones(leader.doc).find((each) => each.id === zone);
    return note && rect && there && valueOf(there, rect, note);
  };
  const before = laid.map(({ id, zone }) => valueAt(id, zone.id));

  await goOnWith(meetup, 'vrij-associeren');

  await waitFor('the nine spaces', () => readZones(leader.doc).length === 9 + valued.length);
  for (const [index, { id, zone }] of laid.entries()) {
    const [was, is] = [before[index], valueAt(id, zone.id)];
    expect(is?.x).toBeCloseTo(was?.x ?? -1, 2);
    expect(is?.y ?? -1).toBeCloseTo(was?.y ?? -1, 2);
  }
});

test('[M24] the dots of the round that ran are counted, and tallies of earlier rounds stay', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'leren-van-elkaar', round: 'wensen' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the round', () => noor.model.noWriting.get() === undefined);
  const wish = noor.lay('samen een vraag', 'onderzoek');
  await noor.saved();
  await meetup.goTo('stippen');
  await waitFor('dots to give', () => noor.model.actions.setDots(wish, 2));
  await waitFor('the dots to be saved', () => noor.model.ownMarks.get().saved);

  await goOnWith(meetup, 'vrij-associeren');

  await waitFor('the tally', () => noor.model.board.get().votes.length === 1);
  expect(noor.model.board.get().votes[0]).toMatchObject({ round: 'stippen', marks: [[wish, 2]] });
  await waitFor('the new form', () => noor.model.session.meetup.format.id === 'vrij-associeren');
  expect(zonesAt(noor)).toContain('onderzoek');
});

test('[M24] while notes lie on desks the form stays, and nobody loses a word', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { format: 'orienteren', round: 'zo-sta-ik-erin' });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  await waitFor('the desk', () => noor.model.sheet.get() === 'desk');
  const hidden = noor.lay('voor mezelf', 'twijfel');
  await noor.saved();

  await expect(goOnWith(meetup, 'vrij-associeren')).rejects.toMatchObject({ code: 'staleRevision' });

  expect(noor.model.onDesk(hidden)).toBe(true);
  expect(noor.model.session.meetup.format.id).toBe('orienteren');
  await meetup.command({ type: 'reveal' });
  await goOnWith(meetup, 'vrij-associeren');
  await waitFor('the note on the board', () => noor.model.board.get().notes.get(hidden)?.zone === 'twijfel');
});

test('[M24] two facilitators who press at once change the form once, and nobody else can', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = await meetup.join('Noor');
  const revision = await meetup.command({ type: 'lock', locked: true });
  const change = { id: createId<CommandId>(), command: form('leren-van-elkaar', revision) };
  await expect(server.as(noor.session)('command', change)).rejects.toMatchObject({ code: 'forbidden' });

  const both = await Promise.allSettled([
    meetup.ask('command', change),
    meetup.ask('command', { id: createId<CommandId>(), command: form('orienteren', revision) }),
    meetup.ask('command', change),
  ]);

  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const { view } = await meetup.ask('readMeetup', { id: meetup.detail.id });
  expect([view.format.id, view.form]).toEqual(['leren-van-elkaar', 1]);
  for (const wrong of ['leren-van-elkaar', 'nergens']) {
    await expect(goOnWith(meetup, wrong)).rejects.toMatchObject({
      code: wrong === 'nergens' ? 'notFound' : 'invalid',
    });
  }
});

test('[M24] the other form outlives a restart, and opening a trial brings it without what was tried', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'trying' });
  const leader = await openStandard(server, meetup.facilitator, { defer });
  await leader.synced();
  layNote(leader.doc, meetup.facilitator, 'op proef', { zone: 'plek' });
  await waitFor('the note', async () => readBoard(leader.doc).notes.size === 1);
  await goOnWith(meetup, 'leren-van-elkaar');
  await server.stop();
  await server.start();
  const read = async () => (await meetup.ask('readMeetup', { id: meetup.detail.id })).view;
  expect((await read()).zones.map(({ id }) => id)).toContain('plek');

  await meetup.command({ type: 'open' });

  const view = await read();
  expect(view.format.id).toBe('leren-van-elkaar');
  expect(view.zones.map(({ id }) => id)).not.toContain('plek');
  expect(view.form).toBe(2);
});
