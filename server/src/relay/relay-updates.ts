/** What one room tells its sockets once a batch of updates is on disk. */
import type { Connection } from './connection.ts';
import { type FrameRun, frameUpdates } from './frames.ts';

/** An update that has been applied and waits to be kept and relayed. */
export interface Pending {
  readonly update: Uint8Array;
  /** Undefined for the server itself. */
  readonly from: Connection | undefined;
  /** Number in the room, from 1. */
  readonly sequence: number;
}

/**
 * Sends the updates to everybody who has not got them: framed once for all; who sent some of it, or came in meanwhile,
 * gets the rest.
 */
export function relayUpdates(pending: readonly Pending[], connections: ReadonlySet<Connection>): void {
  const oldest = pending[0]?.sequence;
  if (oldest === undefined || connections.size === 0) return;
  const run = frameUpdates(pending.map(({ update }) => update));
  const sent = new Map<Connection, number[]>();
  for (const [index, { from }] of pending.entries()) {
    if (from === undefined) continue;
    const own = sent.get(from);
    if (own === undefined) sent.set(from, [index]);
    else own.push(index);
  }
  for (const connection of connections) {
    const { syncedAt } = connection;
    if (syncedAt === undefined) continue;
    // Sequence numbers go up by one: what was in the answer of a newcomer is a beginning of the run.
    const first = Math.min(Math.max(0, syncedAt - oldest + 1), pending.length);
    sendRest(connection, run, first, pending.length, sent.get(connection) ?? []);
  }
}

/** Sends the frames from `first` up to `end` but for those at `own`, which are in order. */
function sendRest(
  connection: Connection,
  run: FrameRun,
  first: number,
  end: number,
  own: readonly number[],
): void {
  let from = first;
  for (const index of own) {
    if (index > from) connection.sendFrames(run.part(from, index));
    from = Math.max(from, index + 1);
  }
  if (from < end) connection.sendFrames(run.part(from, end));
}
