/** One person of the crowd: a socket, what it has to send, and when each of that left. */
import type { Sender } from './counting.ts';
import type { Place, Seat } from './job.ts';
import { RawSocket } from './raw-socket.ts';
import { encodeFirstSync, encodeToken, readServerMessage, toClientFrame } from './wire.ts';
import type { Writer } from './writer.ts';

const READY_MS = 30_000;

export class Member implements Sender {
  readonly seat: Seat;
  readonly writer: Writer;
  readonly socket: RawSocket;
  readonly client: number;
  readonly room: string;
  readonly ends: readonly number[];
  readonly sentAt: number[] = [];
  /** Updates that may be sent before another has been seen; only where traffic is as fast as it goes. */
  credit = 0;

  constructor(place: Place, seat: Seat, writer: Writer) {
    this.seat = seat;
    this.writer = writer;
    this.client = writer.client;
    this.room = seat.room;
    this.ends = writer.ends;
    this.socket = new RawSocket(place.port, seat.path, seat.protocol);
  }

  /** Resolves when the server has let this person in and shown the board. */
  async ready({ dialect, syncs }: Place): Promise<void> {
    const { socket, seat } = this;
    let timer: NodeJS.Timeout | undefined;
    const synced = new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no first sync within 30 s')), READY_MS);
      socket.onGone = (why) => reject(new Error(why));
      socket.onMessage = (message) => {
        const { type } = readServerMessage(dialect, message);
        if (type === 'letIn') this.#send(encodeFirstSync(dialect, seat.room));
        if (type === 'step2') resolve();
      };
    });
    try {
      await Promise.race([socket.opened, synced]);
      if (!syncs) return;
      this.#send(dialect === 'named' ? encodeToken(seat.room) : encodeFirstSync(dialect, seat.room));
      await synced;
    } finally {
      clearTimeout(timer);
      synced.catch(() => undefined);
      socket.onMessage = undefined;
    }
  }

  /** Takes the next update to send. @returns its frame, which the caller writes; undefined when all have been sent. */
  take(now: number): Buffer | undefined {
    const frame = this.writer.take(this.sentAt.length);
    if (frame !== undefined) this.sentAt.push(now);
    return frame;
  }

  #send(message: Uint8Array): void {
    this.socket.send(toClientFrame(message));
  }
}

/** Opens everybody's socket, some at a time. */
export async function openMembers(place: Place, writers: readonly Writer[]): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let start = 0; start < place.seats.length; start += 20) {
    const some = place.seats.slice(start, start + 20).map((seat, number) => {
      const writer = writers[start + number];
      if (writer === undefined) throw new Error('a seat without a writer');
      return new Member(place, seat, writer);
    });
    await Promise.all(some.map((member) => member.ready(place)));
    members.push(...some);
  }
  return members;
}
