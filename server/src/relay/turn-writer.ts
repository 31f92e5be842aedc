/**
 * Gathers what one socket is to get in a turn and writes it at once: one write per receiver and turn instead of one per
 * message delivers several times as much with the same processor.
 */
import type { Duplex } from 'node:stream';

/** Larger gatherings are handed over in pieces: copying them together would cost more than it saves. */
const JOIN_BYTES = 64 * 1024;

/**
 * The end of the running turn, for all sockets of the process: right after the code that is running now, and so before
 * whatever waits for its promises. Who asked over HTTP for a change sees it on the socket before the answer.
 */
export class Turn {
  readonly #due = new Set<TurnWriter>();
  #scheduled = false;

  /** Has the writer flushed when this turn ends. */
  add(writer: TurnWriter): void {
    this.#due.add(writer);
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const due = [...this.#due];
      this.#due.clear();
      for (const each of due) each.flush();
    });
  }
}

/** Writes whole frames below the WebSocket; its own frames (ping, close) go between them. */
export class TurnWriter {
  readonly #raw: Duplex;
  readonly #turn: Turn;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #accepted = 0;

  constructor(raw: Duplex, turn: Turn) {
    this.#raw = raw;
    this.#turn = turn;
  }

  /** Bytes that the system has not taken yet. */
  get waiting(): number {
    return this.#bytes + this.#raw.writableLength;
  }

  /** Bytes that the system has taken since the beginning: grows while the other side reads. */
  get taken(): number {
    return this.#accepted - this.#raw.writableLength;
  }

  /** Adds one or more whole frames. */
  add(frames: Buffer): void {
    if (this.#bytes === 0) this.#turn.add(this);
    this.#chunks.push(frames);
    this.#bytes += frames.length;
  }

  /** Hands over what was gathered. */
  flush(): void {
    const [chunks, bytes] = [this.#chunks, this.#bytes];
    this.#chunks = [];
    this.#bytes = 0;
    if (bytes === 0 || !this.#raw.writable) return;
    this.#accepted += bytes;
    const [only] = chunks;
    if (chunks.length === 1 && only !== undefined) {
      this.#raw.write(only);
    } else if (bytes <= JOIN_BYTES) {
      this.#raw.write(Buffer.concat(chunks, bytes));
    } else {
      this.#raw.cork();
      for (const chunk of chunks) this.#raw.write(chunk);
      this.#raw.uncork();
    }
  }
}
