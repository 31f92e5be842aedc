import { isAbsolute, join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('an empty environment gives a server that starts', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 8080,
    host: undefined,
    logLevel: 'info',
    locale: 'nl',
    allowedHosts: [],
  });
  expect(config.publicUrl).toBeUndefined();
  expect(config.passphrase).toBeUndefined();
  expect(isAbsolute(config.dataDir)).toBe(true);
  expect(config.dataDir).not.toContain(join('server', ''));
});

test('settings are read in the forms people write them in', () => {
  const config = readConfig({
    PORT: ' 9000 ',
    HOST: '[::1]',
    DATA_DIR: '/srv/ruimte/',
    PUBLIC_URL: 'https://Ruimte.Example.nl/',
    ALLOWED_HOSTS: 'School.local, 192.168.1.9 ::1',
    PASSPHRASE: 'negen ruimtes',
    LOG_LEVEL: 'warn',
    LOCALE: 'en',
  });
  expect(config).toMatchObject({
    port: 9000,
    host: '::1',
    dataDir: '/srv/ruimte',
    publicUrl: 'https://ruimte.example.nl',
    allowedHosts: ['school.local', '192.168.1.9', '::1'],
    passphrase: 'negen ruimtes',
    logLevel: 'warn',
    locale: 'en',
  });
});

test('an empty value counts as left out', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ', PASSPHRASE: '' })).toEqual(readConfig({}));
});

test.each([
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['HOST', 'http://localhost'],
  ['DATA_DIR', 'server/dist/data'],
  ['DATA_DIR', 'node_modules'],
  ['PUBLIC_URL', 'ruimte.example.nl'],
  ['PUBLIC_URL', 'ftp://ruimte.example.nl'],
  ['PUBLIC_URL', 'https://ruimte.example.nl/board'],
  ['PUBLIC_URL', 'https://me:secret@ruimte.example.nl'],
  ['ALLOWED_HOSTS', 'https://school.nl'],
  ['ALLOWED_HOSTS', 'school.nl:8080'],
  ['PASSPHRASE', 'tekort123'],
  ['PASSPHRASE', 'x'.repeat(201)],
  ['LOG_LEVEL', 'loud'],
  ['LOCALE', 'de'],
])('a bad %s ("%s") stops the start with one sentence that names it', (name, value) => {
  const attempt = () => readConfig({ [name]: value });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(new RegExp(`^${name} must .*[^.]\\.$`));
});

test('a passphrase of ten characters will do, and a bad one is not repeated', () => {
  expect(readConfig({ PASSPHRASE: 'tien teken' }).passphrase).toBe('tien teken');
  expect(() => readConfig({ PASSPHRASE: 'geheimpje' })).not.toThrow(/geheimpje/);
});
