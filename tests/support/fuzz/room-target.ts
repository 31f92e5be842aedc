/** A whole room of the relay, its connections on sockets that are held in the hand. */
import { EventEmitter } from 'node:events';
import { Duplex, Writable } from 'node:stream';
import { systemClock } from '@ruimte/server/clock';
import { createLogger } from '@ruimte/server/log';
import { CommitLoop } from '@ruimte/server/relay/commit-loop';
import { Connection } from '@ruimte/server/relay/connection';
import type { Sender } from '@ruimte/server/relay/gate';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import { RateBucket } from '@ruimte/server/relay/rate';
import { rebuildPieces } from '@ruimte/server/relay/rebuild';
import type { Room } from '@ruimte/server/relay/room';
import type { RoomPolicy } from '@ruimte/server/relay/room-parts';
import { Rooms } from '@ruimte/server/relay/rooms';
import { Turn } from '@ruimte/server/relay/turn-writer';
import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { Store } from '@ruimte/server/store/store';
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import { closeReason } from '@ruimte/shared/protocol/close-codes';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BOARD_KEY } from '../relay-rig.ts';
import type { FuzzTarget } from './fuzz.ts';
import { isWhole, requireSame } from './gate-target.ts';

/** How fast things come is another test's question. */
const UNHURRIED = {
  ...LIMITS,
  messagesPerSecond: 1e9,
  messageBurst: 1e9,
  bytesPerSecond: 1e12,
  byteBurst: 1e12,
};

/** What a connection uses of a WebSocket: messages come in by hand, and closing is at once. */
class HeldSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readyState: number = 1;
  code = 0;

  pause(): void {}
  resume(): void {}
  ping(): void {}

  close(code = 1005): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.code = code;
    this.emit('close', code);
    // A connection holds on to its socket for ten seconds more; thousands of them are to weigh nothing here.
    this.removeAllListeners();
  }

  terminate(): void {
    this.close(1006);
  }
}

export class RoomTarget implements FuzzTarget {
  readonly #room: Room;
  readonly #store: Store;
  readonly #senders: Map<ParticipantId, Sender>;
  readonly #sockets = new Map<ParticipantId, HeldSocket>();
  readonly #errors: string[];
  /** Where all that the room sends goes. */
  readonly #nowhere = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  readonly #turn = new Turn();
  readonly #log = createLogger('silent');

  private constructor(room: Room, store: Store, senders: Map<ParticipantId, Sender>, errors: string[]) {
    this.#room = room;
    this.#store = store;
    this.#senders = senders;
    this.#errors = errors;
  }

  static async open(): Promise<RoomTarget> {
    const senders = new Map<ParticipantId, Sender>();
    const errors: string[] = [];
    const log = createLogger(
      'error',
      new Writable({ decodeStrings: false, write: (line: string, _, done) => (errors.push(line), done()) }),
    );
    const store = createMemoryStore();
    const loop = new CommitLoop(store, log);
    const rooms = new Rooms({
      store,
      loop,
      rebuilder: { rebuild: async (updates) => rebuildPieces(updates) },
      gate: judgeUpdate,
      limits: LIMITS,
      clock: systemClock,
      log,
    });
    const policy: RoomPolicy = {
      sender: ({ participant }) => (participant === null ? undefined : senders.get(participant)),
      whyNotWrite: () => undefined,
      removed: () => [],
    };
    return new RoomTarget(await rooms.open(BOARD_KEY, 'board', policy), store, senders, errors);
  }

  async write(update: Uint8Array): Promise<void> {
    if (!isWhole(this.#room.doc, update)) return;
    await this.#room.edit((doc) => Y.applyUpdate(doc, update, 'server'));
  }

  push(sender: Sender, bytes: Uint8Array): string {
    const socket = this.#socketOf(sender);
    socket.emit('message', Buffer.from(bytes), true);
    // Looking at the document has it judged now, and not with the next batch.
    this.check();
    return socket.readyState === socket.OPEN ? 'taken' : (closeReason(socket.code) ?? `code ${socket.code}`);
  }

  #socketOf(sender: Sender): HeldSocket {
    const open = this.#sockets.get(sender.participant);
    if (open !== undefined && open.readyState === open.OPEN) return open;
    this.#senders.set(sender.participant, sender);
    const socket = new HeldSocket();
    const holder = { sessionHash: '', role: 'participant', participant: sender.participant } as const;
    const connection = new Connection({
      socket: socket as unknown as WebSocket,
      raw: this.#nowhere,
      turn: this.#turn,
      holder,
      extras: true,
      bucket: new RateBucket(UNHURRIED),
      log: this.#log,
    });
    this.#room.join(connection);
    this.#sockets.set(sender.participant, socket);
    return socket;
  }

  check(): void {
    const { store } = this.#room.doc;
    if (store.pendingStructs !== null || store.pendingDs !== null) throw new Error('something is pending');
    const [error] = this.#errors;
    if (error !== undefined) throw new Error(`the room logged ${error}`);
    this.#room.sendPresence();
  }

  async settle(): Promise<void> {
    await this.#room.flush();
    this.check();
    const replayed = new Y.Doc();
    defineRoots(replayed, BOARD_ROOTS);
    const stored = await this.#store.loadDocument(BOARD_KEY);
    for (const update of stored?.updates ?? []) Y.applyUpdate(replayed, update);
    requireSame(this.#room.doc, replayed);
    for (const socket of this.#sockets.values()) socket.close();
  }
}
