import { rotationTurn, roundTime } from '@ruimte/shared/facilitation/engine';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

const HOUR = 60 * 60_000;
const MINUTE = 60_000;

/** What is left of the round on this device. */
const leftAt = ({ model }: Person): number => roundTime(model.stage.get(), model.now())?.leftMs ?? Number.NaN;
const turnAt = ({ model }: Person, meetup: TestMeetup): number | undefined =>
  rotationTurn({ rounds: meetup.detail.view.rounds as never }, model.stage.get(), model.now())?.turn;

test.each([
  ['on an ordinary day', Date.UTC(2025, 10, 14, 9, 0)],
  // At two o'clock Dutch clocks go to three, and at three in autumn back to two.
  ['in the night in which summer time begins', Date.UTC(2026, 2, 29, 0, 58)],
  ['in the night in which it ends', Date.UTC(2026, 9, 25, 0, 58)],
])(
  '[T1] devices whose clocks are an hour off show the same second as the others, %s',
  async (_when, start) => {
    const clock = new TestClock(start);
    const server = await startServer({ defer, clock });
    const meetup = await prepareMeetup(server);
    const open = async (name: string, offMs: number): Promise<Person> => {
      const device = { now: () => clock.now() + offMs };
      const person = openPerson(await meetup.join(name), { url: server.url, defer, clock: device });
      await person.ready();
      await waitFor('the round', () => !Number.isNaN(leftAt(person)));
      return person;
    };
    const people = await Promise.all([open('Noor', 0), open('Sami', HOUR), open('Tom', -HOUR)]);
    for (const at of [0, 90_000, 5 * MINUTE, 17 * MINUTE + 59_000]) {
      clock.set(start + at);
      const left = people.map(leftAt);
      expect(Math.max(...left) - Math.min(...left)).toBeLessThan(1_000);
      expect(Math.abs((left[0] ?? 0) - (18 * MINUTE - at))).toBeLessThan(1_000);
      expect(new Set(people.map((person) => turnAt(person, meetup))).size).toBe(1);
    }
  },
);

test('[T2] a facilitator’s laptop that slept through two rounds shows the third, and "next" means the fourth, once', async () => {
  const clock = new TestClock();
  const server = await startServer({ defer, clock });
  const meetup = await prepareMeetup(server);
  const laptop = openPerson(meetup.facilitator, { url: server.url, defer, clock });
  await laptop.ready();
  await waitFor('the round', () => laptop.model.stage.get().round === 'rondgang');
  laptop.goOffline();
  await meetup.goTo('stil-lezen');
  clock.advance(30 * MINUTE);
  await meetup.goTo('vertellen');

  // Pressed on what the laptop showed before it fell asleep.
  const asleep = laptop.model.stage.get().revision;
  laptop.goOnline();
  await expect(
    laptop.model.command({ type: 'goToRound', round: 'stil-lezen' as never, fromRevision: asleep }),
  ).rejects.toMatchObject({ code: 'staleRevision' });
  await waitFor('the third round', () => laptop.model.stage.get().round === 'vertellen');
  const fromRevision = laptop.model.stage.get().revision;
  const next = () =>
    laptop.model.command({ type: 'goToRound', round: 'laatste-kaartje' as never, fromRevision });
  const both = await Promise.allSettled([next(), next()]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await waitFor('the fourth round', () => laptop.model.stage.get().round === 'laatste-kaartje');
  expect(laptop.model.stage.get().revision).toBe(fromRevision + 1);
});
