import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { holdMeetup, type Sample } from '../support/hold-meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import sampleFile from '../samples/kick-off.json' with { type: 'json' };

const sample = sampleFile as Sample;

test('[S1] the kick-off of 24 people, held through real connections, ends in exactly its notes', async () => {
  const clock = new TestClock();
  const start = clock.now();
  const server = await startServer({ defer, clock });
  const organiser = await server.organiser();

  const held = await holdMeetup(sample, {
    ask: server.as(organiser),
    askAsNobody: server.as(),
    waitUntil: (second) => Promise.resolve(clock.set(start + second * 1000)),
    openPerson: (session) => openPerson(session, { url: server.url, defer, clock }),
    inOrder: true,
  });

  const person = (id: string) => held.people.get(id)?.session.participant;
  const community = (id: string) => {
    const name = sample.communities.find((one) => one.id === id)?.name;
    return held.snapshot.communities.find((one) => one.name === name)?.id;
  };
  const moved = new Set(sample.events.filter(({ type }) => type === 'move').map(({ note }) => note));
  const expected = sample.notes.map((note) => ({
    id: held.notes.get(note.id),
    zone: note.zone,
    text: note.text,
    author: person(note.author),
    community: community(note.community),
    round: note.round,
    late: note.late,
    ...(moved.has(note.id) ? { x: note.x, y: note.y } : {}),
  }));
  const byId = new Map(held.snapshot.items.map((note) => [note.id, note]));
  expect(held.snapshot.items).toHaveLength(sample.notes.length);
  for (const note of expected) {
    const actual = note.id === undefined ? undefined : byId.get(note.id);
    const { id, zone, text, author, community: of, round, late, x, y } = actual ?? {};
    const place = 'x' in note ? { x, y } : {};
    expect({ id, zone, text, author, community: of, round, late, ...place }).toEqual(note);
  }
  const arrived = held.arrivals.filter((id) => byId.has(id));
  const inOrder = sample.notes.map(({ id }) => held.notes.get(id));
  expect(arrived).toEqual(inOrder);
}, 120_000);
