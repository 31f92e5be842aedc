/** A websocket client that does as little as possible: two hundred of them must leave their process idle. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { toPong } from './wire.ts';

const PING = 9;
const CLOSE = 8;
const HEADERS_END = '\r\n\r\n';

export class RawSocket {
  /** Bytes received so far. */
  bytes = 0;
  /**
   * Called with every message; undefined passes over them without looking. Set before the socket is open.
   * Continuations are not expected.
   */
  onMessage: ((message: Buffer) => void) | undefined;
  /** Passes over messages that begin with another byte, which costs next to nothing; undefined looks at all. */
  onlyType: number | undefined;
  /** Called once when the other side ends it. */
  onGone: ((why: string) => void) | undefined;
  readonly opened: Promise<void>;
  readonly #socket: Socket;
  #waiting: Buffer[] = [];
  #held = 0;
  /** Bytes needed before there is anything new to look at. */
  #needed = 2;
  #left = false;

  constructor(port: number, path: string, protocol?: string) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
    ];
    this.#socket.write(lines.join('\r\n') + HEADERS_END);
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.once('close', () => reject(new Error('closed before it was open')));
      this.#socket.once('data', (first) => {
        const end = first.indexOf(HEADERS_END);
        const status = first.toString('latin1', 9, 12);
        if (end < 0 || status !== '101') return reject(new Error(`the server answered ${status}`));
        this.#socket.on('data', (chunk) => this.#take(chunk));
        resolve();
        this.#take(first.subarray(end + HEADERS_END.length));
      });
    });
    this.#socket.on('error', (error) => this.#end(error.message));
    this.#socket.on('close', () => this.#end('the connection ended'));
  }

  /** Writes frames as they are. */
  send(frames: Buffer): void {
    this.#socket.write(frames);
  }

  leave(): void {
    this.#left = true;
    this.#socket.destroy();
  }

  #end(why: string): void {
    if (this.#left) return;
    this.#left = true;
    this.onGone?.(why);
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#waiting.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return;
    const data = this.#waiting.length === 1 ? chunk : Buffer.concat(this.#waiting, this.#held);
    const used = this.#readFrames(data);
    this.#waiting = used === data.length ? [] : [data.subarray(used)];
    this.#held = data.length - used;
  }

  #readFrames(data: Buffer): number {
    let at = 0;
    for (;;) {
      const left = data.length - at;
      this.#needed = 2;
      if (left < 2) return at;
      const short = (data[at + 1] ?? 0) & 127;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      this.#needed = header;
      if (left < header) return at;
      const length =
        short < 126
          ? short
          : short === 126
            ? data.readUInt16BE(at + 2)
            : Number(data.readBigUInt64BE(at + 2));
      this.#needed = header + length;
      if (left < this.#needed) return at;
      const opcode = (data[at] ?? 0) & 15;
      if (opcode >= CLOSE) this.#control(opcode, data.subarray(at + header, at + header + length));
      else if (this.onlyType === undefined || data[at + header] === this.onlyType) {
        this.onMessage?.(data.subarray(at + header, at + header + length));
      }
      at += header + length;
    }
  }

  #control(opcode: number, payload: Buffer): void {
    if (opcode === PING) this.#socket.write(toPong(payload));
    if (opcode === CLOSE && payload.length >= 2) {
      this.#end(`closed with ${payload.readUInt16BE(0)} ${payload.toString('utf8', 2)}`);
    }
  }
}
