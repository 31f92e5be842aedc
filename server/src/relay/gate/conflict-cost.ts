/**
 * An upper bound of the steps that Yjs takes to find the place of every new item, counted before any is taken.
 * One message of 125 kB can cost 9 s: siblings of one origin, each with another right neighbour. In an honest client
 * the two neighbours stood side by side, so that only items the writer had not seen lie between them.
 */
import * as Y from 'yjs';
import type { Container } from './container.ts';
import type { Places } from './place.ts';
import { refuse } from './refusal.ts';
import { CONTENT, type Struct, type StructId } from './struct.ts';
import { firstItem } from './yjs-inside.ts';

/** Unseen items in one gap. Honest people came to 157 at most over a whole update. */
const MAX_GAP = 512;
/** Steps of one update; this many cost below 15 ms. */
const MAX_STEPS = 4_000;
/** What an item between neighbours that never stood side by side costs, times the items so far. */
const CROOKED_FACTOR = 3;

/** What follows an item in the writer's own view, and how many items unseen by the writer may lie between. */
interface Follower {
  readonly right: StructId | undefined;
  readonly steps: number;
}

/** A text, or one key of a map: what is ordered among itself. */
interface Lane {
  first: Follower | undefined;
  structs: number;
  isCrooked: boolean;
}

/** The running sum of one update; structs are added in the order of integration, after they are placed. */
export class ConflictCost {
  /** Steps counted so far. */
  steps = 0;
  private readonly places: Places;
  private readonly lanes = new Map<Container, Map<string | undefined, Lane>>();
  private readonly followers = new Map<number, Map<number, Follower>>();

  constructor(places: Places) {
    this.places = places;
  }

  /** Counts one struct. @throws Refusal `tooLarge` when the sum is beyond what may be spent on one update. */
  add(struct: Struct): void {
    const { container, origin, right } = struct;
    if (struct.content === CONTENT.gc || container === undefined || container.dead) return;
    const lane = this.laneOf(container, struct.key);
    const known = origin === undefined ? lane.first : this.followerOf(origin);
    const gap = known ?? this.walk(struct, container);
    const fits = known === undefined ? gap.right === undefined : isSame(known.right, right);
    if (!fits) lane.isCrooked = true;
    lane.structs += 1;
    this.steps += gap.steps + (lane.isCrooked ? CROOKED_FACTOR * lane.structs : 0);
    if (this.steps > MAX_STEPS) refuse('tooLarge', 'an update that costs too much to integrate');
    this.remember(struct, lane, gap.steps);
  }

  private laneOf(container: Container, key: string | undefined): Lane {
    let lanes = this.lanes.get(container);
    if (lanes === undefined) this.lanes.set(container, (lanes = new Map<string | undefined, Lane>()));
    let lane = lanes.get(key);
    if (lane === undefined) lanes.set(key, (lane = { first: undefined, structs: 0, isCrooked: false }));
    return lane;
  }

  private followerOf(id: StructId): Follower | undefined {
    const written = this.followers.get(id.client)?.get(id.clock);
    if (written !== undefined) return written;
    const struct = this.places.findNew(id.client, id.clock);
    if (struct === undefined) return undefined;
    const isLast = id.clock === struct.clock + struct.length - 1;
    return { right: isLast ? undefined : { client: id.client, clock: id.clock + 1 }, steps: 0 };
  }

  private remember(struct: Struct, lane: Lane, steps: number): void {
    const { client, clock, origin, right } = struct;
    const toSelf = { right: { client, clock }, steps };
    if (origin === undefined) lane.first = toSelf;
    else this.setFollower(origin, toSelf);
    this.setFollower({ client, clock: clock + struct.length - 1 }, { right, steps });
  }

  private setFollower(id: StructId, follower: Follower): void {
    const ofClient = this.followers.get(id.client);
    if (ofClient === undefined) this.followers.set(id.client, new Map([[id.clock, follower]]));
    else ofClient.set(id.clock, follower);
  }

  /**
   * Counts the items of the document between the neighbours of a struct.
   * @returns `right` is set to the struct itself when the neighbours cannot have stood side by side.
   */
  private walk(struct: Struct, container: Container): Follower {
    const { origin, right } = struct;
    const self: StructId = struct;
    let steps = 0;
    let isCrooked = false;
    let item: Y.Item | null = null;
    if (origin === undefined) item = firstItem(container.type, struct.key, MAX_GAP);
    else {
      const left = this.places.findKnown(origin);
      if (left instanceof Y.GC) return { right: undefined, steps };
      if (origin.clock < left.id.clock + left.length - 1) {
        if (right?.client === origin.client && right.clock === origin.clock + 1)
          return { right: undefined, steps };
        steps = 1;
      }
      item = left.right;
    }
    while (item !== null && !holds(item, right)) {
      steps += 1;
      if (steps > MAX_GAP) refuse('tooLarge', 'an update that costs too much to integrate');
      if (item.id.client === struct.client) isCrooked = true;
      item = item.right;
    }
    if (item === null && right !== undefined) isCrooked = true;
    return { right: isCrooked ? self : undefined, steps };
  }
}

function holds(item: Y.Item, id: StructId | undefined): boolean {
  return (
    id !== undefined &&
    id.client === item.id.client &&
    id.clock >= item.id.clock &&
    id.clock < item.id.clock + item.length
  );
}

function isSame(one: StructId | undefined, other: StructId | undefined): boolean {
  return one?.client === other?.client && one?.clock === other?.clock;
}
