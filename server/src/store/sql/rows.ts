/** Between rows and records: JSON columns and the checks on what was read. */
import type * as z from 'zod/mini';
import { checkShape } from '../record-schemas.ts';
import { StoreError } from '../store-error.ts';

/**
 * The value of a JSON column.
 * @throws StoreError `damaged`, naming what was read, when it is no JSON.
 */
export function readJson(value: string, what: string): unknown {
  try {
    return JSON.parse(value);
  } catch (cause) {
    throw new StoreError('damaged', `${what} holds text that is no JSON`, { cause });
  }
}

/**
 * The value as the record it must be.
 * @throws StoreError `damaged`, naming what was read, when it is anything else.
 */
export function toRecord<T>(schema: z.ZodMiniType, value: unknown, what: string): T {
  checkShape(schema, value, 'damaged', what);
  return value as T;
}

/** Drivers give bytes as Buffer, ArrayBuffer or Uint8Array, sometimes on memory they use again: always a copy. */
export function toBytes(value: Uint8Array | ArrayBuffer): Uint8Array {
  return value instanceof ArrayBuffer ? new Uint8Array(value.slice(0)) : new Uint8Array(value);
}
