/** What every store promises about batches: whole or not at all. */
import { describe, expect, test } from 'vitest';
import { type CommandId, createId, type ParticipantId } from '@ruimte/shared/ids';
import type { StoreRecord } from '@ruimte/server/store/store';
import {
  createBinned,
  createMeetup,
  createNote,
  createPerson,
  createSnapshot,
  documentKey,
  texts,
  updates,
} from './records.ts';
import { openForTest, type StoreUnderTest } from './store-under-test.ts';

/** Declares this part of the suite for one implementation. */
export function describeBatches({ name, open }: StoreUnderTest): void {
  describe(`${name} store: batches`, () => {
    const meetup = createMeetup();
    const document = documentKey();
    const client = { kind: 'client', document, client: 1, participant: createId<ParticipantId>() } as const;
    const snapshot = createSnapshot(meetup);
    const command = {
      kind: 'command',
      meetup: meetup.id,
      id: createId<CommandId>(),
      revision: 4,
      at: 1,
    } as const;
    const impossible: Readonly<Record<string, unknown>> = {
      'a client id of somebody else': { ...client, participant: createId<ParticipantId>() },
      'a person of no meet-up': { kind: 'person', person: createPerson(createId()) },
      'another snapshot of an id that is there already': {
        kind: 'snapshot',
        snapshot: { ...snapshot, title: 'another' },
      },
      'a command with another result': { ...command, revision: 5 },
      'a place that is no number': { kind: 'supplement', meetup: meetup.id, note: createNote({ x: NaN }) },
      'a name no database can keep': { kind: 'setting', name: 'half\0', value: '' },
      'an update that is no bytes': { kind: 'updates', document, updates: ['a'] },
      'a document without generation': { kind: 'dropDocument', document: 'bord' },
      'a field nobody knows': { kind: 'setting', name: 'a', value: 'b', colour: 'red' },
      'a kind nobody knows': { kind: 'rank' },
    };

    test.each(Object.entries(impossible))('%s keeps nothing of its batch', async (_, record) => {
      const store = await openForTest(open);
      await store.append([{ kind: 'meetup', meetup }, client, { kind: 'snapshot', snapshot }, command]);
      const first: StoreRecord[] = [
        updates(document, 'lost'),
        { kind: 'meetup', meetup: { ...meetup, title: 'lost' } },
        { kind: 'binned', entry: createBinned(meetup.id) },
        { kind: 'dropSnapshot', id: createSnapshot(meetup).id },
        { kind: 'setting', name: 'lost', value: 'lost' },
      ];
      const last = updates(document, 'lost too');
      const batch = [...first, record as StoreRecord, last];
      await expect(store.append(batch)).rejects.toMatchObject({ name: 'StoreError', code: 'impossible' });
      expect((await store.loadDocument(document))?.updates).toEqual([]);
      expect(await store.listMeetups()).toEqual([meetup]);
      expect(await store.listBin(meetup.id)).toEqual([]);
      expect(await store.readSetting('lost')).toBeUndefined();
      await store.append([updates(document, 'kept')]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['kept']);
    });

    test('the same impossible record is possible once what it contradicts is dropped in the same batch', async () => {
      const store = await openForTest(open);
      await store.append([client, { kind: 'snapshot', snapshot }]);
      const changed = { ...snapshot, title: 'without that note' };
      await store.append([
        { kind: 'dropDocument', document },
        { ...client, participant: createId<ParticipantId>() },
        { kind: 'dropSnapshot', id: snapshot.id },
        { kind: 'snapshot', snapshot: changed },
      ]);
      expect(await store.findSnapshot(snapshot.id)).toEqual(changed);
    });

    test('a batch that is kept twice, since a disk error left it in doubt, reads as kept once', async () => {
      const store = await openForTest(open);
      const batch: StoreRecord[] = [
        { kind: 'meetup', meetup },
        client,
        { kind: 'snapshot', snapshot },
        command,
        { kind: 'binned', entry: createBinned(meetup.id) },
        { kind: 'supplement', meetup: meetup.id, note: createNote() },
      ];
      await store.append(batch);
      await store.append(batch);
      expect(await store.listMeetups()).toEqual([meetup]);
      expect(await store.listSnapshots()).toHaveLength(1);
      expect(await store.listBin(meetup.id)).toHaveLength(1);
      expect(await store.listSupplement(meetup.id)).toHaveLength(1);
    });

    test('an empty batch is kept without complaint', async () => {
      const store = await openForTest(open);
      await store.append([]);
      await store.append([updates(document)]);
      expect(await store.loadDocument(document)).toBeUndefined();
    });

    test('after closing every call is refused, and what was asked before is done', async () => {
      const store = await open();
      const kept = store.append([updates(document, 'a')]);
      const loaded = store.loadDocument(document);
      await store.close();
      await kept;
      expect(texts((await loaded)?.updates)).toEqual(['a']);
      await expect(store.append([])).rejects.toMatchObject({ code: 'closed' });
      await expect(store.listMeetups()).rejects.toMatchObject({ code: 'closed' });
      await store.close();
    });
  });
}
