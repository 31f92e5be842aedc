/** What the benchmark asks of a server under measurement. */
import type { ServerChild } from './children.ts';
import type { Place, Returning } from './job.ts';

export const CONTENDER_IDS = [
  'ruimte',
  'floor',
  'joined',
  'y-websocket',
  'hocuspocus3',
  'hocuspocus4',
] as const;
export type ContenderId = (typeof CONTENDER_IDS)[number];

/** How a server that was stopped or killed is started again on its folder, with its usual limits. */
export interface Again {
  /** How many of the people of the first board get a place. */
  readonly people: number;
  /** How they are going to come back when it goes away; by default they do not. */
  readonly returning?: Returning;
  /** Where; a free port by default. */
  readonly port?: number;
}

/** A started server with the crowd's places on it. */
export interface Running {
  readonly child: ServerChild;
  readonly place: Place;
  restart(again: Again): Promise<{ readonly child: ServerChild; readonly place: Place }>;
}

export interface Setting {
  readonly folder: string;
  readonly rooms: number;
  readonly people: number;
  /** Whether limits per person are lifted, where there are any. */
  readonly raised: boolean;
  /** A folder for profiles of the processor, where the server can make them. */
  readonly profiles?: string;
}

export interface Contender {
  readonly id: ContenderId;
  readonly title: string;
  /** Whether it keeps anything: the floors do not, and have no cold open. */
  readonly keeps: boolean;
  /** Milliseconds after the last person left until it has surely tidied up on disk. */
  readonly settleMs: number;
  /** Whether it has tidied up, where that can be told: then nobody waits longer. */
  isTidy?(folder: string): boolean;
  start(setting: Setting): Promise<Running>;
}
