import type { MeetupId, NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { describe, expect, it } from 'vitest';
import { openDrafts } from './drafts.ts';
import { openOutbox, type UnsentEntry } from './outbox.ts';
import { createMemoryStorage } from './storage.ts';

const ANNA = 'annaannaannaannaanna_1' as ParticipantId;
const KEY = 'ruimte.outbox.test';

function noteId(number: number): NoteId {
  return `note${String(number).padStart(18, '0')}` as NoteId;
}

function entry(number: number, more: Partial<UnsentEntry> = {}): UnsentEntry {
  return {
    id: noteId(number),
    zone: 'twijfel' as ZoneId,
    text: `kaartje ${number}`,
    round: 'rondgang' as RoundId,
    typedAt: 1_000 + number,
    generation: 1,
    kind: 'new',
    refusals: 0,
    ...more,
  };
}

describe('outbox', () => {
  it('is in storage as soon as it was put, so that a page that stops finds it back', () => {
    const storage = createMemoryStorage();
    openOutbox(storage, KEY).put(entry(1, { x: 4, y: 5, clientId: 7, clock: 9 }));
    expect(openOutbox(storage, KEY).get()).toEqual([entry(1, { x: 4, y: 5, clientId: 7, clock: 9 })]);
  });

  it('keeps the newest text of a note only', () => {
    const outbox = openOutbox(createMemoryStorage(), KEY);
    outbox.put(entry(1));
    outbox.put(entry(1, { text: 'anders' }));
    expect(outbox.get()).toEqual([entry(1, { text: 'anders' })]);
  });

  it('lets go only of what the confirmed clock covers', () => {
    const outbox = openOutbox(createMemoryStorage(), KEY);
    outbox.put(entry(1, { clientId: 7, clock: 10 }));
    outbox.put(entry(2, { clientId: 7, clock: 11 }));
    outbox.put(entry(3, { clientId: 8, clock: 5 }));
    outbox.put(entry(4));
    outbox.confirm(7, 10);
    expect(outbox.get().map(({ id }) => id)).toEqual([noteId(2), noteId(3), noteId(4)]);
  });

  it('leaves alone what another tab put there meanwhile', () => {
    const storage = createMemoryStorage();
    const [one, other] = [openOutbox(storage, KEY), openOutbox(storage, KEY)];
    one.put(entry(1));
    other.put(entry(2));
    one.put(entry(3));
    other.refresh();
    expect(other.get().map(({ id }) => id)).toEqual([noteId(1), noteId(2), noteId(3)]);
  });

  it('lives on in memory when the storage is full', () => {
    const storage = createMemoryStorage();
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('quota');
      },
    };
    const outbox = openOutbox(full, KEY);
    outbox.put(entry(1));
    outbox.put(entry(2));
    expect(outbox.get()).toHaveLength(2);
  });

  it.each([
    '',
    'geen json',
    '{}',
    '[1, null, {"id": "x"}]',
    '[{"id": "aaaaaaaaaaaaaaaaaaaaaa", "zone": "drift"}]',
  ])('reads %j from storage as nothing', (stored) => {
    const storage = createMemoryStorage();
    storage.setItem(KEY, stored);
    expect(openOutbox(storage, KEY).get()).toEqual([]);
  });
});

describe('drafts', () => {
  it('finds the text of an open field back after a reload, and forgets it when it is empty', () => {
    const storage = createMemoryStorage();
    const meetup = 'meetupmeetupmeetup___1' as MeetupId;
    openDrafts(storage, meetup, ANNA).set('new', { text: 'half get', zone: 'drift' as ZoneId });
    const drafts = openDrafts(storage, meetup, ANNA);
    expect(drafts.get('new')).toEqual({ text: 'half get', zone: 'drift' });
    expect(drafts.get(noteId(1))).toBeUndefined();
    drafts.set('new', { text: '' });
    expect(openDrafts(storage, meetup, ANNA).get('new')).toBeUndefined();
  });
});
