/**
 * People whose server goes away: each notes something down meanwhile, comes back as its device would, and is back when
 * it has what everybody noted down. They hold clocks instead of documents, so that two hundred of them cost little.
 */
import { callApi } from '@ruimte/client/model/api';
import { createBackoff } from '@ruimte/client/model/backoff';
import { SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import { type ClockList, Clocks, clockIn } from './clocks.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Dialect, Place, Report, Returning, Seat } from './job.ts';
import { RawSocket } from './raw-socket.ts';
import { encodeFirstSync, encodeToken, readServerMessage, toClientFrame } from './wire.ts';
import { Writer } from './writer.ts';

const AT_ONCE = 20;
const LETTERS = 20;
const FIRST_MS = 60_000;
const BACK_MS = 120_000;
/** Of y-websocket, without any chance in it: everybody comes at the same moments. */
const STANDARD = { firstMs: 200, mostMs: 2_500 };

interface Wait {
  next(): number;
  up(): void;
  down(): void;
}

function createWait(returning: Returning): Wait {
  if (returning === 'product') return createBackoff({ now: () => performance.now(), random: Math.random });
  let tries = 0;
  return {
    next: () => {
      tries += 1;
      return Math.min(STANDARD.firstMs * 2 ** (tries - 1), STANDARD.mostMs);
    },
    up: () => (tries = 0),
    down: () => undefined,
  };
}

/** What somebody notes down while the server is away. */
interface OwnNote {
  readonly client: number;
  readonly end: number;
  readonly frame: Buffer;
}

/** One socket that always comes back until it is left. */
class Device {
  /** What it has of the document. */
  readonly clocks = new Clocks();
  /** True between the first sync of a socket and its end. */
  synced = false;
  /** Whether it has lost its socket since it came in. */
  cutOff = false;
  readonly #place: Place;
  readonly #seat: Seat;
  readonly #wait: Wait;
  readonly #own: OwnNote | undefined;
  #socket: RawSocket | undefined;
  #waiting = false;
  #left = false;

  constructor(place: Place, seat: Seat, wait: Wait, own?: OwnNote) {
    this.#place = place;
    this.#seat = seat;
    this.#wait = wait;
    this.#own = own;
  }

  /** True when everything that was wanted is there, and the socket is up. */
  get complete(): boolean {
    return this.synced && this.clocks.complete;
  }

  async dial(): Promise<void> {
    this.#waiting = false;
    const { port, dialect } = this.#place;
    try {
      const { path, protocol } = await this.#address();
      if (this.#left) return;
      const socket = new RawSocket(port, path, protocol);
      this.#socket = socket;
      socket.onMessage = (message) => this.#hear(message);
      socket.onGone = () => this.#lost();
      await socket.opened;
      if (dialect === 'named') this.#send(encodeToken(this.#seat.room));
      else this.#ask();
    } catch {
      // Refused while the server is away, or by it: the wait says when to try again.
      this.#lost();
    }
  }

  leave(): void {
    this.#left = true;
    this.#socket?.leave();
  }

  /** The product asks for a new ticket each time; a standard client goes on with the one it has. */
  async #address(): Promise<Pick<Seat, 'path' | 'protocol'>> {
    const { session } = this.#seat;
    if (session === undefined) return this.#seat;
    const { secret, generation, document } = session;
    const base = `http://127.0.0.1:${this.#place.port}`;
    const { ticket } = await callApi('ticket', { document, generation }, { base, session: secret });
    return { path: this.#seat.path, protocol: `${SUBPROTOCOL}, ${TICKET_PREFIX}${ticket}` };
  }

  #lost(): void {
    if (this.#left || this.#waiting) return;
    this.#waiting = true;
    this.#socket?.leave();
    this.#socket = undefined;
    this.synced = false;
    this.#wait.down();
    this.#noteDown();
    setTimeout(() => void this.dial(), this.#wait.next());
  }

  #send(message: Uint8Array): void {
    this.#socket?.send(toClientFrame(message));
  }

  #ask(): void {
    this.#send(encodeFirstSync(this.#place.dialect, this.#seat.room, this.clocks.encode()));
  }

  #hear(message: Buffer): void {
    const heard = readServerMessage(this.#place.dialect, message);
    if (heard.type === 'letIn') return this.#ask();
    if (heard.type === 'step1') return this.#answer(heard.body);
    if (heard.type !== 'step2' && heard.type !== 'update') return;
    this.clocks.take(heard.body);
    if (heard.type !== 'step2') return;
    this.synced = true;
    this.#wait.up();
  }

  /** Somebody who is cut off for the first time notes something down. */
  #noteDown(): void {
    if (this.cutOff) return;
    this.cutOff = true;
    if (this.#own !== undefined) this.clocks.add(this.#own.client, 0, this.#own.end);
  }

  /** The server says what it has: it gets what it lacks. */
  #answer(stateVector: Uint8Array): void {
    const own = this.#own;
    if (own === undefined || !this.cutOff || clockIn(stateVector, own.client) >= own.end) return;
    this.#socket?.send(own.frame);
  }
}

function writeNote(seat: Seat, dialect: Dialect): OwnNote {
  const writer = new Writer(seat, dialect);
  writer.lay(LETTERS);
  const [end, frame] = [writer.ends[0], writer.take(0)];
  if (end === undefined || frame === undefined) throw new Error('no note was written');
  return { client: writer.client, end, frame };
}

/**
 * Comes in, tells `begin`, waits until everybody has been cut off and is back with what the others noted down.
 * @param board - what is on the board beforehand.
 * @returns when everybody was back, milliseconds since 1970.
 */
export async function comeBack(
  place: Place,
  returning: Returning,
  board: ClockList,
  tell: (report: Report) => void,
): Promise<number> {
  const notes: OwnNote[] = [];
  const people: Device[] = [];
  const devices = place.seats.map((seat) => {
    const wait = createWait(returning);
    if (seat.aside === true) return new Device(place, seat, wait);
    const note = writeNote(seat, place.dialect);
    const device = new Device(place, seat, wait, note);
    device.clocks.want(board);
    notes.push(note);
    people.push(device);
    return device;
  });
  for (let from = 0; from < devices.length; from += AT_ONCE) {
    const some = devices.slice(from, from + AT_ONCE);
    await Promise.all(some.map((device) => device.dial()));
    await waitFor('everybody to have the board', () => some.every(({ complete }) => complete), FIRST_MS);
  }
  if (devices.some(({ cutOff }) => cutOff))
    throw new Error('somebody was cut off before the server went away');
  for (const { clocks } of people) clocks.want(notes.map(({ client, end }) => [client, end]));
  tell({ kind: 'begin' });
  await waitFor('everybody to be cut off', () => devices.every(({ cutOff }) => cutOff), BACK_MS);
  await waitFor('everybody to be back', () => devices.every(({ complete }) => complete), BACK_MS);
  const at = performance.timeOrigin + performance.now();
  for (const device of devices) device.leave();
  return at;
}
