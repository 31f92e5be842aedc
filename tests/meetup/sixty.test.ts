import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { fillHall } from '../support/fill-hall.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServerProcess } from '../support/server-process.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 60;

test('[S2] sixty people come in by code from one address and all write: nobody is turned away', async () => {
  const server = await startServerProcess({ defer });
  const meetup = await prepareMeetup(server);
  const wall = openPerson(await meetup.openWall(), { url: server.url, defer });
  await wall.ready();

  const { people } = await fillHall(server, meetup, PEOPLE, defer);
  for (const [number, person] of people.entries()) person.lay(`kaartje ${number}`);
  await Promise.all(people.map((person) => person.saved()));

  await waitFor('every note on the wall', () => wall.texts().length === PEOPLE, 10_000);
  expect(new Set(people.map(({ session }) => session.participant)).size).toBe(PEOPLE);
}, 60_000);
