/** What the crowd does: the mix of a meet-up at its own pace, or as much as the server takes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Place, Report, TrafficResult } from './job.ts';
import { countBetween, Sightings } from './sightings.ts';
import { type Member, openMembers } from './member.ts';
import { encodePresence, toClientFrame } from './wire.ts';
import { Writer } from './writer.ts';

/** Left out of the figures: programs are slow until they have run for a while. */
const WARM_UP_MS = 2_500;
/** How long after the end an update may still arrive before it counts as undelivered. */
const GRACE_MS = 3_000;
const UNDERWAY_EACH = 4;

const NOTE_EVERY_MS = 5_000;
const LETTERS = 20;
const LETTER_EVERY_MS = 200;
const DRAG_EVERY_MS = 6_000;
const POSITIONS = 25;
const POSITION_EVERY_MS = 40;
const CURSOR_EVERY_MS = 1000 / 15;
/** One person in so many moves a cursor. */
const CURSORS = 5;

type Tell = (report: Report) => void;
interface Event {
  readonly at: number;
  readonly member: number;
  /** Undefined sends the next update. */
  readonly presence?: Buffer;
}

/** Everybody writes notes, drags and points, each from a moment of their own. */
export async function runMix(place: Place, seconds: number, tell: Tell): Promise<TrafficResult> {
  const wholeMs = WARM_UP_MS + seconds * 1000;
  const { seats, dialect } = place;
  const writers = seats.map((seat) => new Writer(seat, dialect));
  const events = seats.flatMap((seat, number): readonly Event[] => {
    const writer = writers[number];
    if (writer === undefined) return [];
    const acts = planActs(writer, (number * 7919) % NOTE_EVERY_MS, (number * 6571) % DRAG_EVERY_MS, wholeMs);
    const planned: Event[] = [];
    for (const { at, act } of acts) {
      const before = writer.sends.length;
      act();
      if (writer.sends.length > before) planned.push({ at, member: number });
    }
    const cursors = number % CURSORS === 0 ? Math.floor(wholeMs / CURSOR_EVERY_MS) : 0;
    for (let clock = 1; clock <= cursors; clock += 1) {
      const json = JSON.stringify({ cursor: { x: (clock * 3) % 900, y: (clock * 5) % 900 } });
      const presence = toClientFrame(encodePresence(dialect, seat.room, writer.client, clock, json));
      planned.push({ at: clock * CURSOR_EVERY_MS + number, member: number, presence });
    }
    return planned;
  });
  events.sort((a, b) => a.at - b.at);
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

function planActs(writer: Writer, noteFrom: number, dragFrom: number, wholeMs: number) {
  const acts: { readonly at: number; readonly act: () => void }[] = [];
  for (let from = noteFrom % LETTER_EVERY_MS; from < wholeMs; from += LETTER_EVERY_MS) {
    const letter = Math.floor(((from + noteFrom) % NOTE_EVERY_MS) / LETTER_EVERY_MS) + 1;
    if (letter > LETTERS) continue;
    acts.push({
      at: from,
      act: () => (letter === 1 || !writer.hasNotes ? writer.lay(letter) : writer.type(letter)),
    });
  }
  for (let from = dragFrom - DRAG_EVERY_MS; from < wholeMs; from += DRAG_EVERY_MS) {
    for (let step = 0; step < POSITIONS; step += 1) {
      const at = from + step * POSITION_EVERY_MS;
      if (at >= 0 && at < wholeMs) acts.push({ at, act: () => writer.drag() });
    }
  }
  return acts.sort((a, b) => a.at - b.at);
}

/** Everybody drags one note as fast as the others see it. @param updates - made for each person beforehand. */
export async function runSaturation(
  place: Place,
  seconds: number,
  updates: number,
  tell: Tell,
): Promise<TrafficResult> {
  const writers = place.seats.map((seat) => {
    const writer = new Writer(seat, place.dialect);
    writer.lay(LETTERS);
    while (writer.sends.length < updates) writer.drag();
    return writer;
  });
  const members = await openMembers(place, writers);
  const wholeMs = WARM_UP_MS + seconds * 1000;
  const start = performance.now();
  return measure(members, { place, wholeMs, start, presenceAt: [], tell, credit: UNDERWAY_EACH });
}

/** Sends whatever is allowed as soon as earlier updates have been seen; stops when `goesOn` says so. */
export function sendByCredit(
  members: readonly Member[],
  sights: Sightings,
  credit: number,
  goesOn: () => boolean,
): void {
  const due = new Set<Member>();
  const flush = (): void => {
    const now = performance.now();
    for (const member of due) {
      const frames: Buffer[] = [];
      while (member.credit > 0 && goesOn()) {
        const frame = member.take(now);
        if (frame === undefined) break;
        member.credit -= 1;
        frames.push(frame);
      }
      if (frames.length > 0) member.socket.send(Buffer.concat(frames));
    }
    due.clear();
  };
  sights.onSeen = (sender, count) => {
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
  const sights = new Sightings(members, place.dialect);
  let gone: string | undefined;
  for (const { socket } of members) socket.onGone = (why) => (gone ??= why);
  let sending = true;
  const used = (): boolean => members.some(({ exhausted }) => exhausted);
  if (credit !== undefined) sendByCredit(members, sights, credit, () => sending);
  await pause(WARM_UP_MS);
  tell({ kind: 'begin' });
  sights.begin = performance.now();
  const cpuBefore = process.cpuUsage();
  const over = (): boolean =>
    performance.now() >= start + wholeMs || gone !== undefined || (credit !== undefined && used());
  while (!over()) await pause(10);
  sights.end = performance.now();
  tell({ kind: 'end' });
  sending = false;
  const cpu = process.cpuUsage(cpuBefore);
  await parts.playing;
  const expected = sights.expected();
  for (const until = performance.now() + GRACE_MS; performance.now() < until;) {
    if (sights.latencies.length >= expected) break;
    await pause(20);
  }
  if (gone !== undefined) throw new Error(`a socket was lost: ${gone}`);
  for (const { socket } of members) socket.leave();
  const measuredMs = sights.end - sights.begin;
  const delivered = sights.inTime * sights.receiversPerSight() * sights.evenness();
  const people = members.filter(({ seat }) => seat.room === members[0]?.seat.room).length;
  const sorted = sights.latencies.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return {
    deliveredPerSecond: (delivered / measuredMs) * 1000,
    deliveries: delivered + countBetween(parts.presenceAt, sights.begin, sights.end) * (people - 1),
    undelivered: Math.max(0, 1 - sights.latencies.length / Math.max(1, expected)),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    crowdCore: (cpu.user + cpu.system) / 1000 / measuredMs,
  };
}
