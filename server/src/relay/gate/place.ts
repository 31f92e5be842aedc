/**
 * Where every struct of an update will stand: root, item, key. Parent and key come from the left neighbour, else
 * from the right one, else as declared, exactly as Yjs takes them (`Item.getMissing`); what stands beside or inside
 * something that is gone is dead, and has no effect.
 */
import type { SchemaTable } from '@ruimte/shared/schema/table';
import * as Y from 'yjs';
import { CONTENT, type Section, type Struct, type StructId, structIndexAt, TYPE } from './struct.ts';
import { type Container, createEntity, type Entity } from './container.ts';
import { refuse } from './refusal.ts';
import { type AnyType, holderOf } from './yjs-inside.ts';

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

  /** The item of the document with that id; it must be there. */
  findKnown(id: StructId): Y.Item | Y.GC {
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
    return {
      depth: 0,
      root,
      rule,
      entity: undefined,
      textKey: undefined,
      type,
      dead: false,
      added: 0,
      removed: 0,
    };
  }

  private knownInside(type: AnyType, item: Y.Item): Container {
    const outer = this.containerOf(item.parent as AnyType);
    const key = item.parentSub ?? '';
    const dead = item.deleted || outer.dead;
    const { root, rule } = outer;
    if (outer.depth > 0) {
      const { entity } = outer;
      return this.keepText({
        depth: outer.depth + 1,
        root,
        rule,
        entity,
        textKey: key,
        type,
        dead,
        added: 0,
        removed: 0,
      });
    }
    const map = type instanceof Y.Map ? type : undefined;
    const entity = this.keepEntity(createEntity(outer, key, false, map));
    return { depth: 1, root, rule, entity, textKey: undefined, type, dead, added: 0, removed: 0 };
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
    const entity = isEntity ? this.keepEntity(createEntity(outer, key, true, undefined)) : outer.entity;
    const textKey = isEntity ? undefined : key;
    const depth = outer.depth + 1;
    const made = { depth, root, rule, entity, textKey, type: undefined, dead: false, added: 0, removed: 0 };
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
