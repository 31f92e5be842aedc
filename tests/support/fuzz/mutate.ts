/** Damage: honest bytes with some of them changed, dropped, repeated, blown up or taken from elsewhere. */
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { say } from '../attacker.ts';
import type { Random } from '../random.ts';

/** Bytes after which nothing more is repeated: damage is to be odd, not large. */
const MAX_BYTES = 64 * 1024;
/** Numbers at the edges of what readers count with. */
const NUMBERS = [127, 128, 2 ** 20, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 53 - 1, 2 ** 53];

/** What damage is made of. */
export interface Material {
  /** Other honest bytes of the same kind. */
  readonly other: Uint8Array;
  /** Yjs client ids that occur in the bytes. */
  readonly clients: readonly number[];
}

type Damage = (random: Random, bytes: Uint8Array, material: Material) => Uint8Array;

const varUint = (value: number): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarUint(encoder, value));
const randomBytes = (random: Random, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => random.below(256));

/** The bytes with `count` of them from `at` on replaced. */
function replace(bytes: Uint8Array, at: number, count: number, by: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.max(0, bytes.length - count) + by.length);
  out.set(bytes.subarray(0, at));
  out.set(by, at);
  out.set(bytes.subarray(at + count), at + by.length);
  return out;
}

function flipBits(random: Random, bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const at = random.below(out.length);
    out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
  }
  return out;
}

function shiftByte(random: Random, bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  const at = random.below(out.length);
  out[at] = (out[at] ?? 0) + (random.chance(0.5) ? 1 : 255);
  return out;
}

function dropSpan(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  return replace(bytes, at, Math.min(bytes.length - at, 1 + random.below(8)), new Uint8Array());
}

function repeatSpan(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  const span = bytes.subarray(at, at + 1 + random.below(48));
  const wanted = random.chance(0.9) ? 1 + random.below(3) : random.below(400);
  const times = Math.min(wanted, Math.floor(MAX_BYTES / span.length));
  const repeated = new Uint8Array(span.length * times);
  for (let index = 0; index < times; index += 1) repeated.set(span, index * span.length);
  return replace(bytes, at, 0, repeated);
}

function splice(random: Random, bytes: Uint8Array, { other }: Material): Uint8Array {
  const at = random.below(bytes.length);
  const from = random.below(other.length);
  const taken = other.subarray(from, from + random.below(64));
  return replace(bytes, at, Math.min(bytes.length - at, random.below(32)), taken);
}

function blowUp(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  const number = random.chance(0.1)
    ? new Uint8Array(2 + random.below(20)).fill(255)
    : varUint(random.pick(NUMBERS) ?? 0);
  return replace(bytes, at, 1, number);
}

/** Writes the id of one client where that of another stands. */
function swapClients(random: Random, bytes: Uint8Array, { clients }: Material): Uint8Array {
  const order = clients.map((client) => ({ client, by: random.next() })).sort((a, b) => a.by - b.by);
  for (const { client } of order) {
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(varUint(client));
    if (found < 0) continue;
    const next = random.chance(0.8) ? random.pick(clients) : random.below(2 ** 32);
    return replace(bytes, found, varUint(client).length, varUint(next ?? 0));
  }
  return flipBits(random, bytes);
}

/** Random bytes behind a head that promises an update. */
function randomUpdate(random: Random, _bytes: Uint8Array, { clients }: Material): Uint8Array {
  const head = encoding.encode((encoder) => {
    const sections = 1 + random.below(3);
    encoding.writeVarUint(encoder, sections);
    encoding.writeVarUint(encoder, 1 + random.below(5));
    encoding.writeVarUint(encoder, random.pick(clients) ?? random.below(2 ** 32));
    encoding.writeVarUint(encoder, random.below(4));
  });
  return replace(head, head.length, 0, randomBytes(random, random.below(80)));
}

const truncate: Damage = (random, bytes) => bytes.slice(0, random.below(bytes.length));

const DAMAGES: readonly Damage[] = [
  flipBits,
  flipBits,
  shiftByte,
  shiftByte,
  dropSpan,
  repeatSpan,
  splice,
  blowUp,
  swapClients,
  randomUpdate,
  truncate,
];

/** The bytes with one kind of damage, or up to three. */
export function mutate(random: Random, bytes: Uint8Array, material: Material): Uint8Array {
  let out = bytes;
  for (let count = random.chance(0.7) ? 1 : 2 + random.below(2); count > 0 && out.length > 0; count -= 1) {
    out = (random.pick(DAMAGES) ?? flipBits)(random, out, material);
  }
  return out;
}

interface Parts {
  readonly type: number;
  readonly kind: number;
  readonly body: Uint8Array;
}

/** The parts of an honest message; undefined for one without a body. */
function partsOf(message: Uint8Array): Parts | undefined {
  const decoder = decoding.createDecoder(message);
  const type = decoding.readVarUint(decoder);
  if (type !== MESSAGE.sync && type !== MESSAGE.awareness) return undefined;
  const kind = type === MESSAGE.sync ? decoding.readVarUint(decoder) : 0;
  return { type, kind, body: decoding.readVarUint8Array(decoder) };
}

/** Damages a whole message: mostly what is inside a good envelope, now and then the envelope too. */
export function mutateMessage(
  random: Random,
  message: Uint8Array,
  other: Uint8Array,
  clients: readonly number[],
): Uint8Array {
  const [parts, others] = [partsOf(message), partsOf(other)];
  if (parts === undefined || random.chance(0.1)) return mutate(random, message, { other, clients });
  const body = mutate(random, parts.body, { other: others?.body ?? other, clients });
  return parts.type === MESSAGE.sync ? say.sync(parts.kind, body) : say.presenceBytes(body);
}
