/** The crowd as a process of its own: takes one job, does it, reports, ends. */
import { setTimeout as pause } from 'node:timers/promises';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import type { Job, OpenResult, Place, Report } from './job.ts';
import { openMembers } from './member.ts';
import { RawSocket } from './raw-socket.ts';
import { Sightings } from './sightings.ts';
import { runMix, runSaturation, sendByCredit } from './traffic.ts';
import { encodeFirstSync, encodeToken, readServerMessage, toClientFrame } from './wire.ts';
import { Writer } from './writer.ts';

const FEED_UNDERWAY_EACH = 50;
const FEED_STUCK_MS = 60_000;
const OPEN_MS = 120_000;
/** Updates of one person that are made beforehand for each second of saturation. */
const SATURATED_PER_SECOND = 1_000;

const tell = (report: Report): void => void process.send?.(report);

async function feed(place: Place, notes: number, updates: number): Promise<number> {
  const people = place.seats.length;
  const writers = place.seats.map((seat) => {
    const writer = new Writer(seat, place.dialect);
    for (let number = 0; number < notes / people; number += 1) writer.lay(40);
    for (let number = 0; writer.sends.length < updates / people; number += 1) {
      // A drag is a second of positions of one note, then the next one.
      writer.drag(Math.floor(number / 25) % (notes / people));
    }
    return writer;
  });
  const members = await openMembers(place, writers);
  const sights = new Sightings(members, place.dialect);
  let gone: string | undefined;
  for (const { socket } of members) socket.onGone = (why) => (gone ??= why);
  const started = performance.now();
  sights.begin = started;
  sendByCredit(members, sights, FEED_UNDERWAY_EACH, () => true);
  let before = 0;
  let movedAt = started;
  const whole = (): boolean =>
    members.every(({ exhausted, credit }) => exhausted && credit >= FEED_UNDERWAY_EACH);
  while (!whole()) {
    if (gone !== undefined) throw new Error(`a socket was lost: ${gone}`);
    await pause(50);
    if (sights.inTime > before) {
      before = sights.inTime;
      movedAt = performance.now();
    } else if (performance.now() - movedAt > FEED_STUCK_MS) throw new Error('nothing arrives any more');
  }
  const seconds = (performance.now() - started) / 1000;
  for (const { socket } of members) socket.leave();
  return seconds;
}

/** Opens the board as a device that has nothing. */
async function open({ seats, port, dialect }: Place, notes: number): Promise<OpenResult> {
  const [seat] = seats;
  if (seat === undefined) throw new Error('nobody opens the board');
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  const started = performance.now();
  const socket = new RawSocket(port, seat.path, seat.protocol);
  const send = (message: Uint8Array): void => socket.send(toClientFrame(message));
  const whole = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`${doc.getMap('notes').size} notes after 120 s`)), OPEN_MS).unref();
    socket.onGone = (why) => reject(new Error(why));
    socket.onMessage = (message) => {
      const arrivedMs = performance.now() - started;
      const heard = readServerMessage(dialect, message);
      if (heard.type === 'letIn') send(encodeFirstSync(dialect, seat.room));
      if (heard.type !== 'step2' && heard.type !== 'update') return;
      Y.applyUpdate(doc, heard.body);
      if (doc.getMap('notes').size >= notes) resolve(arrivedMs);
    };
  });
  await socket.opened;
  send(dialect === 'named' ? encodeToken(seat.room) : encodeFirstSync(dialect, seat.room));
  const lastByteMs = await whole;
  const appliedMs = performance.now() - started;
  const { bytes } = socket;
  socket.leave();
  return { lastByteMs, appliedMs, bytes };
}

async function work({ place, work: wanted }: Job): Promise<Report> {
  switch (wanted.kind) {
    case 'mix':
      return { kind: 'traffic', result: await runMix(place, wanted.seconds, tell) };
    case 'saturation': {
      const updates = (wanted.seconds + 2) * SATURATED_PER_SECOND;
      return { kind: 'traffic', result: await runSaturation(place, wanted.seconds, updates, tell) };
    }
    case 'feed':
      return { kind: 'fed', seconds: await feed(place, wanted.notes, wanted.updates) };
    case 'open':
      return { kind: 'opened', result: await open(place, wanted.notes) };
  }
}

process.once('message', (job: Job) => {
  work(job)
    .catch((error: unknown): Report => ({
      kind: 'failed',
      reason: error instanceof Error ? error.message : String(error),
    }))
    .then((report) => process.send?.(report, () => process.exit(0)))
    .catch(() => process.exit(1));
});
process.once('disconnect', () => process.exit(1));
