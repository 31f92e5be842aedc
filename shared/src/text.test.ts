import { expect, test } from 'vitest';
import { cleanLine, cleanText, countGraphemes, cutGraphemes, fitsNote } from './text.ts';

test('an emoji of several code points counts as one character', () => {
  expect(countGraphemes('👩🏽‍🎨 in elke school')).toBe(16);
  expect(countGraphemes('')).toBe(0);
});

test('cutting never cuts a character in two', () => {
  expect(cutGraphemes('👩🏽‍🎨🎭🎶', 2)).toBe('👩🏽‍🎨🎭');
  expect(cutGraphemes('kort', 10)).toBe('kort');
});

test('a note takes 120 characters and not one more', () => {
  expect(fitsNote('x'.repeat(120))).toBe(true);
  expect(fitsNote('x'.repeat(121))).toBe(false);
  expect(fitsNote('😀'.repeat(120))).toBe(true);
});

test('a note of few characters that are very long is refused by its units', () => {
  expect(fitsNote('👩🏽‍🎨'.repeat(68))).toBe(true);
  expect(fitsNote('👩🏽‍🎨'.repeat(69))).toBe(false);
});

test('what cannot be seen and turns text around is taken out; joiners of emoji and newlines stay', () => {
  expect(cleanText('a\u202eb\u0000c\r\nd\te')).toBe('abc\nd e');
  expect(cleanText('👩🏽‍🎨')).toBe('👩🏽‍🎨');
  expect(cleanText('half \ud83d en')).toBe('half \ufffd en');
  expect(cleanText('Zoe\u0308')).toBe('Zoë');
});

test('a name is one line', () => {
  expect(cleanLine('  juf \n Rian  ')).toBe('juf Rian');
});
