/** Opening a board as a device that has nothing. */
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import { type ClockList, Clocks } from './clocks.ts';
import type { OpenResult, Place } from './job.ts';
import { RawSocket } from './raw-socket.ts';
import { encodeFirstSync, encodeToken, readServerMessage, toClientFrame } from './wire.ts';

const OPEN_MS = 120_000;
/** Nothing came for so long: time to look at what did, without keeping the socket waiting. */
const QUIET_MS = 15;

interface Came {
  readonly body: Uint8Array;
  readonly atMs: number;
}

/** @param wanted - what is on the board: only when all of it has come is it open, whatever the server calls it. */
export async function openBoard({ seats, port, dialect }: Place, wanted: ClockList): Promise<OpenResult> {
  const [seat] = seats;
  if (seat === undefined) throw new Error('nobody opens the board');
  const started = performance.now();
  const socket = new RawSocket(port, seat.path, seat.protocol);
  const send = (message: Uint8Array): void => socket.send(toClientFrame(message));
  const came: Came[] = [];
  let looked = 0;
  const clocks = new Clocks();
  clocks.want(wanted);
  /** When the update came that made it whole. */
  const findLast = (): number | undefined => {
    for (let next = came[looked]; next !== undefined; next = came[looked]) {
      looked += 1;
      clocks.take(next.body);
      if (clocks.complete) return next.atMs;
    }
    return undefined;
  };
  let quiet: NodeJS.Timeout | undefined;
  const whole = new Promise<number>((resolve, reject) => {
    const giveUp = (): void =>
      reject(new Error(`something of the board had not come after 120 s (${clocks.missing} of its writers)`));
    setTimeout(giveUp, OPEN_MS).unref();
    socket.onGone = (why) => reject(new Error(why));
    socket.onMessage = (message) => {
      const atMs = performance.now() - started;
      const heard = readServerMessage(dialect, message);
      if (heard.type === 'letIn') send(encodeFirstSync(dialect, seat.room));
      if (heard.type !== 'step2' && heard.type !== 'update') return;
      came.push({ body: heard.body, atMs });
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        const last = findLast();
        if (last !== undefined) resolve(last);
      }, QUIET_MS);
    };
  });
  await Promise.race([socket.opened, whole]);
  send(dialect === 'named' ? encodeToken(seat.room) : encodeFirstSync(dialect, seat.room));
  const lastByteMs = await whole;
  const { bytes } = socket;
  socket.leave();
  return { lastByteMs, appliedMs: lastByteMs + timeApplying(came), bytes };
}

/** Milliseconds Yjs takes for what came, message by message. */
function timeApplying(came: readonly Came[]): number {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  const started = performance.now();
  for (const { body } of came) Y.applyUpdate(doc, body);
  const took = performance.now() - started;
  if (doc.store.pendingStructs !== null) throw new Error('the board was not whole');
  return took;
}
