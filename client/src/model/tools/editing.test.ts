import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { MeetupId, NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { expect, it } from 'vitest';
import { openDrafts } from '../drafts.ts';
import { createWritable } from '../readable.ts';
import { type EditingHost, type EditingTarget, startEditing } from './editing.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA' as NoteId;
const PLACE: EditingTarget = { zone: 'kind' as ZoneId, at: { x: 32, y: 82 } };

function createHost() {
  const done: unknown[][] = [];
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
    keys: () => [...stored.keys()],
  };
  const noWriting = createWritable<NoWriting | undefined>(undefined);
  const removed = createWritable<ReadonlySet<NoteId>>(new Set());
  const host: EditingHost = {
    actions: {
      addNote: ({ text }) => {
        done.push(['add', text]);
        return { ok: true, id: ID };
      },
      typeNote: (id, text) => done.push(['type', id, text]),
      endTyping: (id) => done.push(['end', id]),
    },
    noWriting,
    removed,
    drafts: openDrafts(storage, 'm' as MeetupId, 'p' as ParticipantId),
  };
  return { host, done, noWriting, removed };
}

it('lays the note on the board with the first letter that is not blank', () => {
  const { host, done } = createHost();
  const editing = startEditing(host, PLACE);
  editing.input(' ');
  expect(done).toEqual([]);
  editing.input(' r');
  editing.input(' ruis');
  expect(editing.finish(false)).toBe(true);
  expect(done).toEqual([
    ['add', ' r'],
    ['type', ID, ' ruis'],
    ['type', ID, 'ruis'],
    ['end', ID],
  ]);
});

it('begins with the letter that opened the field, behind what a draft kept', () => {
  const { host, done } = createHost();
  const editing = startEditing(host, { ...PLACE, text: 'r' });
  expect(editing.state.get()).toMatchObject({ text: 'r', note: ID });
  editing.finish(false);
  host.drafts.set('new', { text: 'half' });
  expect(startEditing(host, { ...PLACE, text: 'f' }).state.get().text).toBe('halff');
  expect(done.filter(([what]) => what === 'add')).toEqual([
    ['add', 'r'],
    ['add', 'halff'],
  ]);
});

it('leaves no trace when nothing was typed', () => {
  const { host, done } = createHost();
  expect(startEditing(host, PLACE).finish(false)).toBe(true);
  expect(done).toEqual([]);
});

it('keeps the letters in the field while the board is locked, and lays them when it opens', () => {
  const { host, done, noWriting } = createHost();
  const editing = startEditing(host, PLACE);
  editing.input('ruis');
  noWriting.set('locked');
  editing.input('ruis in de gang');
  expect(editing.state.get()).toMatchObject({ text: 'ruis in de gang', problem: 'locked' });
  expect(editing.finish(false)).toBe(false);
  noWriting.set(undefined);
  expect(editing.state.get().problem).toBeUndefined();
  expect(done.at(-1)).toEqual(['type', ID, 'ruis in de gang']);
});

it('keeps what could not be laid as a draft, and brings it back in the next field', () => {
  const { host, done, noWriting } = createHost();
  const first = startEditing(host, PLACE);
  noWriting.set('locked');
  first.input('half getypt');
  expect(first.finish(true)).toBe(true);
  noWriting.set(undefined);
  const second = startEditing(host, PLACE);
  expect(second.state.get().text).toBe('half getypt');
  expect(done).toEqual([['add', 'half getypt']]);
  second.finish(false);
  expect(startEditing(host, PLACE).state.get().text).toBe('');
});

it('counts what is left in characters as people see them, and takes no more than fits', () => {
  const { host, done } = createHost();
  const editing = startEditing(host, { id: ID, text: 'a' });
  editing.input('👩🏽‍🎨'.repeat(5));
  expect(editing.state.get().left).toBe(115);
  editing.input('x'.repeat(120));
  expect(editing.state.get()).toMatchObject({ left: 0, problem: undefined });
  editing.input('x'.repeat(123));
  expect(editing.state.get()).toMatchObject({ left: -3, problem: 'tooLong' });
  expect(editing.finish(false)).toBe(false);
  expect(done.filter(([what]) => what === 'type')).toHaveLength(2);
});

it('ends once, and hears nothing of the board after that', () => {
  const { host, done, noWriting } = createHost();
  const editing = startEditing(host, { id: ID, text: 'ruis' });
  editing.finish(false);
  const count = done.length;
  editing.input('anders');
  noWriting.set('locked');
  noWriting.set(undefined);
  expect(editing.finish(true)).toBe(true);
  expect(done).toHaveLength(count);
});

it('says that the note was removed under the field, types on, and ends like any other', () => {
  const { host, done, removed } = createHost();
  const editing = startEditing(host, { id: ID, text: 'ruis' });
  editing.input('ruis in');
  removed.set(new Set([ID]));
  expect(editing.state.get()).toMatchObject({ text: 'ruis in', problem: 'removed' });
  editing.input('ruis in de gang');
  expect(done.at(-1)).toEqual(['type', ID, 'ruis in de gang']);
  expect(host.drafts.get(ID)).toBeUndefined();
  expect(editing.finish(false)).toBe(true);
  expect(done.at(-1)).toEqual(['end', ID]);
});

it('is silent again when the note came back', () => {
  const { host, removed } = createHost();
  const editing = startEditing(host, { id: ID, text: 'ruis' });
  removed.set(new Set([ID]));
  removed.set(new Set());
  expect(editing.state.get().problem).toBeUndefined();
});
