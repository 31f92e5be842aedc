import { expect, test } from 'vitest';
import { packFrames, unpackFrames } from './frames.ts';

test('packed updates come out in order, empty ones included', () => {
  const updates = [new Uint8Array([1, 2, 3]), new Uint8Array(0), new Uint8Array(300).fill(7)];
  expect(unpackFrames(packFrames(updates))).toEqual(updates);
  expect(unpackFrames(packFrames([]))).toEqual([]);
});

test('a view on a larger buffer is packed as what it shows', () => {
  const view = Buffer.from('....twijfel....').subarray(4, 11);
  expect(Buffer.from(unpackFrames(packFrames([view]))[0] ?? []).toString()).toBe('twijfel');
});

test('a blob that ends too early is refused', () => {
  const packed = packFrames([new Uint8Array([1, 2, 3])]);
  expect(() => unpackFrames(packed.subarray(0, 6))).toThrow(RangeError);
  expect(() => unpackFrames(packed.subarray(0, 3))).toThrow(RangeError);
});
