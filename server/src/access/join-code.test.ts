import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { CODE_COUNT, CODE_WORDS, createCode, parseCode, showCode } from './join-code.ts';

test('the words are four plain letters, and no two of them look alike', () => {
  expect(CODE_WORDS.length).toBeGreaterThan(250);
  expect(CODE_WORDS.filter((word) => !/^[A-Z]{4}$/.test(word))).toEqual([]);
  const shapes = CODE_WORDS.map((word) => word.replace(/[IL]/g, '1').replace(/O/g, '0'));
  expect(new Set(shapes).size).toBe(CODE_WORDS.length);
});

test('every code that is made is read back as itself', () => {
  for (let round = 0; round < 500; round += 1) {
    const code = createCode(randomInt, new Set());
    expect(code).toMatch(/^[A-Z]{4}\d{4}$/);
    expect(parseCode(code)).toBe(code);
    expect(parseCode(showCode(code).toLowerCase())).toBe(code);
  }
});

test('a taken code is passed over, at the end of the list too', () => {
  const last = createCode(() => CODE_COUNT - 1, new Set());
  const first = createCode(() => 0, new Set());
  expect(createCode(() => CODE_COUNT - 1, new Set([last]))).toBe(first);
});

test.each([
  'KLEI4827',
  'klei 4827',
  ' Klei-4827 ',
  'k l e i 4 8 2 7',
  'KIEI 4827',
  'k1ei4827',
  'KLEl 4827',
  'klei–4827',
])('"%s" is understood as KLEI4827', (typed) => {
  expect(parseCode(typed)).toBe('KLEI4827');
});

test('letters typed for digits and digits for letters are forgiven', () => {
  expect(parseCode('B00M 1O0l')).toBe('BOOM1001');
  expect(parseCode('boom IOOI')).toBe('BOOM1001');
});

test('a word that is not in the list is taken as it is written', () => {
  expect(parseCode('xyzq 1234')).toBe('XYZQ1234');
});

test.each([
  '',
  'KLEI',
  '4827',
  'KLEI482',
  'KLEI48271',
  '4827KLEI',
  'KL3I4827',
  'KLEI 48A7',
  'x'.repeat(1000),
])('"%s" is no code', (typed) => {
  expect(parseCode(typed)).toBeUndefined();
});

test('people read a code in two parts', () => {
  expect(showCode('KLEI4827')).toBe('KLEI 4827');
});
