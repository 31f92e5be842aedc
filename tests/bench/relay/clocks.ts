/** What a device has of a document, as clocks alone: enough to ask for the rest, and to know when all is there. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Arrived } from './arrived.ts';
import { forEachStretch } from './progress.ts';

/** Clocks by client id, as they cross from one process to another. */
export type ClockList = readonly (readonly [client: number, clock: number])[];

export class Clocks {
  readonly #arrived = new Map<number, Arrived>();
  /** What is wanted and not there yet. */
  readonly #missing = new Map<number, number>();

  /** True when everything that is wanted is there. */
  get complete(): boolean {
    return this.#missing.size === 0;
  }

  /** Of how many clients something is wanted and not there. */
  get missing(): number {
    return this.#missing.size;
  }

  /** Wants this too. */
  want(wanted: ClockList): void {
    for (const [client, clock] of wanted) {
      if ((this.#arrived.get(client)?.clock ?? 0) < clock) this.#missing.set(client, clock);
    }
  }

  /** An update has arrived. */
  take(update: Uint8Array): void {
    forEachStretch(update, (client, from, to) => this.add(client, from, to));
  }

  /** A stretch of one client is there. */
  add(client: number, from: number, to: number): void {
    const arrived = this.#arrived.get(client) ?? new Arrived();
    this.#arrived.set(client, arrived);
    arrived.add(from, to);
    if (arrived.clock >= (this.#missing.get(client) ?? Infinity)) this.#missing.delete(client);
  }

  /** As a Yjs state vector. */
  encode(): Uint8Array {
    const known = [...this.#arrived].filter(([, { clock }]) => clock > 0);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, known.length);
      for (const [client, { clock }] of known) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
      }
    });
  }
}

/** The clock of one client in a Yjs state vector; 0 when it is not there. */
export function clockIn(stateVector: Uint8Array, wanted: number): number {
  const decoder = decoding.createDecoder(stateVector);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (client === wanted) return clock;
  }
  return 0;
}
