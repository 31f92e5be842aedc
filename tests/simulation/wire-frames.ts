/** WebSocket frames as a client writes and reads them (RFC 6455, 5.2), and the answer of a server to the upgrade. */

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One frame of a server, whole. */
export interface Frame {
  readonly opcode: number;
  readonly payload: Uint8Array;
}

const MASKED = 0x80;

/** A whole frame of a client. Its mask is nought, so that the bytes on the line are the same in every run. */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const short = length < 126;
  const header = Buffer.alloc(short ? 6 : 14);
  header[0] = MASKED | opcode;
  header[1] = MASKED | (short ? length : 127);
  if (!short) header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
}

/** Puts the bytes that a server writes together to frames. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #shookHands = false;

  /** @returns the frames that are whole by now, `opened` first when the upgrade was answered with these bytes. */
  read(chunk: Uint8Array): { readonly opened: boolean; readonly frames: readonly Frame[] } {
    this.#rest = this.#rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#rest, chunk]);
    const opened = !this.#shookHands && this.#readAnswer();
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame);
    return { opened, frames };
  }

  #readAnswer(): boolean {
    const end = this.#rest.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const [status = ''] = this.#rest.toString('latin1', 0, end).split('\r\n', 1);
    if (!status.includes(' 101 ')) throw new Error(`the upgrade was answered with "${status}"`);
    this.#rest = this.#rest.subarray(end + 4);
    this.#shookHands = true;
    return true;
  }

  #next(): Frame | undefined {
    const rest = this.#rest;
    if (!this.#shookHands || rest.length < 2) return undefined;
    const [first = 0, second = 0] = rest;
    const header = second < 126 ? 2 : second === 126 ? 4 : 10;
    if (rest.length < header) return undefined;
    const length =
      header === 2 ? second : header === 4 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < header + length) return undefined;
    this.#rest = rest.subarray(header + length);
    return { opcode: first & 15, payload: new Uint8Array(rest.subarray(header, header + length)) };
  }
}
