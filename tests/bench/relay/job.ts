/** What the benchmark asks of its crowd, and what the crowd tells back: messages between two processes. */

/** `plain` is the protocol of y-websocket; `named` puts the name of the document before every message (Hocuspocus). */
export type Dialect = 'plain' | 'named';

/** One socket of the crowd: where it goes and as whom. */
export interface Seat {
  /** People with the same room see each other. */
  readonly room: string;
  readonly path: string;
  /** Offered as `Sec-WebSocket-Protocol`; absent where the server asks for no ticket. */
  readonly protocol?: string;
  readonly author: string;
  readonly community: string;
}

export interface Place {
  readonly port: number;
  readonly dialect: Dialect;
  /** Whether the server answers a first sync; a bare broadcast does not. */
  readonly syncs: boolean;
  readonly seats: readonly Seat[];
}

export type Work =
  /** Everybody types and drags as at a meet-up. */
  | { readonly kind: 'mix'; readonly seconds: number }
  /** Everybody writes as fast as the others see it: four updates underway each. */
  | { readonly kind: 'saturation'; readonly seconds: number }
  /** Lays notes and moves them until so many updates have been sent and seen. */
  | { readonly kind: 'feed'; readonly notes: number; readonly updates: number }
  /** Opens the board once, until every note is there. */
  | { readonly kind: 'open'; readonly notes: number };

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
  /** Updates in one message that brought any: more than 1 where the server merges them. */
  readonly perMessage: number;
  /** Part of a core the crowd itself used: near 1 it is the limit, not the server. */
  readonly crowdCore: number;
}

export interface OpenResult {
  /** Milliseconds from connecting to the last byte of the board, and to every note being applied. */
  readonly lastByteMs: number;
  readonly appliedMs: number;
  readonly bytes: number;
}

export type Report =
  /** The measured time begins or ends: the moment to look at the server's processor time. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'traffic'; readonly result: TrafficResult }
  | { readonly kind: 'fed'; readonly seconds: number }
  | { readonly kind: 'opened'; readonly result: OpenResult }
  | { readonly kind: 'failed'; readonly reason: string };
