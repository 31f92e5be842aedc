import { expect, it } from 'vitest';
import { CHUNK_ROWS, chunkOf, runsOf } from './list-chunks.ts';

it('has every row of a list in exactly one chunk, in order', () => {
  for (const rows of [0, 1, CHUNK_ROWS, CHUNK_ROWS + 1, 1_111]) {
    const all = runsOf(rows, () => true).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, at) => from + at),
    );
    expect(all).toEqual(Array.from({ length: rows }, (_, row) => row));
  }
});

it('keeps a place for the chunks that are not in the page', () => {
  const runs = runsOf(CHUNK_ROWS * 3 - 1, (chunk) => chunk !== 1);
  expect(runs.map(({ shown }) => shown)).toEqual([true, false, true]);
  expect(runs[1]).toEqual({ from: CHUNK_ROWS, to: CHUNK_ROWS * 2, shown: false });
  expect(chunkOf(CHUNK_ROWS * 2 - 1)).toBe(1);
});
