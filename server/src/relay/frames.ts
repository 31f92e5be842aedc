/**
 * WebSocket frames as this server sends them (RFC 6455, 5.2): binary, whole, unmasked. Made here and not by the socket,
 * so that a message for three hundred people is framed once, and the frames of a turn leave as one write.
 */
const BINARY_WHOLE = 0x82;
const SHORT = 126;
const LONG = 127;

/** The frame of one binary message. */
export function toFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const header = length < SHORT ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = BINARY_WHOLE;
  if (header === 2) {
    frame[1] = length;
  } else if (header === 4) {
    frame[1] = SHORT;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LONG;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, header);
  return frame;
}

/** Frames in one piece, with where each begins: receivers get the whole, or the parts that are not their own. */
export class FrameRun {
  readonly bytes: Buffer;
  readonly #starts: readonly number[];

  constructor(messages: readonly Uint8Array[]) {
    const frames = messages.map(toFrame);
    let at = 0;
    this.#starts = [
      0,
      ...frames.map((frame) => {
        at += frame.length;
        return at;
      }),
    ];
    this.bytes = frames.length === 1 && frames[0] !== undefined ? frames[0] : Buffer.concat(frames, at);
  }

  /** The frames from `first` up to `end`. */
  part(first: number, end: number): Buffer {
    return this.bytes.subarray(this.#starts[first], this.#starts[end]);
  }
}
