import { expect, test } from 'vitest';
import { type Interfaces, listAddresses, withoutScheme } from './addresses.ts';

const ipv4 = (address: string, internal = false) => [{ address, family: 'IPv4', internal }];
const everywhere = { publicUrl: undefined, host: undefined, port: 8080 };
const hall: Interfaces = {
  lo: ipv4('127.0.0.1', true),
  docker0: ipv4('172.17.0.1'),
  tun0: ipv4('10.8.0.2'),
  eth0: ipv4('10.0.0.5'),
  wlan0: [...ipv4('192.168.1.20'), { address: 'fe80::1', family: 'IPv6', internal: false }],
  eth1: ipv4('169.254.3.4'),
};

test('addresses on the network of the hall come best first, without bridges and tunnels', () => {
  expect(listAddresses(everywhere, hall)).toEqual([
    { url: 'http://192.168.1.20:8080', onlyThisMachine: false },
    { url: 'http://10.0.0.5:8080', onlyThisMachine: false },
  ]);
});

test('the public address comes before all others', () => {
  const urls = listAddresses({ ...everywhere, publicUrl: 'https://ruimte.nl' }, hall).map(({ url }) => url);
  expect(urls[0]).toBe('https://ruimte.nl');
  expect(urls).toHaveLength(3);
});

test('a bridge is better than nothing', () => {
  const urls = listAddresses(everywhere, { docker0: ipv4('172.17.0.2') }).map(({ url }) => url);
  expect(urls).toEqual(['http://172.17.0.2:8080']);
});

test('the machine itself is the last resort, and says so', () => {
  const alone: Interfaces = { lo: ipv4('127.0.0.1', true) };
  const expected = [{ url: 'http://localhost:8080', onlyThisMachine: true }];
  expect(listAddresses(everywhere, alone)).toEqual(expected);
  expect(listAddresses({ ...everywhere, host: '127.0.0.1' }, hall)).toEqual(expected);
});

test('a server that listens on one address has that one', () => {
  expect(listAddresses({ ...everywhere, host: '10.0.0.5' }, hall)).toMatchObject([
    { url: 'http://10.0.0.5:8080' },
  ]);
  expect(listAddresses({ ...everywhere, host: 'fd00::5' }, hall)).toMatchObject([
    { url: 'http://[fd00::5]:8080' },
  ]);
});

test('port 80 is not written, and people type no scheme', () => {
  const [best] = listAddresses({ ...everywhere, port: 80 }, hall);
  expect(best?.url).toBe('http://192.168.1.20');
  expect(withoutScheme('https://ruimte.nl')).toBe('ruimte.nl');
});
