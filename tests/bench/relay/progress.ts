/**
 * How far an update brings whoever applies it, read from its bytes without building anything: the generator has to
 * follow a hundred thousand updates a second. Walks over structs as Yjs writes them (version 1), merged or not.
 * Source: yjs `src/utils/encoding.js`, `src/structs/*.js`; lib0 `encoding.js`.
 */

/** One stretch of one client's clock: `from` is the first in it, `to` the first after it. */
type OnStretch = (client: number, from: number, to: number) => void;

const HAS_ORIGIN = 128;
const HAS_RIGHT = 64;
const HAS_KEY = 32;
const CONTENT_BITS = 31;
const SKIP = 10;
const XML_ELEMENT = 3;
const XML_HOOK = 5;

/** Places in the bytes of the value types of lib0, written as the first byte of a value. */
const ANY = {
  integer: 125,
  float32: 124,
  float64: 123,
  bigint: 122,
  string: 119,
  object: 118,
  array: 117,
  bytes: 116,
};

/**
 * Tells every stretch of structs in an update. What a merge left out (a skip) is not told: it has not arrived.
 * @throws RangeError when the bytes end early.
 */
export function forEachStretch(update: Uint8Array, onStretch: OnStretch): void {
  const walk = new Walk(update);
  const clients = walk.number();
  for (let index = 0; index < clients; index += 1) {
    const structs = walk.number();
    const client = walk.number();
    let from = walk.number();
    let to = from;
    for (let struct = 0; struct < structs; struct += 1) {
      const info = walk.byte();
      if ((info & CONTENT_BITS) === SKIP) {
        if (to > from) onStretch(client, from, to);
        to += walk.number();
        from = to;
      } else {
        to += walk.struct(info);
      }
    }
    if (to > from) onStretch(client, from, to);
  }
}

class Walk {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new RangeError('the update ends early');
    this.#at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** Goes over a struct whose first byte has been read. @returns how far it brings the clock. */
  struct(info: number): number {
    const content = info & CONTENT_BITS;
    if (content === 0) return this.number();
    if (info & HAS_ORIGIN) this.#id();
    if (info & HAS_RIGHT) this.#id();
    if ((info & (HAS_ORIGIN | HAS_RIGHT)) === 0) {
      if (this.number() === 1) this.#string();
      else this.#id();
      if (info & HAS_KEY) this.#string();
    }
    return this.#content(content);
  }

  #content(content: number): number {
    switch (content) {
      case 1:
        return this.number();
      case 2:
        return this.#times(() => this.#string());
      case 4:
        return this.#string();
      case 6:
        this.#string();
        this.#string();
        return 1;
      case 7: {
        const type = this.number();
        if (type === XML_ELEMENT || type === XML_HOOK) this.#string();
        return 1;
      }
      case 8:
        return this.#times(() => this.#any());
      case 9:
        this.#string();
        this.#any();
        return 1;
      // Bytes and an embedded value, both with their length before them.
      case 3:
      case 5:
        this.#skip(this.number());
        return 1;
      default:
        throw new RangeError(`no struct has content ${content}`);
    }
  }

  #times(each: () => void): number {
    const count = this.number();
    for (let index = 0; index < count; index += 1) each();
    return count;
  }

  #id(): void {
    this.number();
    this.number();
  }

  #skip(length: number): void {
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError('the update ends early');
  }

  /** @returns its length in UTF-16 units, by which Yjs counts. */
  #string(): number {
    const length = this.number();
    const from = this.#at;
    this.#skip(length);
    let units = 0;
    for (let at = from; at < this.#at; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  #any(): void {
    switch (this.byte()) {
      case ANY.integer:
        while (this.byte() >= 128);
        return;
      case ANY.float32:
        return this.#skip(4);
      case ANY.float64:
      case ANY.bigint:
        return this.#skip(8);
      case ANY.string:
      case ANY.bytes:
        return this.#skip(this.number());
      case ANY.object:
        return void this.#times(() => {
          this.#string();
          this.#any();
        });
      case ANY.array:
        return void this.#times(() => this.#any());
      default:
      // True, false, null and undefined are their first byte alone.
    }
  }
}
