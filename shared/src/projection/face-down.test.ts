import { expect, test } from 'vitest';
import { overlaps } from '../geometry.ts';
import { faceDownPapers } from './face-down.ts';
import { NOTE_SIZE, SLOT, ZONE_SIZE } from './layout.ts';

const ZONE = { ...ZONE_SIZE, foot: 24 };
const lying = [0, 1, 2].map((index) => ({ x: SLOT.x + index * SLOT.pitchX, y: SLOT.y }));

test('papers lie face down in the slots that notes leave free, under none of them', () => {
  const papers = faceDownPapers(6, lying, ZONE);
  expect(papers).toHaveLength(6);
  for (const paper of papers) {
    expect(paper.papers).toBe(1);
    expect(paper.y + paper.h).toBeLessThanOrEqual(ZONE_SIZE.h);
    for (const note of lying) expect(overlaps(paper, { ...note, ...NOTE_SIZE })).toBe(false);
  }
  expect(faceDownPapers(0, lying, ZONE)).toEqual([]);
});

test('more papers than there are slots become one stack', () => {
  expect(faceDownPapers(7, lying, ZONE)).toEqual([
    { x: SLOT.x, y: SLOT.y + SLOT.pitchY, ...NOTE_SIZE, papers: 7 },
  ]);
});

test('in a zone without a free slot the stack lies over its lower edge, below the notes', () => {
  const full = [0, 1, 2].flatMap((row) => lying.map(({ x }) => ({ x, y: SLOT.y + row * SLOT.pitchY })));
  const [stack, ...others] = faceDownPapers(2, full, ZONE);
  expect(others).toEqual([]);
  expect(stack?.papers).toBe(2);
  for (const note of full)
    expect(overlaps(stack ?? { x: 0, y: 0, ...ZONE_SIZE }, { ...note, ...NOTE_SIZE })).toBe(false);
});

test('no paper lies over the words of a scale or the steps of a rated zone', () => {
  for (const foot of [64, 176]) {
    for (const { y, h } of faceDownPapers(3, lying, { ...ZONE_SIZE, foot }))
      expect(y + h).toBeLessThanOrEqual(ZONE_SIZE.h - foot);
  }
});
