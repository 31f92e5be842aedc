import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSupportedNode } from './node-version.mjs';

test.for(['20.19.0', '20.20.2', '22.13.0', '22.23.3', '24.0.0', '26.10.0'])(
  'Node %s is welcome',
  (version) => {
    expect(isSupportedNode(version)).toBe(true);
  },
);

test.for(['18.20.4', '20.18.3', '21.7.3', '22.12.0', '23.11.0'])('Node %s is refused', (version) => {
  expect(isSupportedNode(version)).toBe(false);
});

test('package.json names the same range, so that npm warns about what we refuse', () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ engines: { node: '^20.19.0 || ^22.13.0 || >=24.0.0' } });
});
