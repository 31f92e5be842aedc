/** A hall filling up: many people come in by code at once from one address, and all write. */
import { createSecret } from '@ruimte/shared/ids';
import type { TestMeetup } from './meetup.ts';
import { openPerson, type Person } from './person.ts';
import type { TestServer } from './start-server.ts';

export interface FullHall {
  readonly people: readonly Person[];
  /** Milliseconds from typing the code to seeing the board, one per person, shortest first. */
  readonly joinTimesMs: readonly number[];
}

/** Lets so many people in at once; each has seen the board when it resolves. */
export async function fillHall(
  server: TestServer,
  meetup: TestMeetup,
  count: number,
  defer: (clean: () => void) => void,
): Promise<FullHall> {
  const community = meetup.detail.communities[0]?.id ?? '';
  const joinTimesMs: number[] = [];
  const join = async (number: number): Promise<Person> => {
    const started = performance.now();
    const name = `Deelnemer ${number}`;
    const device = createSecret();
    const session = await server.as()('join', { code: meetup.detail.code, device, name, community });
    const person = openPerson(session, { url: server.url, defer });
    await person.ready();
    joinTimesMs.push(performance.now() - started);
    return person;
  };
  const people = await Promise.all(Array.from({ length: count }, (_, number) => join(number)));
  return { people, joinTimesMs: joinTimesMs.toSorted((a, b) => a - b) };
}
