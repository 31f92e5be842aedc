/**
 * Whether an update can be integrated whole, by playing the order of Yjs on numbers alone
 * (yjs `src/utils/encoding.js`, `integrateStructs`). That all references exist is not enough:
 * two sections that wait for each other would be kept as pending.
 */
import type * as Y from 'yjs';
import { CONTENT, type Section, type Struct, type StructId } from './struct.ts';
import { refuse } from './refusal.ts';
import { stateOf } from './trim.ts';

interface Track {
  readonly structs: readonly Struct[];
  next: number;
  /** First clock not integrated yet. */
  state: number;
}

/** The structs in the order in which Yjs integrates them, or undefined when it would leave some pending. */
export function integrationOrder(doc: Y.Doc, sections: readonly Section[]): readonly Struct[] | undefined {
  for (const section of sections) for (const struct of section.structs) requireBackwards(struct);
  const [only] = sections;
  if (sections.length === 1 && only !== undefined) {
    const missing = only.structs.some(
      (struct) => missingClient(struct, (client) => stateOf(doc, client)) >= 0,
    );
    return missing ? undefined : only.structs;
  }
  return playOrder(doc, sections);
}

/**
 * A reference under the own id must point back. Yjs does not check it, and throws half-way its transaction.
 */
function requireBackwards(struct: Struct): void {
  if (
    isForwards(struct, struct.origin) ||
    isForwards(struct, struct.right) ||
    isForwards(struct, struct.parent)
  )
    refuse('malformed', 'a struct that refers to itself or to what comes after it');
}

function isForwards(struct: Struct, id: StructId | undefined): boolean {
  return id !== undefined && id.client === struct.client && id.clock >= struct.clock;
}

/** The client id of the first reference that is not there yet, or -1. Order as in Yjs `Item.getMissing`. */
function missingClient(struct: Struct, stateFor: (client: number) => number): number {
  if (struct.content === CONTENT.gc) return -1;
  for (const id of [struct.origin, struct.right, struct.parent]) {
    if (id !== undefined && id.client !== struct.client && id.clock >= stateFor(id.client)) return id.client;
  }
  return -1;
}

function playOrder(doc: Y.Doc, sections: readonly Section[]): readonly Struct[] | undefined {
  const tracks = new Map<number, Track>();
  for (const section of sections)
    tracks.set(section.client, { structs: section.structs, next: 0, state: section.clock });
  const stateFor = (client: number): number => tracks.get(client)?.state ?? stateOf(doc, client);
  const waiting = [...tracks.keys()].sort((a, b) => a - b);
  const stack: Struct[] = [];
  const order: Struct[] = [];
  let head = nextStruct(tracks, waiting);
  while (head !== undefined) {
    const track = tracks.get(head.client);
    if (track === undefined || head.clock !== track.state) return undefined;
    const missing = missingClient(head, stateFor);
    if (missing >= 0) {
      stack.push(head);
      const needed = tracks.get(missing);
      head = needed?.structs[needed.next];
      if (needed === undefined || head === undefined) return undefined;
      needed.next += 1;
      continue;
    }
    track.state += head.length;
    order.push(head);
    head = stack.pop() ?? nextStruct(tracks, waiting);
  }
  return order;
}

/** The next struct of the highest client id that has any left. */
function nextStruct(tracks: ReadonlyMap<number, Track>, waiting: number[]): Struct | undefined {
  for (;;) {
    const client = waiting.at(-1);
    const track = client === undefined ? undefined : tracks.get(client);
    if (track === undefined) return undefined;
    const struct = track.structs[track.next];
    if (struct !== undefined) {
      track.next += 1;
      return struct;
    }
    waiting.pop();
  }
}
