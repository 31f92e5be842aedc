/** What every store promises about documents. */
import { describe, expect, test } from 'vitest';
import { createId, type ParticipantId } from '@ruimte/shared/ids';
import { bytes, documentKey, texts, updates } from './records.ts';
import { openForTest, type StoreUnderTest } from './store-under-test.ts';

/** Declares this part of the suite for one implementation. */
export function describeDocuments({ name, open }: StoreUnderTest): void {
  describe(`${name} store: documents`, () => {
    test('a document nobody wrote to is undefined', async () => {
      const store = await openForTest(open);
      expect(await store.loadDocument(documentKey())).toBeUndefined();
    });

    test('updates come back byte for byte and in order, over rows and within them', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      const all = Uint8Array.from({ length: 256 }, (_, value) => value);
      await store.append([{ kind: 'updates', document, updates: [all, new Uint8Array(0)] }]);
      await Promise.all(['b', 'c', 'd'].map((text) => store.append([updates(document, text, `${text}2`)])));
      const loaded = await store.loadDocument(document);
      expect(loaded?.updates.slice(0, 2)).toEqual([all, new Uint8Array(0)]);
      expect(texts(loaded?.updates.slice(2))).toEqual(['b', 'b2', 'c', 'c2', 'd', 'd2']);
    });

    test('a view on a larger buffer is kept as what it shows', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      const view = Buffer.from('....plek....').subarray(4, 8);
      await store.append([{ kind: 'updates', document, updates: [view] }]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['plek']);
    });

    test('what the caller changes afterwards changes nothing that is kept', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      const given = bytes('kind');
      const kept = store.append([{ kind: 'updates', document, updates: [given] }]);
      given.fill(0);
      await kept;
      (await store.loadDocument(document))?.updates[0]?.fill(1);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['kind']);
    });

    test('one batch reaches several documents, and each keeps its own', async () => {
      const store = await openForTest(open);
      const [one, two] = [documentKey(), documentKey()];
      await store.append([updates(one, 'a'), updates(two, 'x'), updates(one, 'b')]);
      expect(texts((await store.loadDocument(one))?.updates)).toEqual(['a', 'b']);
      expect(texts((await store.loadDocument(two))?.updates)).toEqual(['x']);
    });

    test('an append that was not awaited is in the load that follows it', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      const append = store.append([updates(document, 'a')]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['a']);
      await append;
    });

    test('a client id stays with the participant it was bound to', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      const participant = createId<ParticipantId>();
      const client = { kind: 'client', document, client: 2 ** 32 - 1, participant } as const;
      await store.append([client]);
      await store.append([client]);
      const other = { ...client, participant: createId<ParticipantId>() };
      await expect(store.append([other])).rejects.toMatchObject({ code: 'impossible' });
      const loaded = await store.loadDocument(document);
      expect(loaded).toMatchObject({ updates: [], upTo: 0 });
      expect(loaded?.clients).toEqual(new Map([[2 ** 32 - 1, participant]]));
    });

    test('a dropped document is gone with its bindings, and another generation of it stays', async () => {
      const store = await openForTest(open);
      const [first, second] = ['bord@1', 'bord@2'] as const;
      const client = {
        kind: 'client',
        document: first,
        client: 7,
        participant: createId<ParticipantId>(),
      } as const;
      await store.append([updates(first, 'a'), client, updates(second, 'b')]);
      await store.append([{ kind: 'dropDocument', document: first }]);
      expect(await store.loadDocument(first)).toBeUndefined();
      expect(texts((await store.loadDocument(second))?.updates)).toEqual(['b']);
    });

    test('compaction replaces what was loaded and leaves what came after it, in order', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      for (const text of ['a', 'b', 'c']) await store.append([updates(document, text)]);
      const { upTo } = (await store.loadDocument(document)) ?? { upTo: -1 };
      const before = store.append([updates(document, 'd')]);
      const compacted = store.compact(document, [bytes('abc')], upTo);
      await Promise.all([before, compacted, store.append([updates(document, 'e')])]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['abc', 'd', 'e']);
    });

    test('compacting twice up to the same row keeps the last state', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      await store.append([updates(document, 'a')]);
      const { upTo } = (await store.loadDocument(document)) ?? { upTo: -1 };
      await store.compact(document, [bytes('A')], upTo);
      await store.compact(document, [bytes('AA')], upTo);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['AA']);
    });

    test('a compaction that comes after the drop does not bring the document back', async () => {
      const store = await openForTest(open);
      const document = documentKey();
      await store.append([updates(document, 'a')]);
      const { upTo } = (await store.loadDocument(document)) ?? { upTo: -1 };
      await store.append([{ kind: 'dropDocument', document }]);
      await store.append([updates(document, 'new')]);
      await expect(store.compact(document, [bytes('a')], upTo)).rejects.toMatchObject({ code: 'impossible' });
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['new']);
    });
  });
}
