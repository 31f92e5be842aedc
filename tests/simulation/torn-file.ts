/** What a power cut leaves of a file that was being written: some of the new bytes, and the old ones in their place. */
import type { Random } from '../support/random.ts';

const SECTOR = 512;

/** Where two contents part and where they meet again; undefined when they are equal. */
function findChange(
  before: Buffer,
  after: Buffer,
): { readonly from: number; readonly to: number } | undefined {
  const length = Math.max(before.length, after.length);
  let from = 0;
  while (from < length && before[from] === after[from]) from += 1;
  if (from === length) return undefined;
  let to = length;
  while (to > from && before[to - 1] === after[to - 1]) to -= 1;
  return { from, to };
}

/**
 * The file as the disk may hold it after a write that was never fsynced: new up to some byte and old behind it, or each
 * sector new or old by itself, since a disk writes them in any order. Where there was nothing before there are noughts.
 */
export function tear(before: Buffer, after: Buffer, random: Random): Buffer {
  const change = findChange(before, after);
  if (change === undefined) return after;
  const torn = Buffer.alloc(Math.max(before.length, after.length));
  before.copy(torn);
  const { from, to } = change;
  if (random.chance(0.3)) {
    for (let at = from - (from % SECTOR); at < to; at += SECTOR) {
      if (random.chance(0.5)) after.copy(torn, at, at, Math.min(at + SECTOR, after.length));
    }
    return torn;
  }
  const end = from + random.below(to - from + 1);
  after.copy(torn, from, from, end);
  const isLonger = after.length > before.length && random.chance(0.5);
  return isLonger ? torn.subarray(0, Math.max(before.length, end)) : torn;
}
