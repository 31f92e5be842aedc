/** What happened in a world, in order: the same seed gives the same trace, and its hash proves it. */
import { createHash } from 'node:crypto';

export class Trace {
  readonly #hash = createHash('sha256');
  readonly #lines: string[] | undefined;
  readonly #now: () => number;

  /** @param keepLines - keeps the lines for reading; else there is only their hash. */
  constructor(now: () => number, keepLines: boolean) {
    this.#now = now;
    this.#lines = keepLines ? [] : undefined;
  }

  /** Adds an event; the bytes are those that travelled. */
  add(event: string, bytes?: Uint8Array): void {
    const line = `${this.#now()} ${event}${bytes === undefined ? '' : ` ${bytes.length}`}`;
    this.#hash.update(`${line}\n`);
    if (bytes !== undefined) this.#hash.update(bytes);
    this.#lines?.push(line);
  }

  get lines(): readonly string[] {
    return this.#lines ?? [];
  }

  /** Hexadecimal; to be asked for once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
