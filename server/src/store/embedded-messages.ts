/**
 * What goes between the embedded store and its thread. Answers come in the order of the requests. The updates of a
 * message cross as one piece of memory: copying four hundred small ones costs more than keeping them.
 */
import { packedBytes, packFrames, unpackFrames } from './frames.ts';
import type { Batch, Store, StoredDocument, StoreRecord } from './store.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';

export type Method = keyof Store;

export interface EmbeddedRequest {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** An error without its class, which does not survive the crossing. */
export interface PlainError {
  readonly code: StoreErrorCode;
  readonly message: string;
}

/** The answer to id 0 comes first and says whether the store has opened. */
export type EmbeddedAnswer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: PlainError };

export const OPENED = 0;

export const toPlain = ({ code, message }: StoreError): PlainError => ({ code, message });
export const fromPlain = ({ code, message }: PlainError): StoreError => new StoreError(code, message);

type Updates = Extract<StoreRecord, { kind: 'updates' }>;
/** Updates that lie in the memory of their batch, packed, from `start` up to `end`. */
type PlacedUpdates = Omit<Updates, 'updates'> & { readonly start: number; readonly end: number };

/** A batch as it crosses. */
export interface PackedBatch {
  readonly records: readonly (StoreRecord | PlacedUpdates)[];
  readonly memory: Uint8Array;
}

export type PackedDocument = Omit<StoredDocument, 'updates'> & { readonly packed: Uint8Array };

/**
 * A copying message carries the whole buffer behind a view, which for bytes from a socket is a pool of many
 * kilobytes: such views are cut out first.
 */
function cutOut(bytes: Uint8Array): Uint8Array {
  const isView = bytes instanceof Uint8Array && bytes.byteLength !== bytes.buffer.byteLength;
  return isView ? new Uint8Array(bytes) : bytes;
}

/** The batch as it crosses; the bytes are copied. What is no bytes stays as it is: the store refuses it by name. */
export function packBatch(batch: Batch): PackedBatch {
  const all: Uint8Array[] = [];
  let end = 0;
  const records = batch.map((record): StoreRecord | PlacedUpdates => {
    if (record.kind === 'updates' && record.updates.every((update) => update instanceof Uint8Array)) {
      const { kind, document, updates } = record;
      const start = end;
      all.push(...updates);
      end += packedBytes(updates);
      return { kind, document, start, end };
    }
    if (record.kind !== 'snapshot') return record;
    return { ...record, snapshot: { ...record.snapshot, state: cutOut(record.snapshot.state) } };
  });
  return { records, memory: packFrames(all) };
}

/** The batch as it was; its updates are views on one piece of memory. */
export function unpackBatch({ records, memory }: PackedBatch): Batch {
  return records.map((record): StoreRecord => {
    if (!('start' in record)) return record;
    const { kind, document, start, end } = record;
    return { kind, document, updates: unpackFrames(memory.subarray(start, end)) };
  });
}

/** The document as it crosses. */
export function packDocument({ updates, ...rest }: StoredDocument): PackedDocument {
  return { ...rest, packed: packFrames(updates) };
}

/** The document as it was; its updates are views on one piece of memory. */
export function unpackDocument({ packed, ...rest }: PackedDocument): StoredDocument {
  return { ...rest, updates: unpackFrames(packed) };
}

/** Handing memory over costs more than copying this much. */
const COPIED_BYTES = 64 * 1024;

/** What is to change hands with a message that holds these packed bytes: nothing, where copying them costs less. */
export function movedWith(packed: Uint8Array): ArrayBuffer[] {
  return packed.byteLength > COPIED_BYTES ? [packed.buffer as ArrayBuffer] : [];
}
