import type { NoteId } from '@ruimte/shared/ids';
import { describe, expect, it } from 'vitest';
import { createNoteIndex, type Placing } from './note-index.ts';

const placing = (id: string, x: number, y: number, rank = 0): Placing => ({
  id: id as NoteId,
  rect: { x, y, w: 224, h: 152 },
  rank,
});

describe('the index of notes', () => {
  it('finds what touches an area, the lowest first', () => {
    const index = createNoteIndex();
    index.load([placing('top', 0, 0, 5), placing('low', 100, 50, 1), placing('far', 5000, 0)]);
    expect(index.search({ x: 0, y: 0, w: 400, h: 300 })).toEqual(['low', 'top']);
  });

  it('finds a note where it went, and no longer where it was', () => {
    const index = createNoteIndex();
    index.put(placing('a', 0, 0));
    index.put(placing('a', 1000, 1000));
    expect(index.size).toBe(1);
    expect(index.search({ x: 0, y: 0, w: 300, h: 300 })).toEqual([]);
    expect(index.at({ x: 1010, y: 1010 }, 0)).toBe('a');
    index.remove('a' as NoteId);
    index.remove('a' as NoteId);
    expect(index.at({ x: 1010, y: 1010 }, 0)).toBeUndefined();
  });

  it('takes the topmost note under the pointer', () => {
    const index = createNoteIndex();
    index.load([placing('low', 0, 0, 1), placing('top', 50, 50, 2)]);
    expect(index.at({ x: 100, y: 100 }, 0)).toBe('top');
    expect(index.at({ x: 10, y: 10 }, 0)).toBe('low');
  });

  it('takes the nearest note within reach when none lies under the pointer', () => {
    const index = createNoteIndex();
    index.load([placing('left', 0, 0), placing('right', 260, 0)]);
    expect(index.at({ x: 250, y: 50 }, 20)).toBe('right');
    expect(index.at({ x: 242, y: 50 }, 5)).toBeUndefined();
  });
});
