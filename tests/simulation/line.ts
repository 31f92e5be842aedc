/**
 * One connection of the simulated network. The server has the end of a TCP stream, on which the real `ws` runs; the
 * client's end speaks frames. Bytes keep their order and take seeded time; a cut loses whatever is under way.
 */
import { Duplex } from 'node:stream';
import type { Random } from '../support/random.ts';
import type { Time } from './time.ts';
import { clientFrame, type Frame, FrameReader, OPCODE } from './wire-frames.ts';

/** What the client hears of its line. */
export interface LineListener {
  readonly opened: () => void;
  readonly received: (message: Uint8Array) => void;
  /** The code the server gave; 1006 when there was none. */
  readonly closed: (code: number) => void;
}

export interface LineParts {
  readonly time: Time;
  readonly random: Random;
  readonly listener: LineListener;
  /** Sees every binary message at the moment the server writes it, long before it arrives. */
  readonly onWritten: (message: Uint8Array) => void;
}

const NO_CODE = 1006;
/** Bytes under way to a client before the server is told to wait. */
const WINDOW_BYTES = 64 * 1024;

/** The end of the server: a stream that the world carries. */
class ServerEnd extends Duplex {
  readonly #line: Line;

  constructor(line: Line) {
    super();
    this.#line = line;
  }

  override _read(): void {
    // Whatever arrives is pushed at once: the world has no other buffer.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#line.carryDown(chunk, done);
  }

  override _final(done: () => void): void {
    this.#line.endDown();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#line.resetDown();
    done(error);
  }
}

export class Line {
  /** What the server holds of it. */
  readonly end: Duplex;
  readonly #parts: LineParts;
  readonly #reader = new FrameReader();
  readonly #baseMs: number;
  /** When the last bytes of each direction arrive: later ones never overtake them. */
  #upAt = 0;
  #downAt = 0;
  #underWayBytes = 0;
  /** No bytes cross it any more, in either direction. */
  #isCut = false;
  /** The client has let go of it. */
  #isOver = false;
  /** The server has been told that nothing comes any more. */
  #upEnded = false;
  /** The process at the other end is gone: what its objects still do reaches nobody. */
  #serverGone = false;

  constructor(parts: LineParts) {
    this.#parts = parts;
    this.#baseMs = 1 + parts.random.below(parts.random.chance(0.2) ? 200 : 30);
    this.end = new ServerEnd(this);
    this.end.on('error', () => undefined);
  }

  get isOpen(): boolean {
    return !this.#isOver && !this.#isCut;
  }

  #travelMs(): number {
    const { random } = this.#parts;
    return this.#baseMs + random.below(random.chance(0.02) ? 900 : 10);
  }

  /** Bytes of the server. */
  carryDown(chunk: Buffer, done: () => void): void {
    const { time } = this.#parts;
    if (this.#serverGone || this.#isCut || this.#isOver) return done();
    const { opened, frames } = this.#reader.read(chunk);
    for (const { opcode, payload } of frames) if (opcode === OPCODE.binary) this.#parts.onWritten(payload);
    this.#downAt = Math.max(this.#downAt, time.now + this.#travelMs());
    this.#underWayBytes += chunk.length;
    const isFull = this.#underWayBytes > WINDOW_BYTES;
    if (!isFull) done();
    time.after(this.#downAt - time.now, () => {
      this.#underWayBytes -= chunk.length;
      if (isFull && !this.#serverGone) done();
      if (this.#isCut || this.#isOver) return;
      if (opened) this.#parts.listener.opened();
      for (const frame of frames) this.#hear(frame);
    });
  }

  #hear({ opcode, payload }: Frame): void {
    if (this.#isOver) return;
    if (opcode === OPCODE.binary) this.#parts.listener.received(payload);
    else if (opcode === OPCODE.ping) this.#carryUp(clientFrame(OPCODE.pong, payload));
    else if (opcode === OPCODE.close) {
      this.#carryUp(clientFrame(OPCODE.close, payload));
      const code = payload.length < 2 ? NO_CODE : ((payload[0] ?? 0) << 8) | (payload[1] ?? 0);
      this.#finish(code);
    }
  }

  /** The server has ended its side. */
  endDown(): void {
    this.#later(() => {
      this.#finish(NO_CODE);
      this.#parts.time.after(this.#baseMs, () => {
        if (this.#serverGone || this.#isCut || this.#upEnded) return;
        this.#upEnded = true;
        this.end.push(null);
      });
    });
  }

  /** The server has dropped the connection. */
  resetDown(): void {
    this.#later(() => this.#finish(NO_CODE));
  }

  #later(run: () => void): void {
    const { time } = this.#parts;
    if (this.#serverGone || this.#isCut) return;
    this.#downAt = Math.max(this.#downAt, time.now + this.#travelMs());
    time.after(this.#downAt - time.now, () => {
      if (!this.#isCut) run();
    });
  }

  /** A message of the client. */
  send(message: Uint8Array, opcode: number = OPCODE.binary): void {
    if (this.isOpen) this.#carryUp(clientFrame(opcode, message));
  }

  /** Bytes of the client, sometimes in two pieces. */
  #carryUp(bytes: Buffer): void {
    const { time, random } = this.#parts;
    this.#upAt = Math.max(this.#upAt, time.now + this.#travelMs());
    const middle = random.chance(0.05) ? random.below(bytes.length) : 0;
    time.after(this.#upAt - time.now, () => {
      for (const piece of [bytes.subarray(0, middle), bytes.subarray(middle)]) {
        const arrives = !this.#serverGone && !this.#isCut && !this.#upEnded && !this.end.destroyed;
        if (arrives && piece.length > 0) this.end.push(piece);
      }
    });
  }

  /** The client says goodbye. */
  hangUp(): void {
    this.send(new Uint8Array([1000 >> 8, 1000 & 255]), OPCODE.close);
    this.#isOver = true;
  }

  /** The client reads nothing for a while; what comes meanwhile waits. */
  stall(ms: number): void {
    this.#downAt = Math.max(this.#downAt, this.#parts.time.now + ms);
  }

  /**
   * The line breaks: what is under way is lost. Each side finds out after a while of its own.
   * @param serverHearsMs - undefined when the server never does: then only its pings find out.
   */
  cut(clientHearsMs: number, serverHearsMs: number | undefined): void {
    if (this.#isCut) return;
    this.#isCut = true;
    const { time } = this.#parts;
    time.after(clientHearsMs, () => this.#finish(NO_CODE));
    if (serverHearsMs === undefined) return;
    time.after(serverHearsMs, () => {
      if (!this.#serverGone) this.end.destroy();
    });
  }

  /** The server died: nothing of it is heard any more. */
  loseServer(clientHearsMs: number): void {
    this.#serverGone = true;
    this.cut(clientHearsMs, undefined);
  }

  #finish(code: number): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#parts.listener.closed(code);
  }
}
