/**
 * Writes an update anew from what is new in it: whole structs are copied as bytes, a struct that was cut gets a new
 * head, and of the deletions only the fresh ranges remain. Passing on the received bytes would send the deletions
 * of a long-used board to everybody each time somebody joins.
 */
import * as encoding from 'lib0/encoding';
import type { FreshDeletes } from './deletes.ts';
import { CONTENT, type Section, type Struct } from './struct.ts';

const HAS_ORIGIN = 128;
const HAS_RIGHT = 64;

/** The bytes (v1) of what is new. */
export function rewriteUpdate(
  bytes: Uint8Array,
  sections: readonly Section[],
  deletes: FreshDeletes,
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const section of sections) writeSection(encoder, bytes, section);
  encoding.writeVarUint(encoder, deletes.ranges.size);
  for (const [client, ranges] of deletes.ranges) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const range of ranges) {
      encoding.writeVarUint(encoder, range.clock);
      encoding.writeVarUint(encoder, range.length);
    }
  }
  return encoding.toUint8Array(encoder);
}

function writeSection(encoder: encoding.Encoder, bytes: Uint8Array, section: Section): void {
  encoding.writeVarUint(encoder, section.structs.length);
  encoding.writeVarUint(encoder, section.client);
  encoding.writeVarUint(encoder, section.clock);
  // The structs of a section lie one after the other, so whole ones in a row are one copy.
  let from: number | undefined;
  let to = 0;
  for (const struct of section.structs) {
    if (struct.cut === 0 && !struct.anew) {
      from ??= struct.start;
      to = struct.end;
      continue;
    }
    if (from !== undefined) encoding.writeUint8Array(encoder, bytes.subarray(from, to));
    from = undefined;
    writeAnew(encoder, bytes, struct);
  }
  if (from !== undefined) encoding.writeUint8Array(encoder, bytes.subarray(from, to));
}

function writeAnew(encoder: encoding.Encoder, bytes: Uint8Array, struct: Struct): void {
  const { origin, right } = struct;
  const info =
    struct.content | (origin === undefined ? 0 : HAS_ORIGIN) | (right === undefined ? 0 : HAS_RIGHT);
  encoding.writeUint8(encoder, info);
  for (const id of [origin, right]) {
    if (id === undefined) continue;
    encoding.writeVarUint(encoder, id.client);
    encoding.writeVarUint(encoder, id.clock);
  }
  if (struct.content === CONTENT.string) encoding.writeVarString(encoder, struct.text);
  else encoding.writeVarUint(encoder, struct.length);
  if (struct.content === CONTENT.any)
    encoding.writeUint8Array(encoder, bytes.subarray(struct.valueStarts[struct.cut], struct.end));
}
