import type { CommunityId, MeetupId, NoteId, ParticipantId, RoundId } from '@ruimte/shared/ids';
import { describe, expect, it } from 'vitest';
import type { MeetupModel, OtherPresence } from '../model/meetup-model.ts';
import { createBoardView } from '../model/board-view.ts';
import { createWritable } from '../model/readable.ts';
import { createHeldByOthers } from './held-by-others.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(22) as NoteId) as [NoteId, NoteId, NoteId];

/** Notes on a board where others come and go; the second round is a private one. */
function createTable() {
  const others = createWritable<readonly OtherPresence[]>([]);
  const stage = createWritable({ round: 'open' as RoundId | null });
  const rounds = [
    { id: 'open' as RoundId, write: 'open' },
    { id: 'alone' as RoundId, write: 'private' },
  ];
  const model = {
    others,
    stage,
    board: createBoardView(),
    session: { meetup: { id: 'm' as MeetupId, rounds } },
  };
  let changes = 0;
  // Of the stage and the meet-up nothing else is looked at.
  const held = createHeldByOthers(model as unknown as MeetupModel, () => (changes += 1));
  const be = (clientId: number, name: string, more: Partial<OtherPresence>): OtherPresence => ({
    who: name as ParticipantId,
    clientId,
    person: { name, community: '' as CommunityId | '', role: 'participant' } as OtherPresence['person'],
    ...more,
  });
  const names = () => [...held.get()].map(([id, { name, named }]) => [id, name, named]);
  return { others, stage, held, be, names, changes: () => changes };
}

describe('what others have in their hands', () => {
  it('is told with who has it, the name at the first of several notes', () => {
    const { others, be, names } = createTable();
    others.set([be(1, 'Noor', { selected: [A, B] }), be(2, 'Tom', { editing: C })]);
    expect(names()).toEqual([
      [A, 'Noor', true],
      [B, 'Noor', false],
      [C, 'Tom', true],
    ]);
  });

  it('does not change for a pointer that moves', () => {
    const { others, held, be, changes } = createTable();
    others.set([be(1, 'Noor', { selected: [A], cursor: [1, 1] })]);
    const before = held.get();
    others.set([be(1, 'Noor', { selected: [A], cursor: [2, 2] })]);
    expect(held.get()).toBe(before);
    expect(changes()).toBe(1);
    others.set([be(1, 'Noor', { cursor: [2, 2] })]);
    expect(held.get().size).toBe(0);
    expect(changes()).toBe(2);
  });

  it('is kept to themselves in a private round, and by nobody after it is closed', () => {
    const { others, stage, held, be, names, changes } = createTable();
    others.set([be(1, 'Noor', { selected: [A] })]);
    stage.set({ round: 'alone' as RoundId });
    expect(names()).toEqual([]);
    stage.set({ round: 'open' as RoundId });
    expect(names()).toEqual([[A, 'Noor', true]]);
    held.close();
    const before = changes();
    others.set([]);
    expect(changes()).toBe(before);
  });
});
