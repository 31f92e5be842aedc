import { fitsNote } from '@ruimte/shared/text';
import { expect, test } from 'vitest';
import { linesOf, MOST_PASTED } from './pasted-lines.ts';

test('each line that says something becomes a note, without the marks of a list', () => {
  const pasted = '- de gang\r\n\r\n* het plein\n  3. de tuin \n• 12 bomen\n4)\n2024 was anders';
  expect(linesOf(pasted)).toEqual({
    notes: ['de gang', 'het plein', 'de tuin', '12 bomen', '4)', '2024 was anders'],
    divided: 0,
    more: false,
  });
});

test('a line that is too long is divided between words, and nothing is lost', () => {
  const words = Array.from({ length: 60 }, (_, index) => `woord${index}`).join(' ');
  const { notes, divided } = linesOf(words);
  expect(divided).toBe(1);
  expect(notes.every(fitsNote)).toBe(true);
  expect(notes.join(' ')).toBe(words);
});

test('a word that is too long by itself is cut between characters', () => {
  const family = '👨‍👩‍👧‍👦';
  const { notes } = linesOf(`${'a'.repeat(130)} ${family.repeat(50)}`);
  expect(notes.every(fitsNote)).toBe(true);
  expect(notes.join('').replaceAll(' ', '')).toBe(`${'a'.repeat(130)}${family.repeat(50)}`);
});

test('no more than a hundred go on the board at once', () => {
  const { notes, more } = linesOf(Array.from({ length: 130 }, (_, index) => `regel ${index}`).join('\n'));
  expect(notes).toHaveLength(MOST_PASTED);
  expect(more).toBe(true);
});
