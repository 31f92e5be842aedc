/**
 * What the gate remembers of a document from one update to the next: how full it is (an upper estimate that is counted
 * anew only when it reaches a limit), what everybody's changes have cost, and which deletions are known.
 */
import type { SchemaTable } from '@ruimte/shared/schema/table';
import type * as Y from 'yjs';
import { KnownDeletes } from './known-deletes.ts';
import { StepSums } from './step-sums.ts';
import { countLive } from './yjs-inside.ts';

/** Births between two exact counts; what the server writes itself is unseen until the next one. */
const RECOUNT_AFTER = 256;

/** What a room keeps beside its document; made once, fed by the gate. */
export class BoardCounts {
  private notes = 0;
  private objects = 0;
  private structs = 0;
  private sinceCount = RECOUNT_AFTER;
  readonly steps: StepSums;
  readonly knownDeletes = new KnownDeletes();

  /** @param now - monotonic milliseconds; tests bring their own. */
  constructor(now: () => number = () => performance.now()) {
    this.steps = new StepSums(now);
  }

  /** Whether so many more notes and objects still fit. Counting anew costs about 1 ms at 10,000 notes. */
  hasRoom(
    doc: Y.Doc,
    table: SchemaTable,
    more: { readonly notes: number; readonly objects: number },
    limits: { readonly notesPerBoard: number; readonly objectsPerBoard: number },
  ): boolean {
    const fits = (): boolean =>
      this.notes + more.notes <= limits.notesPerBoard &&
      this.objects + more.objects <= limits.objectsPerBoard;
    if (this.sinceCount + more.objects <= RECOUNT_AFTER && fits()) return true;
    this.objects = 0;
    for (const root of Object.keys(table)) {
      const live = countLive(doc.share.get(root));
      if (root === 'notes') this.notes = live;
      this.objects += live;
    }
    this.sinceCount = 0;
    return fits();
  }

  /** Whether so many more structs still fit. Counting anew is a sum over client ids. */
  hasRoomForStructs(doc: Y.Doc, more: number, limit: number): boolean {
    if (this.structs > 0 && this.structs + more <= limit) return true;
    this.structs = 0;
    for (const list of doc.store.clients.values()) this.structs += list.length;
    return this.structs + more <= limit;
  }

  /** Takes in what an accepted update adds at most. */
  add(more: { readonly notes: number; readonly objects: number; readonly structs: number }): void {
    this.notes += more.notes;
    this.objects += more.objects;
    this.structs += more.structs;
    this.sinceCount += more.objects;
  }
}
