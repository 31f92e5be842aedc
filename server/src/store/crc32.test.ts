import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the checksum is the one every other program computes', () => {
  expect(crc32(bytes(''))).toBe(0);
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytes('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
});

test('any single flipped bit changes the checksum', () => {
  const content = bytes('het kind, de plek, de twijfel');
  const whole = crc32(content);
  for (let bit = 0; bit < content.length * 8; bit += 1) {
    const flipped = content.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(crc32(flipped)).not.toBe(whole);
  }
});
