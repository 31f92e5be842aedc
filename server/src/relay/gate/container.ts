/** What an update writes into, as the gate keeps it: items of a root, and whatever holds items. */
import type { RootRule } from '@ruimte/shared/schema/table';
import type * as Y from 'yjs';
import { type AnyType, newestItem } from './yjs-inside.ts';

/** An item of a root: a note, a group, somebody's votes. */
export interface Entity {
  readonly root: string;
  readonly rule: RootRule;
  /** The key under the root: the id of the item. */
  readonly key: string;
  /** Whether this update makes it. */
  readonly born: boolean;
  /** The map in the document, when it was there before. */
  readonly map: Y.Map<unknown> | undefined;
  /** Whether something stood under this key before: undoing a removal makes the item anew. */
  readonly stoodBefore: boolean;
  /** Whether this update deletes it. */
  deleted: boolean;
  /** Whether this update writes its key anew, which deletes it too. */
  overwritten: boolean;
  /** Keys that this update writes, be it with a value that it deletes again; their old values go. */
  readonly touched: Set<string>;
  /** Keys that this update gives a value. */
  readonly written: Set<string>;
  /** Whether this update leaves one of the keys that are set at birth without its value. */
  broken: boolean;
}

/** Something that holds items: a root (depth 0), an item's map (1) or its text (2). */
export interface Container {
  readonly depth: number;
  readonly root: string;
  readonly rule: RootRule;
  /** Undefined for a root. */
  readonly entity: Entity | undefined;
  /** Where a text stands in its item. */
  readonly textKey: string | undefined;
  /** The type in the document; undefined for one that this update makes. */
  readonly type: AnyType | undefined;
  /** Whether it is deleted already, so that nothing inside has an effect. */
  readonly dead: boolean;
  /** UTF-16 units that this update adds to and takes from a text. */
  added: number;
  removed: number;
}

/** An item with nothing written to it yet. */
export function createEntity(
  outer: Container,
  key: string,
  born: boolean,
  map: Y.Map<unknown> | undefined,
): Entity {
  const { root, rule } = outer;
  const stoodBefore = newestItem(outer.type, key) !== undefined;
  return {
    root,
    rule,
    key,
    born,
    map,
    stoodBefore,
    deleted: false,
    overwritten: false,
    touched: new Set(),
    written: new Set(),
    broken: false,
  };
}
