/**
 * Where every struct of an update will stand: root, item, key. Parent and key come from the left neighbour, else
 * from the right one, else as declared, exactly as Yjs takes them (`Item.getMissing`); what stands beside or inside
 * something that is gone is dead, and has no effect.
 */
import type { RootRule, SchemaTable } from '@ruimte/shared/schema/table';
import * as Y from 'yjs';
import {
  type AnyType,
  CONTENT,
  type Section,
  type Struct,
  type StructId,
  structIndexAt,
  TYPE,
} from './struct.ts';
import { refuse } from './refusal.ts';
import { holderOf, newestItem } from './yjs-inside.ts';

/** An item of a root: a note, a group, somebody's votes. */
export interface Entity {
  readonly root: string;
  readonly rule: RootRule;
  /** The key under the root: the id of the item. */
  readonly key: string;
  /** The struct that makes it, when this update does. */
  readonly born: Struct | undefined;
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

interface Spot {
  /** Undefined where everything around is gone from the document. */
  readonly container: Container | undefined;
  readonly key: string | undefined;
}

/** The surroundings of one update: each container and item of the document is one object here. */
export class Places {
  readonly entities: Entity[] = [];
  readonly texts: Container[] = [];
  private readonly doc: Y.Doc;
  private readonly table: SchemaTable;
  private readonly sections: ReadonlyMap<number, Section>;
  private readonly containers = new Map<AnyType, Container>();

  constructor(doc: Y.Doc, table: SchemaTable, sections: readonly Section[]) {
    this.doc = doc;
    this.table = table;
    this.sections = new Map(sections.map((section) => [section.client, section]));
  }

  /** Fills in container and key of a struct; those it builds on must have been placed before. */
  place(struct: Struct): void {
    if (struct.content === CONTENT.gc) return;
    const { container, key } = this.spotOf(struct);
    struct.container = container;
    struct.key = key;
  }

  private spotOf(struct: Struct): Spot {
    const left = struct.origin && this.spotAt(struct.origin);
    const right = struct.right && this.spotAt(struct.right);
    if (left !== undefined && right !== undefined) {
      if (left.container === undefined) return left;
      if (right.container === undefined) return right;
      if (left.container !== right.container || left.key !== right.key)
        refuse('shape', 'neighbours that do not lie in one place');
    }
    const beside = left ?? right;
    if (beside !== undefined) return beside;
    if (struct.parentRoot !== undefined)
      return { container: this.rootContainer(struct.parentRoot), key: struct.key };
    if (struct.parent === undefined) return { container: undefined, key: undefined };
    return { container: this.insideOf(struct.parent), key: struct.key };
  }

  /** The struct of this update with that id, or undefined when it is not in what is new. */
  findNew(client: number, clock: number): Struct | undefined {
    const section = this.sections.get(client);
    if (section === undefined || clock < section.clock || clock >= section.end) return undefined;
    return section.structs[structIndexAt(section, clock)];
  }

  private findKnown(id: StructId): Y.Item | Y.GC {
    const structs = this.doc.store.clients.get(id.client) ?? [];
    const found = structs[Y.findIndexSS(structs, id.clock)];
    if (found === undefined) throw new Error('a reference that was checked is not in the document');
    return found as Y.Item | Y.GC;
  }

  private spotAt(id: StructId): Spot {
    const struct = this.findNew(id.client, id.clock);
    if (struct !== undefined) return { container: struct.container, key: struct.key };
    const item = this.findKnown(id);
    if (item instanceof Y.GC) return { container: undefined, key: undefined };
    return { container: this.containerOf(item.parent as AnyType), key: item.parentSub ?? undefined };
  }

  /** The container that the struct with this id is. */
  private insideOf(id: StructId): Container | undefined {
    const struct = this.findNew(id.client, id.clock);
    if (struct !== undefined) return this.containerMadeBy(struct);
    const item = this.findKnown(id);
    if (item instanceof Y.GC || item.content instanceof Y.ContentDeleted) return undefined;
    if (!(item.content instanceof Y.ContentType)) refuse('shape', 'a parent that cannot hold anything');
    return this.containerOf(item.content.type);
  }

  private rootContainer(name: string): Container {
    const type = Object.hasOwn(this.table, name) ? this.doc.share.get(name) : undefined;
    if (type === undefined) refuse('shape', 'a root that does not exist');
    return this.containerOf(type);
  }

  private rootNameOf(type: AnyType): string {
    for (const name of Object.keys(this.table)) if (this.doc.share.get(name) === type) return name;
    return refuse('shape', 'a root that does not exist');
  }

  /** The container of a type in the document. */
  containerOf(type: AnyType): Container {
    const known = this.containers.get(type);
    if (known !== undefined) return known;
    const holder = holderOf(type);
    const container = holder === null ? this.knownRoot(type) : this.knownInside(type, holder);
    this.containers.set(type, container);
    return container;
  }

  private knownRoot(type: AnyType): Container {
    const root = this.rootNameOf(type);
    const rule = this.table[root];
    if (rule === undefined) refuse('shape', 'a root that does not exist');
    return createContainer({
      depth: 0,
      root,
      rule,
      entity: undefined,
      textKey: undefined,
      type,
      dead: false,
    });
  }

  private knownInside(type: AnyType, item: Y.Item): Container {
    const outer = this.containerOf(item.parent as AnyType);
    const key = item.parentSub ?? '';
    const dead = item.deleted || outer.dead;
    const { root, rule } = outer;
    if (outer.depth > 0) {
      const { entity } = outer;
      return this.keepText(
        createContainer({ depth: outer.depth + 1, root, rule, entity, textKey: key, type, dead }),
      );
    }
    const map = type instanceof Y.Map ? type : undefined;
    const entity = this.keepEntity(createEntity(outer, key, undefined, map));
    return createContainer({ depth: 1, root, rule, entity, textKey: undefined, type, dead });
  }

  /** The container that a struct of this update makes, or undefined when it is dead. */
  containerMadeBy(struct: Struct): Container | undefined {
    if (struct.inner !== undefined) return struct.inner;
    const outer = struct.container;
    if (outer === undefined || outer.dead) return undefined;
    if (struct.content === CONTENT.gc || struct.content === CONTENT.deleted) return undefined;
    if (struct.content !== CONTENT.type) refuse('shape', 'a parent that cannot hold anything');
    const { root, rule } = outer;
    const key = struct.key ?? '';
    const isEntity = outer.depth === 0;
    if (struct.type !== (isEntity ? TYPE.map : TYPE.text)) refuse('shape', 'a type where it does not belong');
    const entity = isEntity ? this.keepEntity(createEntity(outer, key, struct, undefined)) : outer.entity;
    const textKey = isEntity ? undefined : key;
    const depth = outer.depth + 1;
    const made = createContainer({ depth, root, rule, entity, textKey, type: undefined, dead: false });
    struct.inner = isEntity ? made : this.keepText(made);
    return struct.inner;
  }

  private keepEntity(entity: Entity): Entity {
    this.entities.push(entity);
    return entity;
  }

  private keepText(container: Container): Container {
    this.texts.push(container);
    return container;
  }
}

function createContainer(place: Omit<Container, 'added' | 'removed'>): Container {
  return { ...place, added: 0, removed: 0 };
}

function createEntity(
  outer: Container,
  key: string,
  born: Struct | undefined,
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
