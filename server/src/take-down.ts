/** Taking a server down: in an order in which nothing is lost, and nothing is asked of what has been closed already. */
import type { CommitLoop } from './relay/commit-loop.ts';
import type { Rooms } from './relay/rooms.ts';
import type { SocketServer } from './relay/socket-server.ts';
import type { Store } from './store/store.ts';

interface Closes {
  close(): Promise<void>;
}

/** What a server is made of, as far as it has to be stopped. */
export interface ServerParts {
  readonly sockets: SocketServer;
  readonly loop: CommitLoop;
  /** Takes requests; those that are running have their time. */
  readonly requests: Closes;
  readonly rooms: Rooms;
  /** Builds documents; gives up what it is doing. */
  readonly rebuilder: Closes;
  readonly store: Store;
}

/**
 * Says goodbye to every socket, keeps what came in, waits for documents that are being loaded or gives them up, and lets
 * go of the files.
 */
export async function takeDown({
  sockets,
  loop,
  requests,
  rooms,
  rebuilder,
  store,
}: ServerParts): Promise<void> {
  sockets.close();
  await loop.stop();
  sockets.terminate();
  await requests.close();
  // The rooms come first: what is given up from then on is not called a failure.
  await Promise.all([rooms.close(), rebuilder.close()]);
  // A load that was under way and a request may have brought something more.
  await loop.settled();
  await store.close();
}
