/** A room without sockets: the gate before a live document, a log of what it accepted, and who listens. */
import type { GateDocument, Sender, Verdict } from '@ruimte/server/relay/gate';
import { BoardCounts } from '@ruimte/server/relay/gate/counts';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import type { ParticipantId } from '@ruimte/shared/ids';
import { LIMITS, type Limits } from '@ruimte/shared/limits';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { BOARD_TABLE, type SchemaTable } from '@ruimte/shared/schema/table';
import * as Y from 'yjs';

/** What went wrong for somebody who did nothing wrong, with the update that shows it. */
export interface Surprise {
  readonly sender: Sender;
  readonly update: Uint8Array;
  readonly what: string;
}

export class GateRoom implements GateDocument {
  readonly doc = new Y.Doc();
  readonly table: SchemaTable;
  readonly owners = new Map<number, ParticipantId>();
  readonly counts: BoardCounts;
  readonly limits: Limits;
  readonly log: Uint8Array[] = [];
  readonly surprises: Surprise[] = [];
  /** Every update as it came in, for tests that look at real traffic. */
  readonly received: Uint8Array[] = [];
  watch: (before: GateRoom, update: Uint8Array, verdict: Verdict, sender: Sender) => void = () => undefined;
  relay: (update: Uint8Array, from: object | undefined) => void = () => undefined;

  constructor(limits: Partial<Limits> = {}, now?: () => number, table: SchemaTable = BOARD_TABLE) {
    this.table = table;
    this.counts = new BoardCounts(now);
    this.limits = { ...LIMITS, ...limits };
    defineRoots(this.doc, BOARD_ROOTS);
  }

  /** Judges an update and, when it is accepted, logs, applies and relays what the gate made of it. */
  receive(sender: Sender, update: Uint8Array, from?: object): Verdict {
    this.received.push(update);
    const verdict = judgeUpdate(this, sender, update);
    this.watch(this, update, verdict, sender);
    if (verdict.kind === 'accept') {
      for (const client of verdict.bind) this.owners.set(client, sender.participant);
      Y.applyUpdate(this.doc, verdict.update);
      if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null)
        this.surprises.push({ sender, update, what: 'left something pending' });
      this.log.push(verdict.update);
      this.relay(verdict.update, from);
    } else if (verdict.kind === 'refuse') {
      this.surprises.push({ sender, update, what: `${verdict.code}: ${verdict.reason}` });
    }
    return verdict;
  }

  /** The server writes itself: around the gate, but logged and relayed like anything else. */
  write(edit: (doc: Y.Doc) => void): void {
    const before = Y.encodeStateVector(this.doc);
    const deletes = Y.snapshot(this.doc).ds;
    edit(this.doc);
    if (Y.equalSnapshots(Y.createSnapshot(deletes, Y.decodeStateVector(before)), Y.snapshot(this.doc)))
      return;
    const update = Y.encodeStateAsUpdate(this.doc, before);
    this.log.push(update);
    this.relay(update, undefined);
  }

  /** A document made of the log alone, as after a restart. */
  replay(): Y.Doc {
    const doc = new Y.Doc();
    defineRoots(doc, BOARD_ROOTS);
    for (const update of this.log) Y.applyUpdate(doc, update);
    return doc;
  }
}

/** Everything on the board as plain data, for comparing replicas. */
export function boardOf(doc: Y.Doc): Record<string, unknown> {
  return Object.fromEntries(BOARD_ROOTS.map((root) => [root, doc.getMap(root).toJSON()]));
}
