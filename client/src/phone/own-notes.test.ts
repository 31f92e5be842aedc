import type { CommunityId, NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import { describe, expect, it } from 'vitest';
import type { UnsentNote } from '../model/meetup-model.ts';
import { listOwnNotes, stateOfSent } from './own-notes.ts';

const iris = 'iris' as ParticipantId;
const isOwn = ({ author }: Pick<Note, 'author'>): boolean => author === iris;
const twijfel = 'twijfel' as ZoneId;

function note(id: string, at: number, more: Partial<Note> = {}): Note {
  const community: CommunityId | '' = '';
  const fixed = {
    zone: twijfel,
    x: 0,
    y: 0,
    text: id,
    author: iris,
    community,
    round: '' as const,
    order: 'a',
  };
  return { ...fixed, id: id as NoteId, at, ...more };
}
function boardOf(...notes: readonly Note[]) {
  return { notes: new Map(notes.map((each) => [each.id, each])) };
}
function unsent(id: string, state: UnsentNote['state'], more: Partial<UnsentNote> = {}): UnsentNote {
  return { id: id as NoteId, zone: twijfel, text: `typed ${id}`, round: '', typedAt: 9, state, ...more };
}

describe('own notes', () => {
  it('are listed newest first, without those of others', () => {
    const board = boardOf(
      note('old', 1),
      note('new', 2),
      note('other', 3, { author: 'bo' as ParticipantId }),
    );
    expect(listOwnNotes(board, [], isOwn).map((each) => each.id)).toEqual(['new', 'old']);
  });
  it('[P1] on the own sheet are told from those on the board', () => {
    const board = boardOf(note('seen', 1), note('hidden', 2));
    const own = listOwnNotes(board, [unsent('sent', 'sending')], isOwn, (id) => id === 'hidden');
    expect(own.filter(({ onDesk }) => onDesk).map(({ id }) => id)).toEqual(['hidden']);
  });
  it('are saved only when the outbox no longer has them', () => {
    const board = boardOf(note('a', 1));
    expect(listOwnNotes(board, [unsent('a', 'sending')], isOwn)[0]?.state).toBe('sending');
    expect(listOwnNotes(board, [], isOwn)[0]?.state).toBe('saved');
  });
  it('keep a refused edit with its own words and its reason', () => {
    const refused = [unsent('a', 'refused', { reason: 'boardFull' })];
    const [first] = listOwnNotes(boardOf(note('a', 1)), refused, isOwn);
    expect(first).toMatchObject({ text: 'typed a', state: 'refused', reason: 'boardFull', onBoard: true });
  });
  it('include what waits for the board, but not what was refused and lies nowhere', () => {
    const waiting = [unsent('b', 'refused'), unsent('c', 'waiting')];
    const own = listOwnNotes(boardOf(note('a', 1)), waiting, isOwn);
    expect(own.map(({ id, state, onBoard }) => [id, state, onBoard])).toEqual([
      ['c', 'waiting', false],
      ['a', 'saved', true],
    ]);
  });
  it('say when they came in later', () => {
    expect(listOwnNotes(boardOf(note('a', 1, { late: true })), [], isOwn)[0]?.state).toBe('late');
  });
});

describe('the note that was laid last', () => {
  it('goes from sent to saved, and is silent once it was removed', () => {
    const board = boardOf(note('a', 1));
    expect(stateOfSent('a' as NoteId, board, [unsent('a', 'sending')])).toBe('sending');
    expect(stateOfSent('a' as NoteId, board, [])).toBe('saved');
    expect(stateOfSent('a' as NoteId, boardOf(), [])).toBeUndefined();
  });
});
