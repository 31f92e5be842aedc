/**
 * A device of an honest person: a Yjs document, the sync protocol as standard providers speak it, the product's edits,
 * and a line that comes and goes. It judges the server by what it receives.
 */
import { closeReason } from '@ruimte/shared/protocol/close-codes';
import { MESSAGE, readOwnMessage } from '@ruimte/shared/protocol/messages';
import type { NoteId, ParticipantId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { say } from '../support/attacker.ts';
import { actOnce, createUndo, type Hand } from '../support/honest-act.ts';
import type { Random } from '../support/random.ts';
import type { Actor } from './cast.ts';
import { findRepeated, isPending } from './findings.ts';
import { type Ledger, newBoard } from './ledger.ts';
import type { Line, LineListener } from './line.ts';
import type { Time } from './time.ts';
import type { Trace } from './trace.ts';

/** What a device needs of its world. */
export interface DeviceWorld {
  readonly time: Time;
  readonly random: Random;
  readonly trace: Trace;
  readonly ledger: Ledger;
  readonly counts: { operations: number; updates: number; closes: Record<string, number> };
  /** Opens a line to the board; undefined while there is no server. */
  dial(actor: Actor, extras: boolean, listener: LineListener): Line | undefined;
  fail(sentence: string): void;
}

const REMOTE = 'remote';
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_500;

export class HonestDevice implements Hand {
  doc: Y.Doc;
  undo: Y.UndoManager;
  readonly random: Random;
  readonly sender: Hand['sender'];
  readonly actor: Actor;
  readonly name: string;
  /** Whether this device asks for the messages of the product: a standard provider does not. */
  readonly extras: boolean;
  /** Whether the document has ever been complete: before that nobody edits it. */
  hasSynced = false;
  /** Whether it has been complete since the line was opened. */
  isSynced = false;
  line: Line | undefined;
  readonly #world: DeviceWorld;
  #wantsLine = true;
  #isGone = false;
  #tries = 0;
  #presenceClock = 0;
  /** Client ids this device has had, each with its clock when the line was opened. */
  readonly #own = new Map<number, number>();
  /** The last update that was sent, for sending it twice. */
  #lastUpdate: Uint8Array | undefined;
  #cancelRetry: (() => void) | undefined;

  constructor(world: DeviceWorld, actor: Actor, name: string, extras: boolean) {
    this.#world = world;
    this.random = world.random;
    this.actor = actor;
    this.name = name;
    this.extras = extras;
    const { participant, community, role } = actor;
    // The wall writes nothing: whose words they would be is never asked.
    const who = participant ?? ('' as ParticipantId);
    this.sender = { participant: who, community, facilitator: role === 'facilitator' };
    this.doc = newBoard();
    this.undo = this.#open(undefined);
  }

  get mayWrite(): boolean {
    return this.actor.participant !== null;
  }

  /** Makes the document under a new client id, from a stored copy when there is one. */
  #open(stored: Uint8Array | undefined): Y.UndoManager {
    const { ledger } = this.#world;
    this.doc = newBoard();
    this.doc.clientID = this.random.below(2 ** 32);
    if (this.actor.participant !== null) ledger.owners.set(this.doc.clientID, this.actor.participant);
    if (stored !== undefined) Y.applyUpdate(this.doc, stored, REMOTE);
    this.hasSynced = stored !== undefined && this.hasSynced;
    this.#own.set(this.doc.clientID, 0);
    this.#presenceClock = 0;
    this.#lastUpdate = undefined;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.#sendUpdate(update);
    });
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin !== REMOTE) ledger.allow(transaction);
    });
    const notes = rootOf(this.doc, 'notes');
    notes.observe(({ keysChanged, transaction }) => {
      if (transaction.origin === REMOTE) return;
      for (const id of keysChanged) if (!notes.has(id)) ledger.removed.add(id as NoteId);
    });
    this.undo = createUndo(this.doc, this.random);
    return this.undo;
  }

  #send(message: Uint8Array): void {
    this.line?.send(message);
  }

  #sendSync(write: (encoder: encoding.Encoder) => void): void {
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        write(encoder);
      }),
    );
  }

  #sendUpdate(update: Uint8Array): void {
    this.#world.counts.updates += 1;
    this.#lastUpdate = update;
    this.#sendSync((encoder) => sync.writeUpdate(encoder, update));
  }

  /** Does one thing a person does; while the document has never been complete there is nothing to do it on. */
  act(): void {
    if (!this.hasSynced || !this.mayWrite) return;
    this.#world.counts.operations += 1;
    actOnce(this);
  }

  /** Sends again what was sent before: the last update, or everything as an answer nobody asked for. */
  repeat(): void {
    if (this.random.chance(0.5)) this.#sendSync((encoder) => sync.writeSyncStep2(encoder, this.doc));
    else if (this.#lastUpdate !== undefined) this.#sendUpdate(this.#lastUpdate);
  }

  showPresence(): void {
    this.#presenceClock += 1;
    const cursor = [this.random.below(900), this.random.below(900)];
    this.#send(say.presence([[this.doc.clientID, this.#presenceClock, { cursor }]]));
  }

  /** Opens a line, now or as soon as there is a server. */
  connect(): void {
    if (this.#isGone) return;
    this.#wantsLine = true;
    this.#cancelRetry?.();
    if (this.line !== undefined) return;
    this.isSynced = false;
    // Whatever a line that is over still says is of the past.
    const mine = (run: () => void): void => {
      if (this.line === line) run();
    };
    const line: Line | undefined = this.#world.dial(this.actor, this.extras, {
      opened: () => mine(() => this.#greet()),
      received: (message) => mine(() => this.#receive(message)),
      closed: (code) => mine(() => this.#lose(code)),
    });
    this.line = line;
    if (line === undefined) this.#retry();
  }

  #retry(): void {
    this.#cancelRetry?.();
    const bound = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#cancelRetry = this.#world.time.after(this.random.below(bound) + 1, () => {
      if (this.#wantsLine) this.connect();
    });
  }

  #lose(code: number): void {
    const { trace, counts } = this.#world;
    const reason = closeReason(code) ?? String(code);
    trace.add(`${this.name} lost its line: ${reason}`);
    counts.closes[reason] = (counts.closes[reason] ?? 0) + 1;
    this.line = undefined;
    this.isSynced = false;
    if (code >= 4400 && code < 4500)
      this.#world.fail(`D6: ${this.name}, who is honest, was refused: ${reason}`);
    if (reason === 'tooFast') this.#world.fail(`D6: ${this.name}, who is honest, was held off`);
    if (this.#wantsLine) this.#retry();
  }

  /** Goes off line; what is under way still arrives, what comes back does not. */
  leave(): void {
    this.#wantsLine = false;
    this.#cancelRetry?.();
    this.line?.hangUp();
    this.line = undefined;
    this.isSynced = false;
  }

  /** Goes, and does not come back whatever was planned. */
  leaveForGood(): void {
    this.leave();
    this.#isGone = true;
  }

  /** The page is loaded again, under a new client id, with the local copy or without. */
  reload(keepsCopy: boolean): void {
    const stored = keepsCopy ? Y.encodeStateAsUpdate(this.doc) : undefined;
    this.leave();
    this.undo.destroy();
    this.doc.destroy();
    this.#open(stored);
  }

  #greet(): void {
    // Own words may still be under way on an earlier line: they come to this one as those of somebody else.
    for (const client of this.#own.keys()) this.#own.set(client, Y.getState(this.doc.store, client));
    this.#sendSync((encoder) => sync.writeSyncStep1(encoder, this.doc));
    if (this.random.chance(0.7)) this.showPresence();
  }

  #receive(message: Uint8Array): void {
    this.#world.trace.add(`${this.name} <`, message);
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) return this.#receiveSync(decoder);
    // A standard provider passes on what it hears of others.
    if (type === MESSAGE.awareness && !this.extras && this.random.chance(0.2)) return this.#send(message);
    const own = readOwnMessage(type, decoder);
    if (own === undefined) return;
    if (!this.extras) this.#world.fail('a standard provider was sent what only the product understands');
    if (own.type !== 'durable') return;
    const { ledger } = this.#world;
    if (ledger.owners.get(own.clientId) !== this.actor.participant)
      this.#world.fail(`${this.name} was told of words that are somebody else's`);
    ledger.call(own.clientId, own.clock);
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const kind = decoding.peekVarUint(decoder);
    if (kind === sync.messageYjsSyncStep1) {
      return this.#sendSync((encoder) => sync.readSyncMessage(decoder, encoder, this.doc, REMOTE));
    }
    const update = decoding.readVarUint8Array(decoding.clone(decoder, decoder.pos + 1));
    const repeated = findRepeated(this.doc, update, this.#own);
    // A batch that a failing disk kept twice is twice in the first answer.
    if (repeated !== undefined && this.isSynced)
      this.#world.fail(`D7: ${this.name} was sent what it had: ${repeated}`);
    sync.readSyncMessage(decoder, encoding.createEncoder(), this.doc, REMOTE);
    this.#world.ledger.receive(update);
    if (isPending(this.doc)) this.#world.fail(`D7: ${this.name} was sent an update without its causes`);
    if (kind !== sync.messageYjsSyncStep2) return;
    this.isSynced = true;
    this.hasSynced = true;
    this.#tries = 0;
  }
}
