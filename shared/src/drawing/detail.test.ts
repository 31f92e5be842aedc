import { expect, it } from 'vitest';
import { detailAt } from './detail.ts';

it('draws text from 7 css pixels on, bars below it, blocks below 3', () => {
  expect(detailAt(1)).toBe('near');
  expect(detailAt(0.45)).toBe('middle');
  expect(detailAt(0.2)).toBe('far');
  expect(detailAt(0.05)).toBe('block');
});

it('does not flicker around a border', () => {
  expect(detailAt(0.245, 'middle')).toBe('middle');
  expect(detailAt(0.245, 'far')).toBe('far');
  expect(detailAt(0.22, 'middle')).toBe('far');
  expect(detailAt(0.05, 'near')).toBe('block');
});
