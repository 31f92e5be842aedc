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
/** Of one drag. */
const POSITIONS = 25;
const FEED_STUCK_MS = 60_000;
const OPEN_MS = 120_000;

const tell = (report: Report): void => void process.send?.(report);

async function feed(place: Place, notes: number, updates: number): Promise<number> {
  const { seats, dialect } = place;
  const [notesEach, updatesEach] = [Math.ceil(notes / seats.length), Math.ceil(updates / seats.length)];
  const writers = seats.map((seat) => {
    const writer = new Writer(seat, dialect);
    for (let number = 0; number < notesEach; number += 1) writer.lay(40);
    return writer;
  });
  const members = await openMembers(place, writers);
  const { counting } = new Sightings(members, dialect);
  let gone: string | undefined;
  for (const { socket } of members) socket.onGone = (why) => (gone ??= why);
  const started = performance.now();
  counting.begin = started;
  sendByCredit(members, counting, FEED_UNDERWAY_EACH, ({ writer }) => {
    const drags = writer.ends.length - notesEach;
    if (writer.ends.length >= updatesEach) return false;
    // A drag is a second of positions of one note, then the next one.
    writer.dragQuickly(Math.floor(drags / POSITIONS) % notesEach);
    return true;
  });
  let before = 0;
  let movedAt = started;
  const whole = (): boolean =>
    members.every(({ sentAt, credit }) => sentAt.length >= updatesEach && credit >= FEED_UNDERWAY_EACH);
  while (!whole()) {
    if (gone !== undefined) throw new Error(`a socket was lost: ${gone}`);
    await pause(20);
    if (counting.inTime > before) {
      before = counting.inTime;
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
    case 'saturation':
      return { kind: 'traffic', result: await runSaturation(place, wanted.seconds, tell) };
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
