/** What every store promises about everything that is no document. */
import { describe, expect, test } from 'vitest';
import { type CommandId, createId, type ParticipantId } from '@ruimte/shared/ids';
import {
  createBinned,
  createMeetup,
  createNote,
  createPerson,
  createSession,
  createSnapshot,
} from './records.ts';
import { openForTest, type StoreUnderTest } from './store-under-test.ts';

/** Declares this part of the suite for one implementation. */
export function describeRecords({ name, open }: StoreUnderTest): void {
  describe(`${name} store: records`, () => {
    test('meet-ups come back whole, oldest first, and a later one replaces the same id', async () => {
      const store = await openForTest(open);
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
      const store = await openForTest(open);
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
      const store = await openForTest(open);
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
      const store = await openForTest(open);
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
      const store = await openForTest(open);
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
      const store = await openForTest(open);
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
      const store = await openForTest(open);
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
      const store = await openForTest(open);
      const meetup = createMeetup();
      const [one, two] = [createNote({ at: 9, late: true }), createNote({ at: 1 })];
      const add = (note: typeof one) => ({ kind: 'supplement', meetup: meetup.id, note }) as const;
      await store.append([{ kind: 'meetup', meetup }, add(one)]);
      await store.append([add(two), add({ ...one, text: 'a second time' })]);
      expect(await store.listSupplement(meetup.id)).toEqual([one, two]);
    });

    test('text inside a note survives whatever its characters are', async () => {
      const store = await openForTest(open);
      const meetup = createMeetup();
      const note = createNote({ text: '"\\ \0 \ud83c half, \u2028 👩‍👩‍👧 é e\u0301' });
      await store.append([
        { kind: 'meetup', meetup },
        { kind: 'supplement', meetup: meetup.id, note },
      ]);
      expect(await store.listSupplement(meetup.id)).toEqual([note]);
    });

    test('a setting is read back as it was last set', async () => {
      const store = await openForTest(open);
      await store.append([{ kind: 'setting', name: 'signIn', value: 'one' }]);
      await store.append([{ kind: 'setting', name: 'signIn', value: '' }]);
      expect(await store.readSetting('signIn')).toBe('');
      expect(await store.readSetting('other')).toBeUndefined();
    });
  });
}
