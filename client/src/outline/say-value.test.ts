import { expect, test } from 'vitest';
import { nl } from '../i18n/marks.nl.ts';
import { sayValue } from './say-value.ts';

test('a place on a scale is said by the end it lies at, or towards, or between', () => {
  const ends = { low: 'Nog weinig', high: 'Volop' };
  expect([0, 0.2, 0.3, 0.5, 0.7, 0.8, 1].map((value) => sayValue(value, ends, nl))).toEqual([
    'dicht bij ‘Nog weinig’',
    'dicht bij ‘Nog weinig’',
    'meer naar ‘Nog weinig’',
    'tussen ‘Nog weinig’ en ‘Volop’',
    'meer naar ‘Volop’',
    'dicht bij ‘Volop’',
    'dicht bij ‘Volop’',
  ]);
});
