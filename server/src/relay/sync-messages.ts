/** The sync messages of the y-websocket protocol: `varUint 0, varUint kind, varUint8Array body`. */
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

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

/** One update to be relayed. */
export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC.update, update);
}
