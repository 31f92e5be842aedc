/** Updates written by hand, for what no client would write. */
import * as Y from 'yjs';

type Id = readonly [client: number, clock: number];

export interface HandStruct {
  readonly origin?: Id;
  readonly right?: Id;
  readonly root?: string;
  readonly parent?: Id;
  readonly key?: string;
  /** Exactly one kind of content. */
  readonly gc?: number;
  readonly skip?: number;
  readonly deleted?: number;
  readonly text?: string;
  readonly type?: number;
  readonly any?: readonly unknown[];
  /** A content reference that the product does not use. */
  readonly ref?: number;
}

export type HandSection = readonly [client: number, clock: number, structs: readonly HandStruct[]];
type HandDeletes = readonly [client: number, ranges: readonly (readonly [clock: number, length: number])[]];

/** The bytes (v1) of an update with exactly these sections and deletions, in this order. */
export function handUpdate(
  sections: readonly HandSection[],
  deletes: readonly HandDeletes[] = [],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(sections.length);
  for (const [client, clock, structs] of sections) {
    encoder.writeLen(structs.length);
    encoder.writeClient(client);
    encoder.writeLen(clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoder.writeLen(deletes.length);
  for (const [client, ranges] of deletes) {
    encoder.writeLen(client);
    encoder.writeLen(ranges.length);
    for (const [clock, length] of ranges) {
      encoder.writeLen(clock);
      encoder.writeLen(length);
    }
  }
  return encoder.toUint8Array();
}

function refOf(struct: HandStruct): number {
  if (struct.ref !== undefined) return struct.ref;
  if (struct.gc !== undefined) return 0;
  if (struct.skip !== undefined) return 10;
  if (struct.deleted !== undefined) return 1;
  if (struct.text !== undefined) return 4;
  return struct.type === undefined ? 8 : 7;
}

function writeStruct(encoder: Y.UpdateEncoderV1, struct: HandStruct): void {
  const { origin, right, root, parent, key } = struct;
  const flags = (origin ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32);
  encoder.writeInfo(refOf(struct) | flags);
  const length = struct.gc ?? struct.skip;
  if (length !== undefined) return encoder.writeLen(length);
  if (origin) encoder.writeLeftID(Y.createID(...origin));
  if (right) encoder.writeRightID(Y.createID(...right));
  if (!origin && !right) {
    encoder.writeParentInfo(root !== undefined);
    if (root !== undefined) encoder.writeString(root);
    if (parent) encoder.writeLeftID(Y.createID(...parent));
    if (key !== undefined) encoder.writeString(key);
  }
  if (struct.deleted !== undefined) encoder.writeLen(struct.deleted);
  if (struct.text !== undefined) encoder.writeString(struct.text);
  if (struct.type !== undefined) encoder.writeTypeRef(struct.type);
  if (struct.any !== undefined) {
    encoder.writeLen(struct.any.length);
    for (const value of struct.any) encoder.writeAny(value);
  }
}
