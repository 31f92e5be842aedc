/** Which addresses the QR may carry. */
import { expect, test } from 'vitest';
import { isLocal, spokenAddress, usableAddresses } from './addresses.ts';

test.each([
  'http://localhost:8080',
  'http://127.0.0.1',
  'http://[::1]:8080',
  'http://a.localhost',
  'nonsense',
])('%s leads every device to itself', (address) => expect(isLocal(address)).toBe(true));

test('an address of this computer alone is never offered beside another', () => {
  expect(usableAddresses(['http://192.168.1.20:8080'], 'http://localhost:8080')).toEqual([
    'http://192.168.1.20:8080',
  ]);
});

test('the address of this page stands last, once, and alone when there is nothing better', () => {
  expect(usableAddresses(['http://10.0.0.2'], 'https://bord.example')).toEqual([
    'http://10.0.0.2',
    'https://bord.example',
  ]);
  expect(usableAddresses([], 'http://localhost:8080')).toEqual(['http://localhost:8080']);
});

test('an address is said without its scheme', () => {
  expect(spokenAddress('https://bord.example')).toBe('bord.example');
});
