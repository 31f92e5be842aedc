/**
 * The update of one position of a dragged note, written without Yjs: byte for byte what Yjs makes of `moveNotes`, in a
 * fraction of the time, so that the generator can send as many as a server takes. Source: yjs `src/structs/Item.js`,
 * `src/utils/DeleteSet.js`.
 */
import * as encoding from 'lib0/encoding';

/** An entry of a map that follows on an earlier one: it has an origin, a key of its own, and any value. */
const NEXT_ENTRY = 128 | 32 | 8;

/**
 * @param client - whose update it is, who also wrote the position before it.
 * @param clock - the clock it begins at.
 * @param before - the clock of the position before it.
 * @param at - whole board units.
 */
export function encodeDrag(
  client: number,
  clock: number,
  before: number,
  at: { readonly x: number; readonly y: number },
): Uint8Array {
  return encoding.encode((encoder) => {
    const write = (...numbers: readonly number[]): void => {
      for (const number of numbers) encoding.writeVarUint(encoder, number);
    };
    write(1, 1, client, clock);
    encoding.writeUint8(encoder, NEXT_ENTRY);
    write(client, before, 1);
    encoding.writeAny(encoder, [at.x, at.y]);
    // What it takes the place of is deleted: one client, one range of one.
    write(1, client, 1, before, 1);
  });
}
