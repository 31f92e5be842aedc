/**
 * Counts who has seen which update, and how late, by the clocks in what arrives: a server may send updates one by one,
 * joined or merged, twice or out of order, and each counts once for each observer, when everything before it is there.
 */
import { Arrived } from './arrived.ts';
import { forEachStretch } from './progress.ts';
import { Spread } from './spread.ts';

/** Somebody who sends updates. */
export interface Sender {
  /** Its Yjs client id. */
  readonly client: number;
  readonly room: string;
  /** Its clock after each update, by the number of the update; rises with each. */
  readonly ends: readonly number[];
  /** When each was sent, monotonic milliseconds; shorter than `ends` while not all have been sent. */
  readonly sentAt: readonly number[];
}

/** How far one observer is with one sender. */
interface Seen {
  readonly arrived: Arrived;
  /** Whole updates that have arrived. */
  updates: number;
}

interface Followed<S> {
  readonly sender: S;
  readonly byObserver: Map<S, Seen>;
  /** Updates that every observer has seen. */
  seenByAll: number;
}

export class Counting<S extends Sender> {
  /** Milliseconds between sending and sight, of updates sent from `begin` to `end`. */
  readonly latencies = new Spread();
  /** Sights within the measured time, whenever sent. */
  inTime = 0;
  /** Messages that brought them. */
  messages = 0;
  /** Measured time, monotonic; set when it begins and ends. */
  begin = Infinity;
  end = Infinity;
  /** Called when the last observer other than the sender has seen updates. */
  onSeen: ((sender: S, count: number) => void) | undefined;
  readonly #senders: ReadonlyMap<number, Followed<S>>;
  readonly #observers: readonly S[];
  readonly #sizes = new Map<string, number>();

  /** @param observers - those of the senders whose messages are given to `look`. */
  constructor(senders: readonly S[], observers: readonly S[]) {
    this.#observers = observers;
    for (const { room } of senders) this.#sizes.set(room, (this.#sizes.get(room) ?? 0) + 1);
    this.#senders = new Map(
      senders.map((sender) => {
        const others = observers.filter((each) => each !== sender && each.room === sender.room);
        const byObserver = new Map(others.map((each) => [each, { arrived: new Arrived(), updates: 0 }]));
        return [sender.client, { sender, byObserver, seenByAll: 0 }];
      }),
    );
  }

  /** An update has arrived at an observer. */
  look(observer: S, update: Uint8Array, now: number): void {
    const before = this.inTime;
    forEachStretch(update, (client, from, to) => {
      const followed = this.#senders.get(client);
      const seen = followed?.byObserver.get(observer);
      if (followed === undefined || seen === undefined || !seen.arrived.add(from, to)) return;
      this.#sight(followed, seen, now);
    });
    if (this.inTime > before) this.messages += 1;
  }

  #sight(followed: Followed<S>, seen: Seen, now: number): void {
    const { ends, sentAt } = followed.sender;
    const before = seen.updates;
    for (;;) {
      const end = ends[seen.updates];
      const at = sentAt[seen.updates];
      if (end === undefined || at === undefined || end > seen.arrived.clock) break;
      if (at >= this.begin && at < this.end) this.latencies.add(now - at);
      if (now >= this.begin && now < this.end) this.inTime += 1;
      seen.updates += 1;
    }
    if (seen.updates === before) return;
    let least = Infinity;
    for (const { updates } of followed.byObserver.values()) least = Math.min(least, updates);
    const count = least - followed.seenByAll;
    if (count === 0) return;
    followed.seenByAll = least;
    this.onSeen?.(followed.sender, count);
  }

  /** How many sights a complete delivery of all updates sent from `begin` to `end` gives. */
  expected(): number {
    let sights = 0;
    for (const { sender, byObserver } of this.#senders.values()) {
      sights += byObserver.size * countBetween(sender.sentAt, this.begin, this.end);
    }
    return sights;
  }

  /** How many receivers stand behind one sight of an observer; 0 where nobody else is. */
  receiversPerSight(): number {
    const others = ({ room }: S): number => (this.#sizes.get(room) ?? 1) - 1;
    let receivers = 0;
    for (const { sender } of this.#senders.values()) receivers += others(sender);
    const observing = this.#observers.reduce((sum, observer) => sum + others(observer), 0);
    return observing === 0 ? 0 : receivers / observing;
  }
}

/** How many of the rising times lie from `begin` up to `end`. */
export function countBetween(times: readonly number[], begin: number, end: number): number {
  return times.reduce((count, time) => (time >= begin && time < end ? count + 1 : count), 0);
}
