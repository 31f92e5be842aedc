/** Presence of one room and the sockets it goes to: who may show which client id, and who still has to be told. */
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import * as Y from 'yjs';
import { readAwareness, RoomAwareness } from './awareness.ts';
import { Claims } from './claims.ts';
import type { Connection } from './connection.ts';
import { toFrame } from './frames.ts';
import type { RoomPolicy } from './room-parts.ts';

/** The newest of each person goes out once in so many milliseconds. */
const PRESENCE_WINDOW_MS = 1000 / LIMITS.awarenessPerSecond;
/** Timers come up to a millisecond early. */
const TIMER_SLACK_MS = 1;

/** The document as presence sees it. */
interface Owned {
  readonly doc: Y.Doc;
  readonly owners: ReadonlyMap<number, ParticipantId>;
  readonly policy: Pick<RoomPolicy, 'hidesAuthors'>;
}

export class RoomPresence {
  readonly #document: Owned;
  readonly #connections: ReadonlySet<Connection>;
  readonly #awareness: RoomAwareness;
  readonly #claims = new Claims();
  /** When something was last sent to everybody, monotonic. */
  #sentAt = Number.NEGATIVE_INFINITY;
  /** Sockets that missed something, or asked for all of it. */
  readonly #due = new Set<Connection>();

  constructor(document: Owned, connections: ReadonlySet<Connection>) {
    this.#document = document;
    this.#awareness = new RoomAwareness(() => document.policy.hidesAuthors?.() === true);
    this.#connections = connections;
  }

  /** Sends a socket that comes in everybody who is there. */
  show(connection: Connection): void {
    const present = this.#awareness.all();
    if (present !== undefined) connection.send(present);
  }

  /** Sends a socket everybody with the next window, when it has not asked too often. */
  ask(connection: Connection): void {
    if (connection.mayAsk('presence')) this.#due.add(connection);
  }

  /** A socket is gone. */
  leave(connection: Connection): void {
    this.#due.delete(connection);
    if (connection.awarenessId !== undefined) this.#awareness.remove(connection.awarenessId);
  }

  /** Takes what a socket shows of itself; what it repeats of others is passed over. */
  receive(connection: Connection, body: Uint8Array): void {
    const { awarenessId } = connection;
    const entries = readAwareness(body, (client) => awarenessId === undefined || client === awarenessId);
    if (entries === undefined) return connection.close('malformed', 'unreadable presence');
    const { participant } = connection.holder;
    for (const entry of entries) {
      if (connection.awarenessId === undefined) {
        if (!this.#mayShow(entry.client, connection)) continue;
        connection.awarenessId = entry.client;
        if (participant !== null) this.#claims.add(entry.client, participant);
      }
      if (entry.client === connection.awarenessId) this.#awareness.set(entry, participant ?? '');
    }
  }

  /** Whether somebody else has shown this client id, so that it is theirs to write under. */
  isClaimedByOther(client: number, participant: ParticipantId): boolean {
    const claim = this.#claims.ownerOf(client);
    return claim !== undefined && claim !== participant;
  }

  /** Whether a socket may show itself under this client id: its own, or one nobody has. */
  #mayShow(client: number, connection: Connection): boolean {
    const { doc, owners } = this.#document;
    const { participant } = connection.holder;
    const owner = owners.get(client) ?? this.#claims.ownerOf(client);
    if (owner !== undefined) return owner === participant;
    if (Y.getState(doc.store, client) > 0) return false;
    for (const other of this.#connections) {
      if (other !== connection && other.awarenessId === client && other.open) return false;
    }
    return true;
  }

  /**
   * Sends what changed to everybody, unless something was sent less than a window ago. Called every half window, and
   * whenever updates go out anyway: presence then costs no write of its own.
   */
  sendWhenDue(): void {
    const now = performance.now();
    if (now - this.#sentAt < PRESENCE_WINDOW_MS - TIMER_SLACK_MS) return;
    if (this.#send()) this.#sentAt = now;
  }

  /** @returns whether there was anything to send. */
  #send(): boolean {
    const message = this.#awareness.takeChanged();
    if (message !== undefined) {
      const frames = toFrame(message);
      for (const connection of this.#connections) {
        if (!connection.sendPresence(frames)) this.#due.add(connection);
      }
    }
    if (this.#due.size > 0) this.#sendAll();
    return message !== undefined;
  }

  /** Everybody's presence, for those who asked for it and those who were behind and have caught up. */
  #sendAll(): void {
    const all = this.#awareness.all();
    const frames = all === undefined ? undefined : toFrame(all);
    for (const connection of this.#due) {
      if (frames === undefined || connection.sendPresence(frames)) this.#due.delete(connection);
    }
  }
}
