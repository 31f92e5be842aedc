/**
 * WebSocket frames as this server sends them (RFC 6455, 5.2): binary, whole, unmasked. Made here and not by the socket,
 * so that a message for three hundred people is framed once, and the frames of a turn leave as one write.
 */
import { updateHeadBytes, writeUpdateHead } from './sync-messages.ts';

const BINARY_WHOLE = 0x82;
const SHORT = 126;
const LONG = 127;

function headerBytes(length: number): number {
  if (length < SHORT) return 2;
  return length < 65_536 ? 4 : 10;
}

/** @returns where the message begins. */
function writeHeader(into: Buffer, at: number, length: number): number {
  const header = headerBytes(length);
  into[at] = BINARY_WHOLE;
  if (header === 2) {
    into[at + 1] = length;
  } else if (header === 4) {
    into[at + 1] = SHORT;
    into.writeUInt16BE(length, at + 2);
  } else {
    into[at + 1] = LONG;
    into.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + header;
}

/** The frame of one binary message. */
export function toFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const frame = Buffer.allocUnsafe(headerBytes(length) + length);
  frame.set(message, writeHeader(frame, 0, length));
  return frame;
}

/** Frames in one piece, with where each begins: receivers get the whole, or the parts that are not their own. */
export interface FrameRun {
  readonly bytes: Buffer;
  /** The frames from `first` up to `end`. */
  part(first: number, end: number): Buffer;
}

/** Each update as the message and frame it goes out in, all in one piece of memory. */
export function frameUpdates(updates: readonly Uint8Array[]): FrameRun {
  const starts = [0];
  let size = 0;
  for (const { length } of updates) {
    const message = updateHeadBytes(length) + length;
    size += headerBytes(message) + message;
    starts.push(size);
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const update of updates) {
    at = writeHeader(bytes, at, updateHeadBytes(update.length) + update.length);
    at = writeUpdateHead(bytes, at, update.length);
    bytes.set(update, at);
    at += update.length;
  }
  return { bytes, part: (first, end) => bytes.subarray(starts[first], starts[end]) };
}
