/**
 * The one table of roots, keys, values and writers. The gate of the server judges by it and the client writes by it,
 * so that an honest client never meets the gate.
 */
import { isNamedId, isRandomId } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/**
 * Who may write a key of an item:
 * `any` whoever may write on the document; `own` the author of the item or a facilitator;
 * `birth` set once, in the update that makes the item; `server` nobody through the
 * relay, but for whoever makes a removed item anew, as undo does.
 */
export type Writer = 'any' | 'own' | 'birth' | 'server';

export interface KeyRule {
  readonly writer: Writer;
  /** A shared text; its letters may be changed by whoever `writer` of the letters says. */
  readonly text?: Writer;
  /** Whether a value that is not a text is allowed here. */
  readonly accepts: (value: unknown) => boolean;
}

export interface RootRule {
  /** Who may make and remove items: `any` makes, the item's `author` or a facilitator removes; `server` nobody. */
  readonly create: Writer;
  readonly remove: Writer;
  /**
   * Keys that come with the item, in the same update. Only those set at birth are demanded: who undoes a removal
   * after somebody else moved the note meanwhile honestly brings it back without its place.
   */
  readonly required: readonly string[];
  /** Whether the key of the item must be the writer's own participant id (votes and ratings). */
  readonly keyedByPerson?: true;
  readonly keys: Readonly<Record<string, KeyRule>>;
  /** The rule for keys that are not named in `keys`, where items hold ids (votes and ratings). */
  readonly otherKeys?: KeyRule;
}

export type SchemaTable = Readonly<Record<string, RootRule>>;

const KEY = /^[A-Za-z0-9_.-]{1,64}$/;

/** True for a key that may stand in a document: short, plain, and harmless in a plain object. */
export function isKey(key: string): boolean {
  return KEY.test(key) && key !== '__proto__' && key !== 'constructor';
}

const MAX_PLACE = 100_000;
const isPlace = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'number' && Number.isFinite(part) && Math.abs(part) <= MAX_PLACE);
const isShort = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= LIMITS.stringValueUnits;
const isOrder = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9]{1,64}$/.test(value);
const isTime = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e14;
const isIdOrNothing = (value: unknown): boolean => value === '' || isRandomId(value);
const never = (): boolean => false;

const serverOnly: RootRule = { create: 'server', remove: 'server', required: [], keys: {} };

const notes: RootRule = {
  create: 'any',
  remove: 'own',
  required: ['zone', 'p', 'text', 'author', 'community', 'round', 'at', 'order'],
  keys: {
    zone: { writer: 'any', accepts: isNamedId },
    p: { writer: 'any', accepts: isPlace },
    text: { writer: 'birth', text: 'own', accepts: never },
    author: { writer: 'birth', accepts: isRandomId },
    community: { writer: 'birth', accepts: isIdOrNothing },
    round: { writer: 'birth', accepts: (value) => value === '' || isNamedId(value) },
    at: { writer: 'birth', accepts: isTime },
    order: { writer: 'any', accepts: isOrder },
    group: { writer: 'any', accepts: isIdOrNothing },
    origin: { writer: 'server', accepts: isShort },
    late: { writer: 'server', accepts: (value) => value === true },
  },
};

/** On a desk: one map per participant, keyed by note or zone, so that two tabs of one person count as one. */
const marks: RootRule = {
  create: 'own',
  remove: 'own',
  required: [],
  keyedByPerson: true,
  keys: {},
  otherKeys: {
    writer: 'own',
    accepts: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1000,
  },
};

/** What may be written on a board. */
export const BOARD_TABLE: SchemaTable = {
  meta: serverOnly,
  zones: serverOnly,
  communities: serverOnly,
  notes,
  groups: {
    create: 'any',
    remove: 'any',
    required: ['name', 'zone'],
    keys: { name: { writer: 'any', accepts: isShort }, zone: { writer: 'any', accepts: isNamedId } },
  },
  links: {
    create: 'any',
    remove: 'any',
    required: ['from', 'to'],
    keys: { from: { writer: 'birth', accepts: isRandomId }, to: { writer: 'birth', accepts: isRandomId } },
  },
  // What was counted: the server lays it there when the round ends, under ids that say nothing about who.
  votes: serverOnly,
  ratings: serverOnly,
};

/** What may be written on a desk, by its owner alone. */
export const DESK_TABLE: SchemaTable = { notes, votes: marks, ratings: marks };

/** What may be written on the stage: nothing, by anybody but the server. */
export const STAGE_TABLE: SchemaTable = { stage: serverOnly, roster: serverOnly };
