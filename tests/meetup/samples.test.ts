/** The samples with dots, ratings and scales: held through real connections, counted by the server. */
import { tallyDots, distributionOf, latestSheets, topThree } from '@ruimte/shared/facilitation/tally';
import type { CommunityId, NoteId, ZoneId } from '@ruimte/shared/ids';
import { spreadOf, valueOf } from '@ruimte/shared/projection/scale';
import type { Note } from '@ruimte/shared/schema/note';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { type HeldMeetup, holdMeetup, type Sample } from '../support/hold-meetup.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';
import wishesFile from '../samples/leren-van-elkaar.json' with { type: 'json' };
import cardFile from '../samples/reflectiekaart.json' with { type: 'json' };

const wishes = wishesFile as unknown as Sample;
const card = cardFile as unknown as Sample & {
  readonly ratings: readonly { readonly participant: string; readonly zone: string; readonly step: number }[];
};

async function hold(sample: Sample): Promise<HeldMeetup> {
  const clock = new TestClock();
  const start = clock.now();
  const server = await startServer({ defer, clock });
  const organiser = await server.organiser();
  return await holdMeetup(sample, {
    ask: server.as(organiser),
    askAsNobody: server.as(),
    waitUntil: (second) => Promise.resolve(clock.set(start + second * 1000)),
    openPerson: (session) => openPerson(session, { url: server.url, defer, clock }),
    inOrder: true,
  });
}

test('[S3] sixty wishes and three dots for each theme: the same tally, the same first three, ties as ties', async () => {
  const held = await hold(wishes);
  const leader = [...held.people.values()][0]?.model;
  if (leader === undefined) throw new Error('nobody came');
  const sampleId = new Map([...held.notes].map(([id, note]) => [note, id]));
  const sheets = leader.board.get().votes;
  const tally = tallyDots(latestSheets(sheets));

  const expected = new Map<string, number>();
  for (const { note, dots } of wishes.votes ?? []) expected.set(note, (expected.get(note) ?? 0) + dots);
  expect(new Map([...tally].map(([note, dots]) => [sampleId.get(note), dots]))).toEqual(expected);

  let ties = 0;
  for (const zone of leader.board.part('zones')) {
    const notes = held.snapshot.items.filter((note) => note.zone === zone.id);
    const places = topThree(notes, tally);
    const ranked = wishes.notes
      .filter((note) => note.zone === zone.id && expected.has(note.id))
      .map((note) => expected.get(note.id) ?? 0)
      .sort((a, b) => b - a);
    // Whoever has as many dots as the third is there too.
    const first = ranked.filter((dots) => dots >= (ranked[2] ?? 0));
    expect(places.flatMap(({ notes: tied, dots }) => tied.map(() => dots))).toEqual(first);
    if (first.length > 3) ties += 1;
  }
  expect(ties).toBeGreaterThan(0);
  const ids = sheets.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  for (const { session } of held.people.values()) expect(ids).not.toContain(session.participant);
}, 120_000);

test('[S3] the reflection card: every place on a scale, and the spread of every community', async () => {
  const held = await hold(card);
  const model = [...held.people.values()][0]?.model;
  if (model === undefined) throw new Error('nobody came');
  const byId = new Map(held.snapshot.items.map((note) => [note.id, note]));
  const community = (id: string): CommunityId | undefined => {
    const name = card.communities.find((one) => one.id === id)?.name;
    return held.snapshot.communities.find((one) => one.name === name)?.id;
  };
  expect(byId.size).toBe(card.notes.length);
  const zones = model.board.part('zones');
  const rects = model.board.rects.get();
  for (const zone of zones.filter(({ kind }) => kind === 'scale')) {
    const rect = rects.get(zone.id);
    const placed = card.notes.filter((note) => note.zone === zone.id && typeof note.value === 'number');
    if (rect === undefined) throw new Error('a scale lies on the board');
    const there: Note[] = [];
    for (const wanted of placed) {
      const note = byId.get(held.notes.get(wanted.id) as NoteId);
      if (note === undefined) throw new Error(`${wanted.id} is not on the board`);
      expect(valueOf(zone, rect, note).x, wanted.id).toBeCloseTo(wanted.value ?? 0, 2);
      there.push(note);
    }
    for (const spread of spreadOf(zone, rect, there)) {
      const values = placed
        .filter((note) => community(note.community) === spread.community)
        .map((note) => note.value ?? 0)
        .sort((a, b) => a - b);
      expect(spread.values.map((value) => value.toFixed(2))).toEqual(values.map((value) => value.toFixed(2)));
    }
  }
}, 120_000);

test('[S3] the eight conditions, rated by the same people: the distributions of the sample', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, {
    format: 'reflectiekaart-voorwaarden',
    communities: card.communities.map(({ name }) => name),
    round: 'aangeven',
  });
  const people = new Map(
    await Promise.all(
      card.people.map(async ({ id, name }) => {
        const person = openPerson(await meetup.join(name), { url: server.url, defer });
        await person.ready();
        return [id, person] as const;
      }),
    ),
  );
  for (const { participant, zone, step } of card.ratings) {
    const model = people.get(participant)?.model;
    await waitFor('the rating to be given', () => model?.actions.rate(zone as ZoneId, step));
  }
  await waitFor('all to be saved', () =>
    [...people.values()].every(({ model }) => model.ownMarks.get().saved),
  );
  const [first] = people.values();
  expect(first?.model.board.get().ratings).toEqual([]);

  await meetup.goTo('verschillen-zien');

  await waitFor('the ratings on the board', () => (first?.model.board.get().ratings.length ?? 0) > 0);
  const sheets = latestSheets(first?.model.board.get().ratings ?? []);
  for (const zone of new Set(card.ratings.map((rating) => rating.zone))) {
    const steps = card.ratings.filter((rating) => rating.zone === zone).map(({ step }) => step);
    const counts = [1, 2, 3, 4, 5].map((step) => steps.filter((each) => each === step).length);
    expect(distributionOf(sheets, zone as ZoneId, 5), zone).toEqual(counts);
  }
});
