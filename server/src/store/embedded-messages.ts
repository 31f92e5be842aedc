/** What goes between the embedded store and its thread. Answers come in the order of the requests. */
import type { Store } from './store.ts';
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
