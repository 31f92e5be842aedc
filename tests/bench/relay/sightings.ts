/**
 * Who has seen which update, and how late. A few observers in every room read everything; the others only take their
 * bytes, which are compared with the observers' so that a server cannot serve those few alone.
 */
import * as Y from 'yjs';
import type { Dialect } from './job.ts';
import type { Member } from './member.ts';
import { readServerMessage } from './wire.ts';

const OBSERVERS_OF_ONE_ROOM = 4;

interface Observer {
  readonly member: Member;
  /** How many updates of each person have been seen, by client id. */
  readonly seen: Map<number, number>;
}

export class Sightings {
  /** Milliseconds between sending and sight, of updates sent from `begin` to `end`. */
  readonly latencies: number[] = [];
  /** Sights within the measured time, whenever sent. */
  inTime = 0;
  /** Measured time, monotonic; set when it begins and ends. */
  begin = Infinity;
  end = Infinity;
  /** Called when the first observer other than the sender has seen updates. */
  onSeen: ((sender: Member, count: number) => void) | undefined;
  readonly #members: ReadonlyMap<number, Member>;
  readonly #observers: readonly Observer[];
  readonly #dialect: Dialect;
  readonly #sizes = new Map<string, number>();
  readonly #firstOf = new Map<string, Observer>();

  constructor(members: readonly Member[], dialect: Dialect) {
    this.#dialect = dialect;
    this.#members = new Map(members.map((member) => [member.writer.client, member]));
    for (const { seat } of members) this.#sizes.set(seat.room, (this.#sizes.get(seat.room) ?? 0) + 1);
    const perRoom = this.#sizes.size > 1 ? 2 : OBSERVERS_OF_ONE_ROOM;
    const observers: Observer[] = [];
    const counts = new Map<string, number>();
    for (const member of members) {
      const count = counts.get(member.seat.room) ?? 0;
      if (count >= perRoom) continue;
      counts.set(member.seat.room, count + 1);
      const observer = { member, seen: new Map<number, number>() };
      if (count === 0) this.#firstOf.set(member.seat.room, observer);
      observers.push(observer);
      member.socket.onMessage = (message) => this.#look(observer, message);
    }
    this.#observers = observers;
  }

  #look(observer: Observer, message: Buffer): void {
    const heard = readServerMessage(this.#dialect, message);
    if (heard.type !== 'update' && heard.type !== 'step2') return;
    const now = performance.now();
    for (const [client, to] of Y.parseUpdateMeta(heard.body).to) {
      const sender = this.#members.get(client);
      if (sender !== undefined && sender !== observer.member) this.#sight(observer, sender, to, now);
    }
  }

  #sight(observer: Observer, sender: Member, to: number, now: number): void {
    const { sends, client } = sender.writer;
    const before = observer.seen.get(client) ?? 0;
    let number = before;
    for (let send = sends[number]; send !== undefined && send.to <= to; send = sends[number]) {
      const sentAt = sender.sentAt[number];
      if (sentAt === undefined) break;
      if (sentAt >= this.begin && sentAt < this.end) this.latencies.push(now - sentAt);
      if (now >= this.begin && now < this.end) this.inTime += 1;
      number += 1;
    }
    observer.seen.set(client, number);
    if (number === before) return;
    const first = this.#firstOf.get(sender.seat.room);
    const second = first?.member === sender;
    if (second ? observer !== first && this.#isSecond(observer) : observer === first) {
      this.onSeen?.(sender, number - before);
    }
  }

  /** Whether this observer stands in for the first one in its room, whose own updates it cannot see itself. */
  #isSecond(observer: Observer): boolean {
    const { room } = observer.member.seat;
    const inRoom = this.#observers.filter(({ member }) => member.seat.room === room);
    return inRoom[1] === observer;
  }

  /** How many sights a complete delivery of all updates sent from `begin` to `end` gives. */
  expected(): number {
    let sights = 0;
    for (const { member } of this.#observers) {
      for (const sender of this.#members.values()) {
        if (sender === member || sender.seat.room !== member.seat.room) continue;
        sights += countBetween(sender.sentAt, this.begin, this.end);
      }
    }
    return sights;
  }

  /** How many receivers stand behind one sight of an observer. */
  receiversPerSight(): number {
    let receivers = 0;
    let observing = 0;
    for (const { seat } of this.#members.values()) receivers += (this.#sizes.get(seat.room) ?? 1) - 1;
    for (const { member } of this.#observers) observing += (this.#sizes.get(member.seat.room) ?? 1) - 1;
    return receivers / observing;
  }

  /** Bytes all others got, as a part of what the observers got; 1 when everybody is served alike. */
  evenness(): number {
    const mean = (members: readonly Member[]): number =>
      members.reduce((sum, { socket }) => sum + socket.bytes, 0) / members.length;
    const observing = new Set(this.#observers.map(({ member }) => member));
    const others = [...this.#members.values()].filter((member) => !observing.has(member));
    return others.length === 0 ? 1 : Math.min(1, mean(others) / mean([...observing]));
  }
}

/** How many of the rising times lie from `begin` up to `end`. */
export function countBetween(times: readonly number[], begin: number, end: number): number {
  return times.filter((time) => time >= begin && time < end).length;
}
