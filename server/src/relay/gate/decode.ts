/**
 * Decodes a Yjs update (v1) within bounds, without Yjs: `Y.decodeUpdate` shows both of two sections of one client
 * where applying keeps the last, and builds documents and JSON while reading. Keeps where each struct lies in the
 * bytes, so that what is new can be copied. Source: yjs `src/utils/encoding.js`, `src/structs/*.js`.
 */
import type { Limits } from '@ruimte/shared/limits';
import { ByteReader } from './byte-reader.ts';
import type { KnownDeletes } from './known-deletes.ts';
import { refuse } from './refusal.ts';
import {
  CONTENT,
  type DecodedUpdate,
  type DeleteRange,
  type Section,
  type Struct,
  type StructId,
  TYPE,
} from './struct.ts';

/** Length of one removed stretch; only harms the id it stands under. */
const MAX_DELETED_LENGTH = 2 ** 20;
const HAS_ORIGIN = 128;
const HAS_RIGHT = 64;
const HAS_KEY = 32;
const CONTENT_BITS = 31;

/** What a document knows already, so that it is read over and not kept. */
export interface Known {
  readonly deletes: KnownDeletes;
  /** First clock of the client id that the document does not hold. */
  readonly stateOf: (client: number) => number;
}

/**
 * Decodes the update. Structs that are known are left out; of those that are not, reading ends at the limit: a megabyte
 * of removed stretches would become 60 MB of records before anybody had counted them.
 * @throws Refusal `malformed`, `shape` or `tooLarge`.
 */
export function decodeUpdate(bytes: Uint8Array, limits: Limits, known?: Known): DecodedUpdate {
  const reader = new ByteReader(bytes);
  const sections: Section[] = [];
  const seen = new Set<number>();
  const count = readCount(reader, 4);
  let room = limits.structsPerUpdate;
  for (let index = 0; index < count; index += 1) {
    const section = readSection(reader, limits, room, known);
    room -= section.structs.length;
    if (seen.has(section.client)) refuse('malformed', 'two sections of one client id');
    seen.add(section.client);
    sections.push(section);
  }
  const deletesName = known?.deletes.nameOf(bytes.subarray(reader.position));
  if (known?.deletes.has(deletesName) === true)
    return { bytes, sections, deletes: new Map(), deletesName, deletesKnown: true };
  const deletes = readDeletes(reader, limits);
  if (reader.left > 0) refuse('malformed', 'bytes after the end of the update');
  return { bytes, sections, deletes, deletesName, deletesKnown: false };
}

/** A number of things of at least `minBytes` each, so that it can be compared with what is left. */
function readCount(reader: ByteReader, minBytes: number): number {
  const count = reader.readVarUint();
  if (count * minBytes > reader.left) refuse('malformed', 'more promised than the bytes can hold');
  return count;
}

/** @param most - structs that may be new. */
function readSection(reader: ByteReader, limits: Limits, most: number, known: Known | undefined): Section {
  const count = readCount(reader, 2);
  if (count === 0) refuse('malformed', 'a section without structs');
  const client = reader.readVarUint();
  const first = reader.readVarUint();
  const state = known?.stateOf(client) ?? 0;
  const structs: Struct[] = [];
  let clock = first;
  for (let index = 0; index < count; index += 1) {
    const struct = readStruct(reader, client, clock, limits);
    clock += struct.length;
    if (clock > limits.clock) refuse('malformed', 'a clock beyond its limit');
    if (clock <= state) continue;
    if (structs.length >= most) refuse('tooLarge', 'too many structs in one update');
    structs.push(struct);
  }
  return { client, clock: first, structs, end: clock };
}

function readId(reader: ByteReader): StructId {
  return { client: reader.readVarUint(), clock: reader.readVarUint() };
}

function readStruct(reader: ByteReader, client: number, clock: number, limits: Limits): Struct {
  const start = reader.position;
  const info = reader.readByte();
  const content = info & CONTENT_BITS;
  let origin: StructId | undefined;
  let right: StructId | undefined;
  let parentRoot: string | undefined;
  let parent: StructId | undefined;
  let key: string | undefined;
  // Applying takes such a gap and `Y.parseUpdateMeta` throws on it.
  if (content === CONTENT.skip && info !== CONTENT.skip) refuse('malformed', 'a gap with neighbours');
  if (content !== CONTENT.gc && content !== CONTENT.skip) {
    if (info & HAS_ORIGIN) origin = readId(reader);
    if (info & HAS_RIGHT) right = readId(reader);
    if (origin === undefined && right === undefined) {
      const named = reader.readVarUint();
      if (named > 1) refuse('malformed', 'a parent that is neither a root nor an item');
      if (named === 1) parentRoot = reader.readString();
      else parent = readId(reader);
      if (info & HAS_KEY) key = reader.readString();
    }
  }
  let length = 1;
  let type = 0;
  let text = '';
  const values: unknown[] = [];
  const valueStarts: number[] = [];
  switch (content) {
    case CONTENT.gc:
    case CONTENT.deleted:
    case CONTENT.skip:
      length = reader.readVarUint();
      if (content !== CONTENT.skip && length > MAX_DELETED_LENGTH)
        refuse('tooLarge', 'a removed stretch that is too long');
      break;
    case CONTENT.string:
      text = reader.readString();
      length = text.length;
      break;
    case CONTENT.type:
      type = reader.readVarUint();
      if (type !== TYPE.map && type !== TYPE.text) refuse('shape', 'a type that is neither map nor text');
      break;
    case CONTENT.any:
      length = readCount(reader, 1);
      for (let index = 0; index < length; index += 1) {
        valueStarts.push(reader.position);
        values.push(reader.readAny({ depth: limits.anyDepth, parts: limits.anyParts }));
      }
      valueStarts.push(reader.position);
      break;
    default:
      refuse('shape', 'content of a kind that no board holds');
  }
  if (length === 0) refuse('malformed', 'a struct without length');
  const anew =
    content !== CONTENT.type &&
    origin !== undefined &&
    origin.client === right?.client &&
    origin.clock === right.clock;
  return {
    client,
    clock,
    length,
    content,
    origin,
    right: anew ? undefined : right,
    parentRoot,
    parent,
    type,
    text,
    values,
    start,
    end: reader.position,
    valueStarts,
    cut: 0,
    anew,
    key,
    container: undefined,
    inner: undefined,
    deleted: false,
  };
}

function readDeletes(reader: ByteReader, limits: Limits): Map<number, DeleteRange[]> {
  const deletes = new Map<number, DeleteRange[]>();
  const clients = readCount(reader, 4);
  let total = 0;
  for (let index = 0; index < clients; index += 1) {
    const client = reader.readVarUint();
    if (deletes.has(client)) refuse('malformed', 'two delete sets of one client id');
    const count = readCount(reader, 2);
    if (count === 0) refuse('malformed', 'a delete set without ranges');
    total += count;
    if (total > limits.deleteRangesPerUpdate) refuse('tooLarge', 'too many deleted ranges');
    deletes.set(client, readRanges(reader, count, limits));
  }
  return deletes;
}

function readRanges(reader: ByteReader, count: number, limits: Limits): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  let last = 0;
  for (let index = 0; index < count; index += 1) {
    const clock = reader.readVarUint();
    const length = reader.readVarUint();
    if (length === 0 || clock < last) refuse('malformed', 'deleted ranges that are empty or out of order');
    last = clock + length;
    if (last > limits.clock) refuse('malformed', 'a clock beyond its limit');
    ranges.push({ clock, length });
  }
  return ranges;
}
