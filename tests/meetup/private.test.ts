import { type CommandId, createId, type NoteId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { readWritten } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { eavesdrop } from '../support/eavesdropper.ts';
import { layNote } from '../support/lay-note.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { Random } from '../support/random.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const FORM = { format: 'orienteren', round: 'zo-sta-ik-erin' } as const;
const REVEAL = 'naast-elkaar';

async function comeIn(server: TestServer, meetup: TestMeetup, name: string): Promise<Person> {
  const person = openPerson(await meetup.join(name), { url: server.url, defer });
  await person.ready();
  await waitFor('the desk', () => person.model.sheet.get() === 'desk');
  return person;
}

/** Lays a note on the own desk, where it is soon seen by its writer. */
async function layHidden(person: Person, text: string, zone = 'plek'): Promise<NoteId> {
  const id = person.lay(text, zone);
  await person.saved();
  await waitFor('the note on the desk', () => person.model.onDesk(id));
  return id;
}

test('[V1] nobody but its writer receives a letter of a private note; everybody sees how many there are', async () => {
  const errors: string[] = [];
  const server = await startServer({ defer, onError: (line) => errors.push(line) });
  const meetup = await prepareMeetup(server, FORM);
  const noor = await comeIn(server, meetup, 'Noor');
  const tom = await meetup.join('Tom');
  const others = await Promise.all(
    [tom, meetup.facilitator, await meetup.openWall()].flatMap((session) =>
      (['board', 'stage'] as const).map((kind) => eavesdrop(server, session, { kind, defer })),
    ),
  );

  noor.model.setPresence({ zone: 'twijfel' as ZoneId, cursor: [12_345, 1], ready: FORM.round as RoundId });
  const first = await layHidden(noor, 'geheimwoordeen');
  await layHidden(noor, 'geheimwoordtwee', 'twijfel');
  noor.model.actions.typeNote(first, 'geheimwoorddrie');
  noor.model.actions.endTyping(first);
  await noor.saved();
  const gone = await layHidden(noor, 'geheimwoordvier');
  noor.model.actions.removeNotes([gone]);
  noor.model.actions.moveNotes([{ id: first, zone: 'kind' as ZoneId, x: 40, y: 90 }]);
  await waitFor('how many there are', () =>
    others.some(({ doc }) => readWritten(doc).get('kind' as ZoneId) === 1),
  );

  const stage = others[1]?.doc;
  expect([...(stage ? readWritten(stage) : [])].sort()).toEqual([
    ['kind', 1],
    ['twijfel', 1],
  ]);
  const asked = [
    await meetup.ask('listPeople', { id: meetup.detail.id }),
    await meetup.ask('readBin', { id: meetup.detail.id }),
    await meetup.ask('readMeetup', { id: meetup.detail.id }),
    await server.as()('health', {}),
    errors,
  ];
  await meetup.command({ type: 'close' });
  const [snapshot] = await meetup.ask('listSnapshots', {});
  const kept = await meetup.ask('readSnapshot', { id: snapshot?.id as never });
  expect(JSON.stringify([...asked, kept])).not.toContain('geheimwoord');
  for (const other of others) {
    expect(other.bytes).toBeGreaterThan(0);
    expect(other.heard('geheimwoord')).toBe(false);
    // Nor where anybody is.
    expect(other.heard('12345')).toBe(false);
  }
  expect(others.some((other) => other.heard(`"ready":"${FORM.round}"`))).toBe(true);
  expect(noor.texts()).toEqual(['geheimwoorddrie', 'geheimwoordtwee']);
});

test('[V2] the reveal lays every note on every screen, of phones that are off too, and a late one is marked', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, FORM);
  const people = [];
  for (let index = 0; index < 8; index += 1) people.push(await comeIn(server, meetup, `Mens ${index}`));
  await Promise.all(people.map((person, index) => layHidden(person, `woord ${index}`)));
  const [a, b, c, ...here] = people as [Person, Person, Person, ...Person[]];
  for (const off of [a, b, c]) off.goOffline();
  c.lay('onderweg geschreven', 'kind');
  const wall = openPerson(await meetup.openWall(), { url: server.url, defer });
  await wall.ready();
  const screens = [...here, wall];
  const seenAt = new Map<Person, number>();
  for (const screen of screens) {
    screen.model.board.subscribe(() => {
      if (screen.texts().length === 8 && !seenAt.has(screen)) seenAt.set(screen, performance.now());
    });
  }

  await meetup.goTo(REVEAL);
  await waitFor('all notes on all screens', () => seenAt.size === screens.length);

  const moments = [...seenAt.values()];
  expect(Math.max(...moments) - Math.min(...moments)).toBeLessThan(1_000);
  // Nothing lies under another, though everybody had the same first place.
  const places = [...wall.model.board.get().notes.values()].map(({ x, y }) => [x, y]);
  const apart = places.every(([x, y], i) =>
    places.every(
      ([u, v], j) => i === j || Math.abs((x ?? 0) - (u ?? 0)) > 200 || Math.abs((y ?? 0) - (v ?? 0)) > 140,
    ),
  );
  expect(apart).toBe(true);
  c.goOnline();
  const late = await waitFor('the late note', () =>
    [...wall.model.board.get().notes.values()].find(({ text }) => text === 'onderweg geschreven'),
  );
  expect(late.late).toBe(true);
  await c.saved();
  await waitFor('the board at who was off', () => c.texts().length === 9);
  expect(here[0]?.model.written.get().size).toBe(0);
  expect(c.model.onDesk(late.id)).toBe(false);
});

