/** What every store promises. A new implementation is done when it passes this suite. */
import { describeBatches } from './contract-batches.ts';
import { describeDocuments } from './contract-documents.ts';
import { describeRecords } from './contract-records.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Declares the whole suite for one implementation. */
export function describeStore(store: StoreUnderTest): void {
  describeDocuments(store);
  describeBatches(store);
  describeRecords(store);
}
