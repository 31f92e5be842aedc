/** Whether the sender may write what an update writes, by the table of the schema. */
import { authorOf } from '@ruimte/shared/alias';
import { isRandomId, type NoteId } from '@ruimte/shared/ids';
import { isKey, type KeyRule, type RootRule } from '@ruimte/shared/schema/table';
import * as Y from 'yjs';
import type { Sender } from '../gate.ts';
import { CONTENT, type Struct, TYPE } from './struct.ts';
import type { Container, Entity } from './container.ts';
import type { Places } from './place.ts';
import { refuse } from './refusal.ts';
import { liveItem } from './yjs-inside.ts';

/** Keys of an item that must speak the truth about whoever makes it. */
const AUTHOR = 'author';
const COMMUNITY = 'community';

/** The rule for a key of an item. @throws Refusal `shape` for a key that the schema does not have. */
export function ruleOfKey(rule: RootRule, key: string): KeyRule {
  const named = Object.hasOwn(rule.keys, key) ? rule.keys[key] : undefined;
  const found = named ?? (isKey(key) ? rule.otherKeys : undefined);
  if (found === undefined) refuse('shape', 'a key that the schema does not have');
  return found;
}

/**
 * Whether the item is the sender's own: made in this update, carrying the sender's id or alias as its author or, where
 * there is one item per person, standing under it. Facilitators own every item but other people's marks.
 */
export function isOwn(sender: Sender, entity: Entity): boolean {
  if (entity.rule.keyedByPerson) return entity.key === sender.participant;
  if (sender.facilitator || entity.born) return true;
  return entity.map?.get(AUTHOR) === authorOf(sender, entity.key as NoteId);
}

/** Judges the writing of one placed struct. @throws Refusal `shape` or `forbidden`. */
export function judgeWrite(places: Places, sender: Sender, struct: Struct): void {
  const { container, key } = struct;
  if (container === undefined || container.dead) return;
  if (container.rule.create === 'server') refuse('forbidden', 'only the server writes here');
  if (container.depth >= 2) return judgeLetters(sender, struct, container);
  if (struct.right !== undefined) refuse('shape', 'a value of a map with a right neighbour');
  if (key === undefined || !isKey(key)) refuse('shape', 'a value of a map without a good key');
  if (container.depth === 0) judgeItem(places, sender, struct, container, key);
  else judgeValue(sender, struct, container, key);
}

/** A new item under a root, or a removed one in its place. */
function judgeItem(places: Places, sender: Sender, struct: Struct, root: Container, key: string): void {
  if (!isRandomId(key)) refuse('shape', 'an item under something that is no id');
  if (root.rule.keyedByPerson && key !== sender.participant)
    refuse('forbidden', 'marks under somebody else’s id');
  const live = liveItem(root.type, key);
  if (live !== undefined) judgeOverwriting(places, sender, live);
  if (struct.content === CONTENT.deleted) return;
  if (struct.content !== CONTENT.type) refuse('shape', 'a plain value where an item belongs');
  places.containerMadeBy(struct);
}

/** Writing a key deletes its old value, also when the deletions of the update do not name it. */
function judgeOverwriting(places: Places, sender: Sender, item: Y.Item): void {
  const entity =
    item.content instanceof Y.ContentType ? places.containerOf(item.content.type).entity : undefined;
  if (entity === undefined) refuse('forbidden', 'something of the server stands here');
  judgeRemoval(sender, entity);
  entity.overwritten = true;
}

/** Whether the sender may take the item away. @throws Refusal `forbidden`. */
export function judgeRemoval(sender: Sender, entity: Entity): void {
  const { remove } = entity.rule;
  if (remove === 'any' || (remove === 'own' && isOwn(sender, entity))) return;
  refuse('forbidden', 'only its author or a facilitator removes this');
}

function judgeValue(sender: Sender, struct: Struct, container: Container, key: string): void {
  const { entity } = container;
  if (entity === undefined) refuse('shape', 'a value outside an item');
  const rule = ruleOfKey(container.rule, key);
  judgeContent(struct, rule);
  judgeRight(sender, entity, rule, key);
  if (rule.writer === 'birth') judgeTruth(sender, struct, entity, key);
  entity.touched.add(key);
  if (struct.content !== CONTENT.deleted) entity.written.add(key);
  else if (rule.writer === 'birth') entity.broken = true;
}

function judgeContent(struct: Struct, rule: KeyRule): void {
  switch (struct.content) {
    case CONTENT.deleted:
      return;
    case CONTENT.type:
      if (rule.text === undefined || struct.type !== TYPE.text)
        refuse('shape', 'a type under a key of values');
      return;
    case CONTENT.any:
      // Values that were replaced are merged for undo: one struct may honestly hold several.
      if (!struct.values.every((value) => rule.accepts(value)))
        refuse('shape', 'a value that the key does not take');
      return;
    default:
      refuse('shape', 'letters under a key of values');
  }
}

function judgeRight(sender: Sender, entity: Entity, rule: KeyRule, key: string): void {
  switch (rule.writer) {
    case 'any':
      return;
    case 'own':
      if (!isOwn(sender, entity)) refuse('forbidden', `only its author or a facilitator writes ${key}`);
      return;
    case 'birth':
      if (!entity.born) refuse('forbidden', `${key} is set when an item is made, never again`);
      return;
    case 'server':
      // Undoing a removal copies all keys of the item, those of the server too.
      if (!entity.born || !entity.stoodBefore) refuse('forbidden', `only the server writes ${key}`);
  }
}

function judgeTruth(sender: Sender, struct: Struct, entity: Entity, key: string): void {
  if (struct.content !== CONTENT.any) return;
  if (key === AUTHOR && sender.secret !== undefined && struct.values.includes(sender.participant))
    refuse('forbidden', 'an author who can be told');
  if (sender.facilitator) return;
  const expected =
    key === AUTHOR
      ? authorOf(sender, entity.key as NoteId)
      : key === COMMUNITY
        ? sender.community
        : undefined;
  if (expected !== undefined && struct.values.some((value) => value !== expected))
    refuse('forbidden', `${key} is not the one of the sender`);
}

function judgeLetters(sender: Sender, struct: Struct, container: Container): void {
  const { entity, textKey } = container;
  if (container.depth > 2 || entity === undefined || textKey === undefined || struct.key !== undefined)
    refuse('shape', 'something in a text that is no letter');
  if (struct.content !== CONTENT.string && struct.content !== CONTENT.deleted)
    refuse('shape', 'something in a text that is no letter');
  judgeLetterRight(sender, entity, container.rule, textKey);
  if (struct.content === CONTENT.string) container.added += struct.length;
}

/** Whether the sender may type in this text. @throws Refusal `forbidden` or `shape`. */
export function judgeLetterRight(sender: Sender, entity: Entity, rule: RootRule, textKey: string): void {
  const { text } = ruleOfKey(rule, textKey);
  if (text === 'any' || (text === 'own' && isOwn(sender, entity))) return;
  refuse('forbidden', 'only its author or a facilitator changes these words');
}

/**
 * Whether items made here carry what they must. Keys that others may write can be missing: who undoes a removal
 * after somebody else moved the note meanwhile brings it back without its place.
 * @throws Refusal `shape`.
 */
export function judgeBirths(places: Places): void {
  for (const entity of places.entities) {
    if (!entity.born || entity.deleted) continue;
    if (entity.broken) refuse('shape', 'an item without what it is born with');
    for (const key of entity.rule.required)
      if (!entity.written.has(key) && ruleOfKey(entity.rule, key).writer === 'birth')
        refuse('shape', `an item without ${key}`);
  }
}
