/** What a batch must look like before any store tries to keep it. */
import { checkShape, recordSchema } from './record-schemas.ts';
import type { Batch } from './store.ts';

/** @throws StoreError `impossible`, naming the record that could never be read back. */
export function checkBatch(batch: Batch): void {
  batch.forEach((record, index) => {
    checkShape(recordSchema, record, 'impossible', `record ${index + 1} of the batch (${record.kind})`);
  });
}
