/** What one room tells its sockets once a batch of updates is on disk. */
import type { Connection } from './connection.ts';
import { FrameRun } from './frames.ts';
import { encodeUpdate } from './sync-messages.ts';

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
  const run = new FrameRun(pending.map(({ update }) => encodeUpdate(update)));
  const senders = new Set(pending.map(({ from }) => from));
  for (const connection of connections) {
    const { syncedAt } = connection;
    if (syncedAt === undefined) continue;
    if (syncedAt < oldest && !senders.has(connection)) connection.sendFrames(run.bytes);
    else sendRest(connection, syncedAt, pending, run);
  }
}

function sendRest(
  connection: Connection,
  syncedAt: number,
  pending: readonly Pending[],
  run: FrameRun,
): void {
  let first = 0;
  pending.forEach(({ from, sequence }, index) => {
    if (from !== connection && sequence > syncedAt) return;
    if (index > first) connection.sendFrames(run.part(first, index));
    first = index + 1;
  });
  if (first < pending.length) connection.sendFrames(run.part(first, pending.length));
}
