/**
 * Watches a crowd. A few observers in every room read everything; the others only take their bytes, which are compared
 * with the observers' so that a server cannot serve those few alone.
 */
import { Counting } from './counting.ts';
import type { Dialect } from './job.ts';
import type { Member } from './member.ts';
import { readServerMessage } from './wire.ts';

const OBSERVERS_OF_ONE_ROOM = 4;
/** Where there are many rooms, observing more would make the generator the limit. */
const OBSERVERS_OF_MANY = 2;

export class Sightings {
  readonly counting: Counting<Member>;
  readonly #members: readonly Member[];
  readonly #observers: readonly Member[];

  constructor(members: readonly Member[], dialect: Dialect) {
    this.#members = members;
    this.#observers = chooseObservers(members);
    const counting = new Counting(members, this.#observers);
    this.counting = counting;
    for (const observer of this.#observers) {
      observer.socket.onMessage = (message) => {
        const heard = readServerMessage(dialect, message);
        if (heard.type !== 'update' && heard.type !== 'step2') return;
        counting.look(observer, heard.body, performance.now());
      };
    }
  }

  /** Bytes all others got, as a part of what the observers got; 1 when everybody is served alike. */
  evenness(): number {
    const mean = (members: readonly Member[]): number =>
      members.reduce((sum, { socket }) => sum + socket.bytes, 0) / members.length;
    const observing = new Set(this.#observers);
    const others = this.#members.filter((member) => !observing.has(member));
    return others.length === 0 ? 1 : Math.min(1, mean(others) / mean(this.#observers));
  }
}

/** Some of each room, from the first who came in to the last: servers serve people in that order. */
function chooseObservers(members: readonly Member[]): readonly Member[] {
  const rooms = new Map<string, Member[]>();
  for (const member of members) {
    const people = rooms.get(member.room) ?? [];
    people.push(member);
    rooms.set(member.room, people);
  }
  const count = rooms.size > 1 ? OBSERVERS_OF_MANY : OBSERVERS_OF_ONE_ROOM;
  return [...rooms.values()].flatMap((people) => {
    const step = (people.length - 1) / (count - 1);
    const places = new Set(Array.from({ length: count }, (_, number) => Math.round(number * step)));
    return people.filter((_, place) => places.has(place));
  });
}