test('[V3] the rules of a private round are those of the server, whatever a program sends', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, FORM);
  const session = await meetup.join('Noor');
  const board = await openStandard(server, session, { defer });
  await board.synced();
  layNote(board.doc, session, 'toch op het bord');
  expect(await board.closed).toBe(CLOSE_CODES.locked);

  const desk = await openStandard(server, session, { defer, kind: 'desk' });
  await desk.synced();
  const id = layNote(desk.doc, session, 'op mijn eigen blad');
  const stage = await openStandard(server, meetup.facilitator, { defer, kind: 'stage' });
  await waitFor('one note on desks', () => readWritten(stage.doc).size === 1);
  await meetup.goTo(REVEAL);
  await waitFor('an empty desk', () => rootOf(desk.doc, 'notes').size === 0);
  layNote(desk.doc, session, 'te laat op mijn blad');
  expect(await desk.closed).toBe(CLOSE_CODES.locked);
  const after = await openStandard(server, session, { defer });
  await after.synced();
  expect([...rootOf(after.doc, 'notes').keys()]).toEqual([id]);
});

test('[V4] what a facilitator skipped over stays on desks until it is revealed, and is revealed once', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, FORM);
  const noor = await comeIn(server, meetup, 'Noor');
  await layHidden(noor, 'blijft nog even');
  await meetup.goTo('ons-idee');
  await waitFor('the board to take notes', () => noor.model.sheet.get() === 'board');
  noor.lay('op het bord');
  await noor.saved();
  expect(noor.model.stage.get().sealed).toEqual([FORM.round]);
  const tom = openPerson(await meetup.join('Tom'), { url: server.url, defer });
  await tom.ready();
  await waitFor('the open note', () => tom.texts().length === 1);
  await meetup.command({ type: 'reveal' });
  await meetup.command({ type: 'reveal' });
  await waitFor('both notes', () => tom.texts().length === 2);
  expect(tom.texts()).toEqual(['blijft nog even', 'op het bord']);
});

const KILLS = Number(process.env['REVEAL_KILLS'] ?? 4);

test(
  `[V5] a server killed in the middle of a reveal finishes it once, ${KILLS} times`,
  async () => {
    const random = new Random(5);
    const server = await startServerProcess({ defer });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const meetup = await prepareMeetup(server, FORM);
      const people = await Promise.all(
        [0, 1, 2, 3, 4].map((index) => comeIn(server, meetup, `Mens ${index}`)),
      );
      await Promise.all(people.map((person, index) => layHidden(person, `woord ${index}`)));
      const fromRevision = people[0]?.model.stage.get().revision ?? 0;
      const request = {
        id: createId<CommandId>(),
        command: { type: 'goToRound' as const, round: REVEAL as RoundId, fromRevision },
      };
      const answer = meetup.ask('command', request).then(
        () => 'answered',
        () => 'cut off',
      );
      const until = performance.now() + random.below(25);
      while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
      await server.kill();
      await answer;
      await server.start();
      await meetup.ask('command', request);
      const after = openPerson(await meetup.join('Na'), { url: server.url, defer });
      await after.ready();
      await waitFor('all notes', () => after.texts().length >= 5);
      expect(after.texts()).toEqual(people.map((_, index) => `woord ${index}`));
      expect(after.model.stage.get()).toMatchObject({ round: REVEAL, sealed: [] });
      for (const person of [...people, after]) person.closePage();
    }
  },
  30_000 + KILLS * 10_000,
);
