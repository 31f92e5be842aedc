/** The bytes the crowd sends and reads, in both dialects. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Dialect } from './job.ts';

const BINARY = 0x82;
const PONG = 0x8a;
const MASKED = 0x80;

/**
 * A client's frame of one message. The mask is zero: RFC 6455 wants one, the server undoes it at its usual price, and
 * the crowd keeps its processor time for counting.
 */
export function toClientFrame(message: Uint8Array, first = BINARY): Buffer {
  const { length } = message;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(header + 4 + length);
  frame[0] = first;
  if (header === 2) frame[1] = MASKED | length;
  else if (header === 4) {
    frame[1] = MASKED | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = MASKED | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, header + 4);
  return frame;
}

/** The answer to a ping. */
export function toPong(payload: Uint8Array): Buffer {
  return toClientFrame(payload, PONG);
}

function address(dialect: Dialect, room: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    if (dialect === 'named') encoding.writeVarString(encoder, room);
    write(encoder);
  });
}

/** Asks for what a device lacks. @param stateVector - by default that of a device that has nothing. */
export function encodeFirstSync(
  dialect: Dialect,
  room: string,
  stateVector: Uint8Array = new Uint8Array([0]),
): Uint8Array {
  return address(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, stateVector);
  });
}

/** What Hocuspocus wants to hear before anything else. */
export function encodeToken(room: string): Uint8Array {
  return address('named', room, (encoder) => {
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'nobody in particular');
  });
}

export function encodeUpdate(dialect: Dialect, room: string, update: Uint8Array): Uint8Array {
  return address(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function encodePresence(
  dialect: Dialect,
  room: string,
  client: number,
  clock: number,
  json: string,
): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  });
  return address(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** What a server said, as far as the crowd cares. */
export type Heard =
  | { readonly type: 'step1' | 'step2' | 'update'; readonly body: Uint8Array }
  | { readonly type: 'letIn' | 'other' };

const SYNC_REPLY = 4;
const KINDS = ['step1', 'step2', 'update'] as const;
const OTHER: Heard = { type: 'other' };

/** Reads one message of the server. */
export function readServerMessage(dialect: Dialect, bytes: Uint8Array): Heard {
  const decoder = decoding.createDecoder(bytes);
  if (dialect === 'named') decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (dialect === 'named' && type === 2) return { type: 'letIn' };
  if (type !== 0 && !(dialect === 'named' && type === SYNC_REPLY)) return OTHER;
  const kind = KINDS[decoding.readVarUint(decoder)];
  return kind === undefined ? OTHER : { type: kind, body: decoding.readVarUint8Array(decoder) };
}
