import { expect, test } from 'vitest';
import { followConnection } from './connection-state.ts';
import type { DocumentState } from './document-session.ts';
import { createWritable } from './readable.ts';

test('a line that the server closed because nothing can be kept says so, and not that the line is gone', () => {
  const board = createWritable<DocumentState>({ state: 'live' });
  const stage = createWritable<DocumentState>({ state: 'live' });
  const saving = createWritable(true);
  const connection = followConnection(board, stage, saving);
  expect(connection.get()).toEqual({ state: 'live' });

  saving.set(false);
  board.set({ state: 'lost', since: 1, why: 'notSaving' });
  expect(connection.get()).toEqual({ state: 'notSaving' });

  stage.set({ state: 'lost', since: 2 });
  expect(connection.get()).toEqual({ state: 'lost', since: 2 });

  board.set({ state: 'lost', since: 1, why: 'tooFast' });
  expect(connection.get()).toEqual({ state: 'lost', since: 1, why: 'tooFast' });
});
