/**
 * Presence of one room: every socket shows at most one client id of its own, stamped with who it is.
 * What comes in is parsed and written anew; what others sent on is ignored, since standard clients repeat everybody.
 */
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import { parsePresence, withoutOwnNotes } from '@ruimte/shared/protocol/presence';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

interface State {
  readonly clock: number;
  /** JSON as it goes out; `null` when the person has left. */
  readonly json: string;
}

export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
}

/** Entries in one message: everybody of a full board with several tabs, as a standard client repeats them. */
const MAX_ENTRIES = 4_000;

/**
 * Reads an awareness update within bounds; of the entries that are not wanted only the length is looked at.
 * @returns undefined when it is malformed.
 */
export function readAwareness(
  body: Uint8Array,
  isWanted: (client: number) => boolean = () => true,
): readonly AwarenessEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(body);
    const count = decoding.readVarUint(decoder);
    if (count > MAX_ENTRIES) return undefined;
    const entries: AwarenessEntry[] = [];
    for (let i = 0; i < count; i += 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const length = decoding.peekVarUint(decoder);
      if (length > body.length - decoder.pos) return undefined;
      if (length <= LIMITS.awarenessBytes && isWanted(client)) {
        entries.push({ client, clock, json: decoding.readVarString(decoder) });
      } else {
        decoding.readVarUint(decoder);
        decoder.pos += length;
        if (decoder.pos > body.length) return undefined;
      }
    }
    return entries;
  } catch {
    // Ends early or is no UTF-8: the caller closes the socket.
    return undefined;
  }
}

/** An awareness message of the given entries, type included. */
export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, json } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** Presence of a room. Changes gather in `takeChanged`, so that the newest of each person goes out once per window. */
export class RoomAwareness {
  readonly #hidesAuthors: () => boolean;
  readonly #states = new Map<number, State>();
  readonly #changed = new Set<number>();

  /** @param hidesAuthors - whether what tells whose notes are whose is left out. */
  constructor(hidesAuthors: () => boolean = () => false) {
    this.#hidesAuthors = hidesAuthors;
  }

  /**
   * Takes what one socket shows of itself.
   * @returns whether anything is to be told to the others.
   */
  set(entry: AwarenessEntry, who: ParticipantId | ''): boolean {
    if (entry.json.length > LIMITS.awarenessBytes || entry.clock > LIMITS.clock) return false;
    const known = this.#states.get(entry.client);
    if (known !== undefined && entry.clock <= known.clock && known.json !== 'null') return false;
    let value: unknown;
    try {
      value = JSON.parse(entry.json);
    } catch {
      return false;
    }
    const presence = value === null ? null : parsePresence(value, who);
    if (presence === undefined) return false;
    const shown = presence !== null && this.#hidesAuthors() ? withoutOwnNotes(presence) : presence;
    this.#states.set(entry.client, { clock: entry.clock, json: JSON.stringify(shown) });
    this.#changed.add(entry.client);
    return true;
  }

  /** The socket that showed this client id is gone. */
  remove(client: number): void {
    const known = this.#states.get(client);
    if (known === undefined || known.json === 'null') return;
    this.#states.set(client, { clock: known.clock + 1, json: 'null' });
    this.#changed.add(client);
  }

  /** A message with what changed since the last call; undefined when nothing did. */
  takeChanged(): Uint8Array | undefined {
    if (this.#changed.size === 0) return undefined;
    const entries = [...this.#changed].flatMap((client) => {
      const state = this.#states.get(client);
      return state === undefined ? [] : [{ client, ...state }];
    });
    this.#changed.clear();
    for (const { client, json } of entries) if (json === 'null') this.#states.delete(client);
    return encodeAwareness(entries);
  }

  /** A message with everybody who is here; undefined for an empty room. */
  all(): Uint8Array | undefined {
    const entries = [...this.#states]
      .map(([client, state]) => ({ client, ...state }))
      .filter(({ json }) => json !== 'null');
    return entries.length === 0 ? undefined : encodeAwareness(entries);
  }
}

/** An awareness message with nobody in it: harmless, and proof of life for standard clients. */
export const KEEP_ALIVE = encodeAwareness([]);
