/** What the benchmark asks of its crowd, and what the crowd tells back: messages between two processes. */

import type { ClockList } from './clocks.ts';

/** `plain` is the protocol of y-websocket; `named` puts the name of the document before every message (Hocuspocus). */
export type Dialect = 'plain' | 'named';

/** One socket of the crowd: where it goes and as whom. */
export interface Seat {
  /** People with the same room see each other. */
  readonly room: string;
  readonly path: string;
  /** Offered as `Sec-WebSocket-Protocol`; absent where the server asks for no ticket. */
  readonly protocol?: string;
  /** Empty for a socket that only reads. */
  readonly author: string;
  readonly community: string;
  /** With what a new ticket is asked for before each connecting; absent where a ticket lasts or none is needed. */
  readonly session?: {
    readonly secret: string;
    readonly document: 'board' | 'stage';
    readonly generation: number;
  };
  /** A second socket of somebody, on another document than the board: it only comes along. */
  readonly aside?: true;
}

export interface Place {
  readonly port: number;
  readonly dialect: Dialect;
  /** Whether the server answers a first sync; a bare broadcast does not. */
  readonly syncs: boolean;
  readonly seats: readonly Seat[];
}

/** How somebody waits before connecting again: as our client, with chance in it, or as y-websocket's provider. */
export type Returning = 'product' | 'standard';

export type Work =
  /** Everybody types and drags as at a meet-up. */
  | { readonly kind: 'mix'; readonly seconds: number }
  /** Everybody writes as fast as the others see it: four updates underway each. */
  | { readonly kind: 'saturation'; readonly seconds: number }
  /** Lays notes and moves them until so many updates have been sent and seen. */
  | { readonly kind: 'feed'; readonly notes: number; readonly updates: number }
  /** Opens the board once, until everything on it is there. */
  | { readonly kind: 'open'; readonly board: ClockList }
  /** Everybody comes in, is cut off, and comes back. */
  | { readonly kind: 'return'; readonly returning: Returning; readonly board: ClockList };

export interface Job {
  readonly place: Place;
  readonly work: Work;
}

export interface TrafficResult {
  /** Updates shown to others a second, within the measured time. */
  readonly deliveredPerSecond: number;
  /** All messages to others, presence included, within the measured time. */
  readonly deliveries: number;
  /** Part of the updates sent in the measured time that nobody saw within the grace, 0 to 1. */
  readonly undelivered: number;
  /** Milliseconds from sending to being seen by another socket; NaN when nothing was seen. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The same until the sender was told that it is on disk, and the part (0 to 1) of which it never was. */
  readonly durable: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly never: number;
  };
  /** Updates in one message that brought any: more than 1 where the server merges them. */
  readonly perMessage: number;
  /** Part of a core the crowd itself used: near 1 it is the limit, not the server. */
  readonly crowdCore: number;
}

export interface FedResult {
  readonly seconds: number;
  /** Updates that were sent and seen. */
  readonly updates: number;
  /** What is on the board now. */
  readonly clocks: ClockList;
}

export interface OpenResult {
  /** Milliseconds from connecting to the last byte of the board, and the same with what Yjs takes to apply it. */
  readonly lastByteMs: number;
  readonly appliedMs: number;
  readonly bytes: number;
}

export type Report =
  /** The measured time begins or ends: the moment to look at the server's processor time. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'traffic'; readonly result: TrafficResult }
  | { readonly kind: 'fed'; readonly result: FedResult }
  | { readonly kind: 'opened'; readonly result: OpenResult }
  /** Everybody is back; milliseconds since 1970. */
  | { readonly kind: 'back'; readonly at: number }
  | { readonly kind: 'failed'; readonly reason: string };
