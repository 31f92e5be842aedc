/** Secrets and codes in the fragment of an address. */
import { expect, test } from 'vitest';
import { joinByCode, parseEntrance } from './entrance.ts';
import { parseSignInLink } from './sign-in-link.ts';

const SECRET = 'abcdefghij0123456789_-';

test('a link carries its secret in the fragment', () => {
  expect(parseEntrance(`#${SECRET}`)).toEqual({ secret: SECRET });
});

test('a code comes through as it was typed', () => {
  expect(parseEntrance(joinByCode(' klei 48 27+').replace('/j', ''))).toEqual({ code: 'klei 48 27+' });
});

test.each(['', '#', '#code=', '#code=%20', '#abc'])('%o lets nobody in', (hash) => {
  expect(parseEntrance(hash)).toBeUndefined();
});

test('a sign-in link is told from the others', () => {
  expect(parseSignInLink(`#sign-in=${SECRET}`)).toBe(SECRET);
  expect(parseSignInLink(`#${SECRET}`)).toBeUndefined();
  expect(parseSignInLink('#sign-in=')).toBeUndefined();
});
