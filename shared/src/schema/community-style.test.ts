import { expect, test } from 'vitest';
import { codeOf, COMMUNITY_STYLES, styleOf } from './community-style.ts';

test('the thirteenth community has the first stamp again, and two letters of its name with it', () => {
  expect(styleOf(COMMUNITY_STYLES + 1)).toBe(1);
  expect(codeOf({ number: COMMUNITY_STYLES, name: 'Veenpoort' })).toBeUndefined();
  expect(codeOf({ number: COMMUNITY_STYLES + 1, name: 'Veenpoort' })).toBe('VE');
  expect(codeOf({ number: COMMUNITY_STYLES + 2, name: 'het  Kruispunt' })).toBe('HK');
});
