/**
 * What an update deletes: the ranges that are still alive here.
 * A client that joins sends the deletions of its whole life; only those not known yet are looked at and passed on.
 */
import type { Limits } from '@ruimte/shared/limits';
import * as Y from 'yjs';
import {
  CONTENT,
  type DecodedUpdate,
  type DeleteRange,
  type Section,
  type Struct,
  structIndexAt,
} from './struct.ts';
import type { AnyType } from './yjs-inside.ts';
import type { Container, Entity } from './container.ts';
import type { Places } from './place.ts';
import { refuse } from './refusal.ts';
import { stateOf } from './trim.ts';

/** Cuts times structs under that client id; this many take about 50 ms. */
const MAX_CUT_WORK = 20_000_000;

/** One stretch of one item that this update deletes. */
export interface DeleteTarget {
  readonly client: number;
  /** Whether this update brings the item too. */
  readonly isNew: boolean;
  readonly container: Container;
  readonly key: string | undefined;
  /** The item of a root that is deleted, where it is one. */
  readonly entity: Entity | undefined;
  /** UTF-16 units that a text loses by it. */
  readonly letters: number;
}

export interface FreshDeletes {
  readonly ranges: ReadonlyMap<number, readonly DeleteRange[]>;
  readonly count: number;
  /** Whether ranges that are known already were left out. */
  readonly trimmed: boolean;
  /** Whether the document holds all ranges of the update, deleted. */
  readonly known: boolean;
  readonly targets: readonly DeleteTarget[];
}

/** Collects what is deleted for the first time. */
class Collector {
  readonly ranges = new Map<number, DeleteRange[]>();
  readonly targets: DeleteTarget[] = [];
  count = 0;
  /** What cutting items in two costs: Yjs moves all structs of that client id behind each cut. */
  private cutWork = 0;
  private readonly places: Places;
  private readonly limit: number;

  constructor(places: Places, limit: number) {
    this.places = places;
    this.limit = limit;
  }

  addKnown(item: Y.Item, client: number, clock: number, length: number): void {
    this.addRange(client, clock, length);
    const container = this.places.containerOf(item.parent as AnyType);
    const entity =
      container.depth === 0 && item.content instanceof Y.ContentType
        ? this.places.containerOf(item.content.type).entity
        : undefined;
    const letters = item.countable ? length : 0;
    const key = item.parentSub ?? undefined;
    this.targets.push({ client, isNew: false, container, key, entity, letters });
  }

  addNew(struct: Struct, clock: number, length: number): void {
    struct.deleted = true;
    this.addRange(struct.client, clock, length);
    const { container, key } = struct;
    if (container === undefined || container.dead) return;
    const entity = container.depth === 0 ? this.places.containerMadeBy(struct)?.entity : undefined;
    this.targets.push({ client: struct.client, isNew: true, container, key, entity, letters: length });
  }

  /** Bounds the deletions in the middle of items; 4,500 of them under an id of 300,000 structs take 4 s. */
  addCut(structs: number): void {
    this.cutWork += structs;
    if (this.cutWork > MAX_CUT_WORK) refuse('tooLarge', 'deletions that cost too much');
  }

  private addRange(client: number, clock: number, length: number): void {
    const ranges = this.ranges.get(client) ?? [];
    if (ranges.length === 0) this.ranges.set(client, ranges);
    const last = ranges.at(-1);
    if (last !== undefined && last.clock + last.length === clock) {
      ranges[ranges.length - 1] = { clock: last.clock, length: last.length + length };
      return;
    }
    this.count += 1;
    if (this.count > this.limit) refuse('tooLarge', 'too many deletions in one update');
    ranges.push({ clock, length });
  }
}

/**
 * The ranges of an update that are alive until now.
 * @param sections - what is new of the structs; all placed.
 * @returns undefined when something is deleted that is known neither here nor to the update.
 */
export function findFreshDeletes(
  doc: Y.Doc,
  places: Places,
  update: DecodedUpdate,
  sections: readonly Section[],
  limits: Limits,
): FreshDeletes | undefined {
  const found = new Collector(places, limits.freshDeleteRangesPerUpdate);
  const fresh = new Map(sections.map((section) => [section.client, section]));
  let ticks = 0;
  let isKnown = true;
  for (const [client, ranges] of update.deletes) {
    const state = stateOf(doc, client);
    const section = fresh.get(client);
    const end = section?.end ?? state;
    const structs = (doc.store.clients.get(client) ?? []) as (Y.Item | Y.GC)[];
    for (const range of ranges) {
      const rangeEnd = range.clock + range.length;
      if (rangeEnd > end) return undefined;
      if (rangeEnd > state) isKnown = false;
      ticks += range.length;
      if (range.clock < state) findKnown(found, structs, range.clock, Math.min(rangeEnd, state));
      if (section !== undefined && rangeEnd > state)
        findNew(found, section, Math.max(range.clock, state), rangeEnd);
    }
  }
  return {
    ranges: found.ranges,
    count: found.count,
    targets: found.targets,
    trimmed: update.deletesKnown || ticks > sum(found.ranges),
    known: isKnown && found.count === 0,
  };
}

function sum(ranges: ReadonlyMap<number, readonly DeleteRange[]>): number {
  let total = 0;
  for (const list of ranges.values()) for (const range of list) total += range.length;
  return total;
}

function findKnown(found: Collector, structs: readonly (Y.Item | Y.GC)[], clock: number, end: number): void {
  let index = Y.findIndexSS(structs as (Y.Item | Y.GC)[], clock);
  let item = structs[index];
  while (item !== undefined && item.id.clock < end) {
    if (item instanceof Y.Item && !item.deleted) {
      const from = Math.max(clock, item.id.clock);
      const itemEnd = item.id.clock + item.length;
      if (from > item.id.clock || end < itemEnd) found.addCut(structs.length);
      found.addKnown(item, item.id.client, from, Math.min(end, itemEnd) - from);
    }
    index += 1;
    item = structs[index];
  }
}

function findNew(found: Collector, section: Section, clock: number, end: number): void {
  for (let index = structIndexAt(section, clock); index < section.structs.length; index += 1) {
    const struct = section.structs[index];
    if (struct === undefined || struct.clock >= end) return;
    const structEnd = struct.clock + struct.length;
    if (structEnd <= clock || struct.content === CONTENT.gc || struct.content === CONTENT.deleted) continue;
    const from = Math.max(clock, struct.clock);
    found.addNew(struct, from, Math.min(end, structEnd) - from);
  }
}
