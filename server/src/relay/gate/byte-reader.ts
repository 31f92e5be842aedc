/**
 * Reads the lib0 encoding within the bytes there are: every length is compared with what is left before anything
 * is built. What honest clients never write (objects, big integers, bytes) is refused before it is made.
 */
import { refuse } from './refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Below this many bytes a loop over plain ASCII is faster than the decoder of the platform. */
const SHORT_STRING_BYTES = 32;

/** Tags of lib0 `readAny`. */
const ANY = {
  undefined: 127,
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  false: 121,
  true: 120,
  string: 119,
  array: 117,
} as const;

export interface AnyBounds {
  readonly depth: number;
  readonly parts: number;
}

/** A cursor over bytes; every method refuses with `malformed` where the bytes end too soon. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position = 0;
  private readonly view: DataView;
  private partsLeft = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.bytes.length - this.position;
  }

  readByte(): number {
    const byte = this.bytes[this.position];
    if (byte === undefined) refuse('malformed', 'the bytes end in the middle of an update');
    this.position += 1;
    return byte;
  }

  /** A whole number up to 2^53 - 1, seven bits a byte, lowest first. */
  readVarUint(): number {
    let byte = this.readByte();
    if (byte < 128) return byte;
    let value = byte & 127;
    let factor = 128;
    do {
      byte = this.readByte();
      value += (byte & 127) * factor;
      factor *= 128;
      if (value > Number.MAX_SAFE_INTEGER) refuse('malformed', 'a number above 2^53');
    } while (byte >= 128);
    return value;
  }

  private readVarInt(): number {
    let byte = this.readByte();
    let value = byte & 63;
    const sign = (byte & 64) > 0 ? -1 : 1;
    let factor = 64;
    while (byte >= 128) {
      byte = this.readByte();
      value += (byte & 127) * factor;
      factor *= 128;
      if (value > Number.MAX_SAFE_INTEGER) refuse('malformed', 'a number beyond 2^53');
    }
    return sign * value;
  }

  /** Text, length first in bytes; anything but strict UTF-8 is refused. */
  readString(): string {
    const length = this.readVarUint();
    if (length > this.left) refuse('malformed', 'a text longer than its message');
    const start = this.position;
    this.position += length;
    if (length < SHORT_STRING_BYTES) {
      let text = '';
      for (let index = start; index < this.position; index += 1) {
        const byte = this.bytes[index] ?? 128;
        if (byte > 127) return this.decode(start);
        text += String.fromCharCode(byte);
      }
      return text;
    }
    return this.decode(start);
  }

  private decode(start: number): string {
    try {
      return utf8.decode(this.bytes.subarray(start, this.position));
    } catch (error) {
      if (error instanceof TypeError) refuse('malformed', 'a text that is not UTF-8');
      throw error;
    }
  }

  /** A plain value: number, boolean, string, null, undefined, or an array of these within the bounds. */
  readAny(bounds: AnyBounds): unknown {
    this.partsLeft = bounds.parts;
    return this.readPart(bounds.depth);
  }

  private readPart(depth: number): unknown {
    this.partsLeft -= 1;
    if (this.partsLeft < 0) refuse('shape', 'a value of too many parts');
    switch (this.readByte()) {
      case ANY.undefined:
        return undefined;
      case ANY.null:
        return null;
      case ANY.integer:
        return this.readVarInt();
      case ANY.float32:
        return this.view.getFloat32(this.skip(4));
      case ANY.float64:
        return this.view.getFloat64(this.skip(8));
      case ANY.false:
        return false;
      case ANY.true:
        return true;
      case ANY.string:
        return this.readString();
      case ANY.array:
        return this.readArray(depth);
      default:
        return refuse('shape', 'a value of a kind that no key takes');
    }
  }

  private readArray(depth: number): unknown[] {
    if (depth <= 1) refuse('shape', 'a value nested too deeply');
    const length = this.readVarUint();
    if (length > this.left || length > this.partsLeft) refuse('shape', 'a value of too many parts');
    const parts: unknown[] = [];
    for (let index = 0; index < length; index += 1) parts.push(this.readPart(depth - 1));
    return parts;
  }

  /** Passes over `count` bytes and says where they begin. */
  private skip(count: number): number {
    if (count > this.left) refuse('malformed', 'the bytes end in the middle of a value');
    const start = this.position;
    this.position += count;
    return start;
  }
}
