/** The messages of the y-websocket protocol: `varUint 0, varUint kind, varUint8Array body` for the documents. */
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** What a client said. */
export type ClientMessage =
  /** Asks for everything beyond a state vector. */
  | { readonly type: 'step1'; readonly body: Uint8Array }
  /** Changes: an update, or all that answers our step 1. */
  | { readonly type: 'update'; readonly body: Uint8Array; readonly isAnswer: boolean }
  | { readonly type: 'awareness'; readonly body: Uint8Array }
  | { readonly type: 'queryAwareness' }
  | { readonly type: 'ping'; readonly clientTime: number }
  | { readonly type: 'unknown'; readonly detail: string };

/**
 * Reads one message.
 * @throws Error when it ends early or holds a number out of range.
 */
export function readClientMessage(bytes: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE.sync: {
      const kind = decoding.readVarUint(decoder);
      if (kind > SYNC.update) return { type: 'unknown', detail: `sync message ${kind} is not known` };
      const body = readBody(decoder);
      if (kind === SYNC.step1) return { type: 'step1', body };
      return { type: 'update', body, isAnswer: kind === SYNC.step2 };
    }
    case MESSAGE.awareness:
      return { type: 'awareness', body: readBody(decoder) };
    case MESSAGE.queryAwareness:
      return { type: 'queryAwareness' };
    case MESSAGE.ping:
      return { type: 'ping', clientTime: decoding.readFloat64(decoder) };
    default:
      return { type: 'unknown', detail: `message type ${type} is not known` };
  }
}

/** lib0 checks no lengths: a body that ends early would be read from beyond the message. */
function readBody(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Error('a body that ends early');
  return decoding.readUint8Array(decoder, length);
}

function encodeSync(kind: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** Asks the other side for what we lack: our state vector. */
export function encodeStep1(doc: Y.Doc): Uint8Array {
  return encodeSync(SYNC.step1, Y.encodeStateVector(doc));
}

/**
 * Answers a state vector with everything beyond it.
 * @throws when the state vector is unreadable.
 */
export function encodeStep2(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc, stateVector));
}

/** The answer that there is nothing more: an update without structs and without deletions. */
export const STEP2_NOTHING = encodeSync(SYNC.step2, new Uint8Array([0, 0]));

/** Bytes before the body of an update message: two numbers of one byte, then the length, seven bits a byte. */
export function updateHeadBytes(bodyBytes: number): number {
  let bytes = 3;
  for (let rest = bodyBytes >>> 7; rest > 0; rest >>>= 7) bytes += 1;
  return bytes;
}

/**
 * Writes what comes before the body of an update message. By hand, since this happens once for every update there is.
 * @returns where the body begins.
 */
export function writeUpdateHead(into: Uint8Array, at: number, bodyBytes: number): number {
  into[at] = MESSAGE.sync;
  into[at + 1] = SYNC.update;
  let rest = bodyBytes;
  let next = at + 2;
  for (; rest > 127; rest >>>= 7) into[next++] = (rest & 127) | 128;
  into[next] = rest;
  return next + 1;
}
