import { expect, test } from 'vitest';
import type { Interfaces } from './addresses.ts';
import { allowsOrigin, createHostList, isSameOrigin } from './origin.ts';

const wlan: Interfaces = {
  wlan0: [
    { address: '192.168.1.20', family: 'IPv4', internal: false },
    { address: 'fe80::00a1%wlan0', family: 'IPv6', internal: false },
  ],
};

function createHosts(readInterfaces: () => Interfaces = () => wlan) {
  return createHostList({
    publicUrl: 'https://ruimte.example.nl:8443',
    allowedHosts: ['school.nl', 'fd00::9'],
    readInterfaces,
    machineName: 'Laptop',
  });
}

test.each([
  'localhost',
  'localhost:8080',
  'LOCALHOST:8080',
  '127.0.0.1:1',
  '[::1]:8080',
  '192.168.1.20:8080',
  '[fe80::a1]:8080',
  'laptop',
  'laptop.local:8080',
  'ruimte.example.nl',
  'ruimte.example.nl.',
  'school.nl:80',
  '[fd00::9]',
])('the server answers to "%s"', (host) => {
  expect(createHosts().allows(host)).toBe(true);
});

test.each([
  undefined,
  '',
  'evil.example',
  '192.168.1.21',
  'localhost.evil.example',
  'evil@localhost',
  'localhost/',
  'localhost:8080:9',
  'localhost, evil.example',
  '127.0.0.1.evil.example',
  '[::1',
  'a'.repeat(300),
])('the server does not answer to "%s"', (host) => {
  expect(createHosts().allows(host)).toBe(false);
});

test('an address the machine got after the start is its own too', () => {
  let interfaces: Interfaces = {};
  const hosts = createHosts(() => interfaces);
  expect(hosts.allows('192.168.1.20:8080')).toBe(false);
  interfaces = wlan;
  expect(hosts.allows('192.168.1.20:8080')).toBe(true);
});

test.each([
  ['http://192.168.1.20:8080', '192.168.1.20:8080', true],
  ['http://localhost', 'localhost:80', true],
  ['https://ruimte.nl', 'ruimte.nl', true],
  ['https://ruimte.nl', 'ruimte.nl:443', true],
  ['https://ruimte.nl', 'RUIMTE.nl', true],
  ['http://localhost:8081', 'localhost:8080', false],
  ['http://evil.example', 'localhost:8080', false],
  ['http://localhost:8080/path', 'localhost:8080', false],
  ['http://me@localhost:8080', 'localhost:8080', false],
  ['file://localhost', 'localhost', false],
  ['null', 'localhost', false],
  ['', 'localhost', false],
  ['http://localhost', undefined, false],
])('a page of %s asking %s is of the same origin: %s', (origin, host, expected) => {
  expect(isSameOrigin(origin, host)).toBe(expected);
});

test('no page at all and the public address behind a proxy are allowed', () => {
  expect(allowsOrigin(undefined, 'localhost', undefined)).toBe(true);
  expect(allowsOrigin('https://ruimte.nl', 'internal:8080', 'https://ruimte.nl')).toBe(true);
  expect(allowsOrigin('https://ruimte.nl', 'internal:8080', undefined)).toBe(false);
});
