/** What every store promises. A new implementation is done when it passes this suite. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CommandId, createId, type ParticipantId } from '@ruimte/shared/ids';
import type { Store, StoreRecord } from '@ruimte/server/store/store';
import {
  bytes,
  createBinned,
  createMeetup,
  createNote,
  createPerson,
  createSession,
  createSnapshot,
  documentKey,
  texts,
  updates,
} from './records.ts';

/** A kind of store under test. */
export interface StoreUnderTest {
  readonly name: string;
  /** An empty store of its own for one test. */
  open(): Promise<Store>;
}

/** Declares the suite for one implementation. */
export function describeStore({ name, open }: StoreUnderTest): void {
  async function openForTest(): Promise<Store> {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  }

  describe(`${name} store: documents`, () => {
    test('a document nobody wrote to is undefined', async () => {
      const store = await openForTest();
      expect(await store.loadDocument(documentKey())).toBeUndefined();
    });

    test('updates come back byte for byte and in order, over rows and within them', async () => {
      const store = await openForTest();
      const document = documentKey();
      const all = Uint8Array.from({ length: 256 }, (_, value) => value);
      await store.append([{ kind: 'updates', document, updates: [all, new Uint8Array(0)] }]);
      await Promise.all(['b', 'c', 'd'].map((text) => store.append([updates(document, text, `${text}2`)])));
      const loaded = await store.loadDocument(document);
      expect(loaded?.updates.slice(0, 2)).toEqual([all, new Uint8Array(0)]);
      expect(texts(loaded?.updates.slice(2))).toEqual(['b', 'b2', 'c', 'c2', 'd', 'd2']);
    });

    test('a view on a larger buffer is kept as what it shows', async () => {
      const store = await openForTest();
      const document = documentKey();
      const view = Buffer.from('....plek....').subarray(4, 8);
      await store.append([{ kind: 'updates', document, updates: [view] }]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['plek']);
    });

    test('what the caller changes afterwards changes nothing that is kept', async () => {
      const store = await openForTest();
      const document = documentKey();
      const given = bytes('kind');
      const kept = store.append([{ kind: 'updates', document, updates: [given] }]);
      given.fill(0);
      await kept;
      (await store.loadDocument(document))?.updates[0]?.fill(1);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['kind']);
    });

    test('one batch reaches several documents, and each keeps its own', async () => {
      const store = await openForTest();
      const [one, two] = [documentKey(), documentKey()];
      await store.append([updates(one, 'a'), updates(two, 'x'), updates(one, 'b')]);
      expect(texts((await store.loadDocument(one))?.updates)).toEqual(['a', 'b']);
      expect(texts((await store.loadDocument(two))?.updates)).toEqual(['x']);
    });

    test('an append that was not awaited is in the load that follows it', async () => {
      const store = await openForTest();
      const document = documentKey();
      const append = store.append([updates(document, 'a')]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['a']);
      await append;
    });

    test('a client id stays with the participant it was bound to', async () => {
      const store = await openForTest();
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
      const store = await openForTest();
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
      const store = await openForTest();
      const document = documentKey();
      for (const text of ['a', 'b', 'c']) await store.append([updates(document, text)]);
      const { upTo } = (await store.loadDocument(document)) ?? { upTo: -1 };
      const before = store.append([updates(document, 'd')]);
      const compacted = store.compact(document, bytes('abc'), upTo);
      await Promise.all([before, compacted, store.append([updates(document, 'e')])]);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['abc', 'd', 'e']);
    });

    test('compacting twice up to the same row keeps the last state', async () => {
      const store = await openForTest();
      const document = documentKey();
      await store.append([updates(document, 'a')]);
      const { upTo } = (await store.loadDocument(document)) ?? { upTo: -1 };
      await store.compact(document, bytes('A'), upTo);
      await store.compact(document, bytes('AA'), upTo);
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['AA']);
    });

    test('a compaction that comes after the drop does not bring the document back', async () => {
      const store = await openForTest();
      const document = documentKey();
      await store.append([updates(document, 'a')]);
      const { upTo } = (await store.loadDocument(document)) ?? { upTo: -1 };
      await store.append([{ kind: 'dropDocument', document }]);
      await store.append([updates(document, 'new')]);
      await expect(store.compact(document, bytes('a'), upTo)).rejects.toMatchObject({ code: 'impossible' });
      expect(texts((await store.loadDocument(document))?.updates)).toEqual(['new']);
    });
  });

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
      'a snapshot that is there already': { kind: 'snapshot', snapshot },
      'a command with another result': { ...command, revision: 5 },
      'a place that is no number': { kind: 'supplement', meetup: meetup.id, note: createNote({ x: NaN }) },
      'a name no database can keep': { kind: 'setting', name: 'half\0', value: '' },
      'an update that is no bytes': { kind: 'updates', document, updates: ['a'] },
      'a document without generation': { kind: 'dropDocument', document: 'bord' },
      'a field nobody knows': { kind: 'setting', name: 'a', value: 'b', colour: 'red' },
      'a kind nobody knows': { kind: 'rank' },
    };

    test.each(Object.entries(impossible))('%s keeps nothing of its batch', async (_, record) => {
      const store = await openForTest();
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
      const store = await openForTest();
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

    test('an empty batch is kept without complaint', async () => {
      const store = await openForTest();
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

  describe(`${name} store: records`, () => {
    test('meet-ups come back whole, oldest first, and a later one replaces the same id', async () => {
      const store = await openForTest();
      const [old, young] = [createMeetup({ createdAt: 1 }), createMeetup({ createdAt: 2, locale: 'en' })];
      await store.append([
        { kind: 'meetup', meetup: young },
        { kind: 'meetup', meetup: old },
      ]);
      const closed = { ...old, status: 'closed', closedAt: 3, generation: 2 } as const;
      await store.append([{ kind: 'meetup', meetup: closed }]);
      expect(await store.listMeetups()).toEqual([closed, young]);
    });

    test('a command is found with its revision, in its own meet-up only', async () => {
      const store = await openForTest();
      const [one, two] = [createMeetup(), createMeetup()];
      const id = createId<CommandId>();
      await store.append([
        { kind: 'meetup', meetup: one },
        { kind: 'meetup', meetup: two },
        { kind: 'command', meetup: one.id, id, revision: 12, at: 1_790_000_000_000 },
      ]);
      expect(await store.findCommand(one.id, id)).toBe(12);
      expect(await store.findCommand(two.id, id)).toBeUndefined();
    });

    test('people come back per meet-up in order of joining, and a later one replaces the same id', async () => {
      const store = await openForTest();
      const meetup = createMeetup();
      const [first, second] = [
        createPerson(meetup.id, { joinedAt: 1 }),
        createPerson(meetup.id, { community: '' }),
      ];
      await store.append([
        { kind: 'meetup', meetup },
        { kind: 'person', person: second },
        { kind: 'person', person: first },
      ]);
      const shutOut = { ...first, shutOut: true, name: 'Ïlse' };
      await store.append([{ kind: 'person', person: shutOut }]);
      expect(await store.listPeople(meetup.id)).toEqual([shutOut, second]);
      expect(await store.listPeople(createMeetup().id)).toEqual([]);
    });

    test('a session is found by its hash until it ends', async () => {
      const store = await openForTest();
      const meetup = createMeetup();
      const [session, organiser] = [createSession(meetup.id), createSession(null)];
      await store.append([
        { kind: 'meetup', meetup },
        { kind: 'session', session },
        { kind: 'session', session: organiser },
      ]);
      expect(await store.findSession(session.hash)).toEqual(session);
      await store.append([{ kind: 'endSession', hash: session.hash }]);
      expect(await store.findSession(session.hash)).toBeUndefined();
      expect(await store.findSession(organiser.hash)).toEqual(organiser);
    });

    test('the bin holds a note until it is taken out or the bin is emptied', async () => {
      const store = await openForTest();
      const [meetup, other] = [createMeetup(), createMeetup()];
      const entries = [1, 2, 3].map((removedAt) => createBinned(meetup.id, { removedAt }));
      const [first, second, third] = entries.map(({ note }) => note.id);
      const elsewhere = createBinned(other.id, { removedBy: createId<ParticipantId>() });
      await store.append([
        ...[meetup, other].map((m) => ({ kind: 'meetup', meetup: m }) as const),
        ...[...entries, elsewhere].map((entry) => ({ kind: 'binned', entry }) as const),
      ]);
      if (second !== undefined) await store.append([{ kind: 'unbinned', meetup: meetup.id, note: second }]);
      expect((await store.listBin(meetup.id)).map(({ note }) => note.id)).toEqual([first, third]);
      await store.append([{ kind: 'emptyBin', meetup: meetup.id }]);
      expect(await store.listBin(meetup.id)).toEqual([]);
      expect(await store.listBin(other.id)).toEqual([elsewhere]);
    });

    test('a note removed twice is in the bin once, as it was the last time', async () => {
      const store = await openForTest();
      const meetup = createMeetup();
      const entry = createBinned(meetup.id);
      const again = { ...entry, note: { ...entry.note, text: 'anders' }, removedAt: entry.removedAt + 1 };
      await store.append([
        { kind: 'meetup', meetup },
        { kind: 'binned', entry },
        { kind: 'binned', entry: again },
      ]);
      expect(await store.listBin(meetup.id)).toEqual([again]);
    });

    test('snapshots are listed newest first without their state, and found with it', async () => {
      const store = await openForTest();
      const meetup = createMeetup();
      const [old, young, youngest] = [1, 2, 2].map((takenAt) => createSnapshot(meetup, { takenAt }));
      for (const snapshot of [young, old, youngest]) {
        if (snapshot !== undefined) await store.append([{ kind: 'snapshot', snapshot }]);
      }
      const listed = await store.listSnapshots();
      expect(listed.map(({ id }) => id)).toEqual([youngest?.id, young?.id, old?.id]);
      expect(listed.every((snapshot) => !('state' in snapshot))).toBe(true);
      if (old === undefined) throw new Error('no snapshot was made');
      expect(await store.findSnapshot(old.id)).toEqual(old);
      expect([...(listed[2]?.projection.notes.keys() ?? [])]).toEqual([...old.projection.notes.keys()]);
      await store.append([{ kind: 'dropSnapshot', id: old.id }]);
      expect(await store.findSnapshot(old.id)).toBeUndefined();
    });

    test('the supplement keeps each note once, in the order of arrival', async () => {
      const store = await openForTest();
      const meetup = createMeetup();
      const [one, two] = [createNote({ at: 9, late: true }), createNote({ at: 1 })];
      const add = (note: typeof one) => ({ kind: 'supplement', meetup: meetup.id, note }) as const;
      await store.append([{ kind: 'meetup', meetup }, add(one)]);
      await store.append([add(two), add({ ...one, text: 'a second time' })]);
      expect(await store.listSupplement(meetup.id)).toEqual([one, two]);
    });

    test('text inside a note survives whatever its characters are', async () => {
      const store = await openForTest();
      const meetup = createMeetup();
      const note = createNote({ text: '"\\ \0 \ud83c half, \u2028 👩‍👩‍👧 é e\u0301' });
      await store.append([
        { kind: 'meetup', meetup },
        { kind: 'supplement', meetup: meetup.id, note },
      ]);
      expect(await store.listSupplement(meetup.id)).toEqual([note]);
    });

    test('a setting is read back as it was last set', async () => {
      const store = await openForTest();
      await store.append([{ kind: 'setting', name: 'signIn', value: 'one' }]);
      await store.append([{ kind: 'setting', name: 'signIn', value: '' }]);
      expect(await store.readSetting('signIn')).toBe('');
      expect(await store.readSetting('other')).toBeUndefined();
    });
  });
}
