/** A board with a history: notes laid, then dragged about, until so many updates have been sent and seen. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FedResult, Place } from './job.ts';
import { openMembers } from './member.ts';
import { Sightings } from './sightings.ts';
import { sendByCredit } from './traffic.ts';
import { Writer } from './writer.ts';

const UNDERWAY_EACH = 50;
const STUCK_MS = 60_000;
const LETTERS = 40;
/** Of one drag: a second of them, then the next note is dragged. */
const POSITIONS = 25;

export async function feed(place: Place, notes: number, updates: number): Promise<FedResult> {
  const { seats, dialect } = place;
  const [notesEach, updatesEach] = [Math.ceil(notes / seats.length), Math.ceil(updates / seats.length)];
  const writers = seats.map((seat) => {
    const writer = new Writer(seat, dialect);
    for (let number = 0; number < notesEach; number += 1) writer.lay(LETTERS);
    return writer;
  });
  const members = await openMembers(place, writers);
  const { counting } = new Sightings(members, dialect);
  let gone: string | undefined;
  for (const { socket } of members) socket.onGone = (why) => (gone ??= why);
  const started = performance.now();
  counting.begin = started;
  sendByCredit(members, counting, UNDERWAY_EACH, ({ writer }) => {
    const drags = writer.ends.length - notesEach;
    if (writer.ends.length >= updatesEach) return false;
    writer.dragQuickly(Math.floor(drags / POSITIONS) % notesEach);
    return true;
  });
  let before = 0;
  let movedAt = started;
  const whole = (): boolean =>
    members.every(({ sentAt, credit }) => sentAt.length >= updatesEach && credit >= UNDERWAY_EACH);
  while (!whole()) {
    if (gone !== undefined) throw new Error(`a socket was lost: ${gone}`);
    await pause(20);
    if (counting.inTime > before) {
      before = counting.inTime;
      movedAt = performance.now();
    } else if (performance.now() - movedAt > STUCK_MS) throw new Error('nothing arrives any more');
  }
  const seconds = (performance.now() - started) / 1000;
  for (const { socket } of members) socket.leave();
  const clocks = writers.map(({ client, ends }) => [client, ends.at(-1) ?? 0] as const);
  return { seconds, updates: updatesEach * seats.length, clocks };
}
