/** An update as the gate holds it: plain records of structs and ranges, with their place in the bytes. */
import type { Container } from './container.ts';

/** The content references of Yjs that the product uses. */
export const CONTENT = { gc: 0, deleted: 1, string: 4, type: 7, any: 8, skip: 10 } as const;
export type ContentKind = (typeof CONTENT)[keyof typeof CONTENT];
/** The type references of Yjs that the product uses. */
export const TYPE = { map: 1, text: 2 } as const;

export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** One struct of an update. Later steps fill in where it stands (`container`, `key`) and what becomes of it. */
export interface Struct {
  readonly client: number;
  readonly clock: number;
  /** Clock ticks; for text UTF-16 units. */
  readonly length: number;
  readonly content: ContentKind;
  readonly origin: StructId | undefined;
  readonly right: StructId | undefined;
  readonly parentRoot: string | undefined;
  readonly parent: StructId | undefined;
  /** Map or text, where the content is a type. */
  readonly type: number;
  readonly text: string;
  readonly values: readonly unknown[];
  /** The bytes [start, end) of the whole struct. */
  readonly start: number;
  readonly end: number;
  /** Where each value begins, for a struct that must be cut; one entry more than there are values. */
  readonly valueStarts: readonly number[];
  /** Ticks at the front that were cut off because they are known here. */
  readonly cut: number;
  /**
   * Whether it came with its left neighbour for its right one too, as a redo of Yjs may make it. Between a place and
   * itself there is none: where it goes would depend on how a document has joined its neighbours. It is passed on
   * without a right one.
   */
  readonly anew: boolean;
  /** As declared until the struct is placed, then as inherited from its neighbours, as Yjs does. */
  key: string | undefined;
  /** Undefined before placing, and for a struct whose surroundings are gone: it has no effect. */
  container: Container | undefined;
  /** The container that this struct is, once asked for. */
  inner: Container | undefined;
  /** Whether the same update deletes it. */
  deleted: boolean;
}

/** The structs of one client id, without a gap; as decoded without those at the front that are known. */
export interface Section {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly Struct[];
  /** First clock after the section. */
  readonly end: number;
}

export interface DeleteRange {
  readonly clock: number;
  readonly length: number;
}

export interface DecodedUpdate {
  readonly bytes: Uint8Array;
  readonly sections: readonly Section[];
  /** Empty when all of them are known to the document. */
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
  /** The name of the delete set among those that are known; undefined for a small one. */
  readonly deletesName: string | undefined;
  /** Whether the set was found to hold nothing new before. */
  readonly deletesKnown: boolean;
}

/** Where the struct that holds this clock lies in its section; the clock must be inside it. */
export function structIndexAt(section: Section, clock: number): number {
  let low = 0;
  let high = section.structs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const struct = section.structs[middle];
    if (struct !== undefined && struct.clock <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}
