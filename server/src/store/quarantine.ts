/** Keeps a damaged document from being tried again and again: it is set aside, the others are served as before. */
import type { Logger } from '../log.ts';
import { type StoreError, toStoreError } from './store-error.ts';
import type { DocumentKey, Store } from './store.ts';

export interface QuarantiningStore {
  readonly store: Store;
  /** Documents that could not be read whole since the server started. */
  damaged(): readonly DocumentKey[];
}

/** The same store; a document that was damaged once is refused at once from then on, and logged once. */
export function withQuarantine(store: Store, log: Logger): QuarantiningStore {
  const aside = new Map<DocumentKey, StoreError>();
  return {
    damaged: () => [...aside.keys()],
    store: {
      ...store,
      loadDocument: async (document) => {
        const known = aside.get(document);
        if (known !== undefined) throw known;
        try {
          return await store.loadDocument(document);
        } catch (cause) {
          const error = toStoreError(cause);
          if (error.code === 'damaged' && !aside.has(document)) {
            aside.set(document, error);
            log.error({ document, reason: error.message }, 'a damaged document was set aside');
          }
          throw error;
        }
      },
    },
  };
}
