/** Several updates in one blob: each is preceded by its length, four bytes, little endian. */

const PREFIX_BYTES = 4;

/** Bytes these updates take when packed. */
export function packedBytes(updates: readonly Uint8Array[]): number {
  let total = 0;
  for (const { byteLength } of updates) total += PREFIX_BYTES + byteLength;
  return total;
}

/** The updates one after the other in one new array. */
export function packFrames(updates: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(packedBytes(updates));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const update of updates) {
    view.setUint32(at, update.byteLength, true);
    packed.set(update, at + PREFIX_BYTES);
    at += PREFIX_BYTES + update.byteLength;
  }
  return packed;
}

/**
 * The updates of a packed array, each a view on it.
 * @throws RangeError when the lengths do not add up to the array.
 */
export function unpackFrames(packed: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const updates: Uint8Array[] = [];
  let at = 0;
  while (at < packed.byteLength) {
    const start = at + PREFIX_BYTES;
    const end = start <= packed.byteLength ? start + view.getUint32(at, true) : Infinity;
    if (end > packed.byteLength) throw new RangeError(`the frame at byte ${at} is longer than what is left`);
    updates.push(packed.subarray(start, end));
    at = end;
  }
  return updates;
}
