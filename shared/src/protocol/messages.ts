/**
 * The wire protocol between client and relay.
 *
 * Types 0 to 3 are those of y-websocket (sync, awareness, auth, query awareness). The others are ours and only
 * go to sockets that offered the subprotocol {@link SUBPROTOCOL}: an unmodified provider never sees them.
 * Every message is `varUint type` and a body written with lib0/encoding.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Offered in `Sec-WebSocket-Protocol` by clients that want our own messages; the ticket is offered beside it. */
export const SUBPROTOCOL = 'ruimte.1';
/** Prefix of the ticket in `Sec-WebSocket-Protocol`: `ticket.<22 characters>`. */
export const TICKET_PREFIX = 'ticket.';
/** Path under which rooms are served: `/ws/<board>`, `/ws/<board>/stage`, `/ws/<board>/desk/<participant>`. */
export const SOCKET_PATH = '/ws';

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client: `varUint clientId, varUint clock`: everything of that client id below the clock is on disk. */
  durable: 100,
  /** Server to client: `varUint 0|1`: whether the store takes writes. */
  saving: 101,
  /** Client to server: `float64 clientTime`. */
  ping: 102,
  /** Server to client: `float64 clientTime, float64 serverTime`, both milliseconds. */
  pong: 103,
} as const;

export type OwnMessage =
  | { readonly type: 'durable'; readonly clientId: number; readonly clock: number }
  | { readonly type: 'saving'; readonly saving: boolean }
  | { readonly type: 'pong'; readonly clientTime: number; readonly serverTime: number };

/** Bytes of a durable message. */
export function encodeDurable(clientId: number, clock: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.durable);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
  });
}

/** Bytes of the message that says whether the store takes writes. */
export function encodeSaving(saving: boolean): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.saving);
    encoding.writeVarUint(encoder, saving ? 1 : 0);
  });
}

/** Bytes of a ping carrying the client's own time in milliseconds. */
export function encodePing(clientTime: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.ping);
    encoding.writeFloat64(encoder, clientTime);
  });
}

/** Bytes of the answer to a ping. */
export function encodePong(clientTime: number, serverTime: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.pong);
    encoding.writeFloat64(encoder, clientTime);
    encoding.writeFloat64(encoder, serverTime);
  });
}

/**
 * Reads the body of one of our own server messages; the type has been read from the decoder already.
 * @returns undefined for a type that is not ours or a body that ends early.
 */
export function readOwnMessage(type: number, decoder: decoding.Decoder): OwnMessage | undefined {
  try {
    switch (type) {
      case MESSAGE.durable:
        return {
          type: 'durable',
          clientId: decoding.readVarUint(decoder),
          clock: decoding.readVarUint(decoder),
        };
      case MESSAGE.saving:
        return { type: 'saving', saving: decoding.readVarUint(decoder) === 1 };
      case MESSAGE.pong:
        return {
          type: 'pong',
          clientTime: decoding.readFloat64(decoder),
          serverTime: decoding.readFloat64(decoder),
        };
      default:
        return undefined;
    }
  } catch {
    // A body that ends early says nothing; the next message may be whole.
    return undefined;
  }
}
