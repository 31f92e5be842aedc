/** What the crowd does: the mix of a meet-up at its own pace, or as much as the server takes. */
import { setTimeout as pause } from 'node:timers/promises';
import { SUBPROTOCOL } from '@ruimte/shared/protocol/messages';
import type { Place, Report, TrafficResult } from './job.ts';
import { Confirmations } from './confirmations.ts';
import { countBetween, type Counting } from './counting.ts';
import { Sightings } from './sightings.ts';
import { type Member, openMembers } from './member.ts';
import { planMix } from './mix-plan.ts';
import { Writer } from './writer.ts';

/** Left out of the figures: programs are slow until they have run for a while. */
const WARM_UP_MS = 2_500;
/** How long after the end an update may still arrive before it counts as undelivered. */
const GRACE_MS = 3_000;
const UNDERWAY_EACH = 4;

const LETTERS = 20;

type Tell = (report: Report) => void;

/** Everybody writes notes, drags and points, at the pace of a meet-up. */
export async function runMix(place: Place, seconds: number, tell: Tell): Promise<TrafficResult> {
  const wholeMs = WARM_UP_MS + seconds * 1000;
  const { writers, events } = planMix(place, wholeMs);
  const members = await openMembers(place, writers);
  const presenceAt: number[] = [];
  const start = performance.now();
  const play = async (): Promise<void> => {
    let next = 0;
    while (next < events.length) {
      const now = performance.now();
      for (let event = events[next]; event !== undefined && start + event.at <= now; event = events[next]) {
        const member = members[event.member];
        const frame = event.presence ?? member?.take(performance.now());
        if (event.presence !== undefined) presenceAt.push(now);
        if (frame !== undefined) member?.socket.send(frame);
        next += 1;
      }
      await pause(1);
    }
  };
  return measure(members, { place, wholeMs, start, presenceAt, tell, playing: play() });
}

/** Everybody drags one note as fast as the others see it. */
export async function runSaturation(place: Place, seconds: number, tell: Tell): Promise<TrafficResult> {
  const writers = place.seats.map((seat) => {
    const writer = new Writer(seat, place.dialect);
    writer.lay(LETTERS);
    return writer;
  });
  const members = await openMembers(place, writers);
  const wholeMs = WARM_UP_MS + seconds * 1000;
  const start = performance.now();
  return measure(members, { place, wholeMs, start, presenceAt: [], tell, credit: UNDERWAY_EACH });
}

/**
 * Sends as fast as the others see it.
 * @param credit - updates each may have underway.
 * @param write - makes the next update of somebody who has none left; false when there are to be no more.
 */
export function sendByCredit(
  members: readonly Member[],
  counting: Counting<Member>,
  credit: number,
  write: (member: Member) => boolean,
): void {
  const due = new Set<Member>();
  const flush = (): void => {
    const now = performance.now();
    for (const member of due) {
      const frames: Buffer[] = [];
      while (member.credit > 0) {
        const frame = member.take(now) ?? (write(member) ? member.take(now) : undefined);
        if (frame === undefined) break;
        member.credit -= 1;
        frames.push(frame);
      }
      if (frames.length > 0) member.socket.send(Buffer.concat(frames));
    }
    due.clear();
  };
  counting.onSeen = (sender, count) => {
    sender.credit += count;
    if (due.size === 0) setImmediate(flush);
    due.add(sender);
  };
  for (const member of members) {
    member.credit = credit;
    due.add(member);
  }
  flush();
}

interface Measuring {
  readonly place: Place;
  readonly wholeMs: number;
  readonly start: number;
  readonly presenceAt: readonly number[];
  readonly tell: Tell;
  readonly playing?: Promise<void>;
  readonly credit?: number;
}

async function measure(members: readonly Member[], parts: Measuring): Promise<TrafficResult> {
  const { place, start, wholeMs, tell, credit } = parts;
  const sightings = new Sightings(members, place.dialect);
  const { counting } = sightings;
  // Whoever does not ask to be told is not listened to.
  const told = members.filter(({ seat }) => seat.protocol?.includes(SUBPROTOCOL));
  const confirmations = new Confirmations(told, (at) => at >= counting.begin && at < counting.end);
  let gone: string | undefined;
  for (const { socket } of members) socket.onGone = (why) => (gone ??= why);
  let sending = true;
  if (credit !== undefined) {
    sendByCredit(members, counting, credit, ({ writer }) => {
      if (sending) writer.dragQuickly(0);
      return sending;
    });
  }
  await pause(WARM_UP_MS);
  tell({ kind: 'begin' });
  counting.begin = performance.now();
  const cpuBefore = process.cpuUsage();
  const over = (): boolean => performance.now() >= start + wholeMs || gone !== undefined;
  while (!over()) await pause(10);
  counting.end = performance.now();
  tell({ kind: 'end' });
  sending = false;
  const cpu = process.cpuUsage(cpuBefore);
  await parts.playing;
  const expected = counting.expected();
  const sent = told.reduce((sum, { sentAt }) => sum + countBetween(sentAt, counting.begin, counting.end), 0);
  const whole = (): boolean => counting.latencies.count >= expected && confirmations.latencies.count >= sent;
  for (const until = performance.now() + GRACE_MS; performance.now() < until && !whole();) await pause(20);
  if (gone !== undefined) throw new Error(`a socket was lost: ${gone}`);
  for (const { socket } of members) socket.leave();
  const measuredMs = counting.end - counting.begin;
  const delivered = counting.inTime * counting.receiversPerSight() * sightings.evenness();
  const people = members.filter(({ seat }) => seat.room === members[0]?.seat.room).length;
  return {
    deliveredPerSecond: (delivered / measuredMs) * 1000,
    deliveries: delivered + countBetween(parts.presenceAt, counting.begin, counting.end) * (people - 1),
    undelivered: Math.max(0, 1 - counting.latencies.count / Math.max(1, expected)),
    p50: counting.latencies.at(0.5),
    p95: counting.latencies.at(0.95),
    p99: counting.latencies.at(0.99),
    durable: {
      p50: confirmations.latencies.at(0.5),
      p95: confirmations.latencies.at(0.95),
      p99: confirmations.latencies.at(0.99),
      never: Math.max(0, 1 - confirmations.latencies.count / Math.max(1, sent)),
    },
    perMessage: counting.inTime / counting.messages,
    crowdCore: (cpu.user + cpu.system) / 1000 / measuredMs,
  };
}
