import { describe, expect, it } from 'vitest';
import { isWorthSaying, measureNote } from './note-length.ts';

describe('what still fits on a note', () => {
  it('counts a flag or a family as one character', () => {
    expect(measureNote('🇳🇱👨‍👩‍👧').left).toBe(118);
  });
  it('takes 120 characters and not 121', () => {
    expect(measureNote('a'.repeat(120))).toMatchObject({ left: 0, fits: true });
    expect(measureNote('a'.repeat(121))).toMatchObject({ left: -1, fits: false, tooHeavy: false });
  });
  it('does not count space around the words', () => {
    expect(measureNote(`  ${'a'.repeat(120)}\n `).fits).toBe(true);
    expect(measureNote(' \n ').empty).toBe(true);
  });
  it('knows a text of few characters that is still too much for the server', () => {
    expect(measureNote('👨‍👩‍👧‍👦'.repeat(50))).toMatchObject({ left: 70, tooHeavy: true, fits: false });
  });
});

describe('when the count is said aloud', () => {
  it('is silent until 20 are left, and then says a few steps only', () => {
    expect(isWorthSaying(95, 94)).toBe(false);
    expect(isWorthSaying(21, 20)).toBe(true);
    expect(isWorthSaying(20, 19)).toBe(false);
    expect(isWorthSaying(0, -1)).toBe(true);
  });
  it('says nothing when the text grows shorter', () => {
    expect(isWorthSaying(5, 40)).toBe(false);
  });
  it('says it once when a paste passes several steps', () => {
    expect(isWorthSaying(100, -40)).toBe(true);
  });
});
