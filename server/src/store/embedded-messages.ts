/**
 * What goes between the embedded store and its thread. Answers come in the order of the requests. Updates cross as one
 * piece of memory that changes hands: copying four hundred small ones costs more than keeping them.
 */
import { packFrames, unpackFrames } from './frames.ts';
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
type PackedRecord = StoreRecord | (Omit<Updates, 'updates'> & { readonly packed: Uint8Array });
export type PackedBatch = readonly PackedRecord[];
export type PackedDocument = Omit<StoredDocument, 'updates'> & { readonly packed: Uint8Array };

/**
 * A copying message carries the whole buffer behind a view, which for bytes from a socket is a pool of many
 * kilobytes: such views are cut out first.
 */
function cutOut(bytes: Uint8Array): Uint8Array {
  const isView = bytes instanceof Uint8Array && bytes.byteLength !== bytes.buffer.byteLength;
  return isView ? new Uint8Array(bytes) : bytes;
}

/** The batch as it crosses; the bytes are copied. */
export function packBatch(batch: Batch): PackedBatch {
  return batch.map((record): PackedRecord => {
    // What is no bytes crosses as it is: the store refuses it by name.
    if (record.kind === 'updates' && record.updates.every((update) => update instanceof Uint8Array)) {
      const { updates, ...rest } = record;
      return { ...rest, packed: packFrames(updates) };
    }
    if (record.kind !== 'snapshot') return record;
    return { ...record, snapshot: { ...record.snapshot, state: cutOut(record.snapshot.state) } };
  });
}

/** The batch as it was. */
export function unpackBatch(batch: PackedBatch): Batch {
  return batch.map((record): StoreRecord => {
    if (!('packed' in record)) return record;
    const { packed, ...rest } = record;
    return { ...rest, updates: unpackFrames(packed) };
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

/** The memory in a packed value or batch that may change hands, each once. */
export function memoryOf(packed: PackedBatch | PackedDocument): ArrayBuffer[] {
  const parts = 'packed' in packed ? [packed] : packed;
  return parts.flatMap((part) => ('packed' in part ? [part.packed.buffer as ArrayBuffer] : []));
}
