import { expect, test } from 'vitest';
import { readAwareness } from './awareness.ts';
import { Claims } from './claims.ts';
import type { ParticipantId } from '@ruimte/shared/ids';
import { readClientMessage } from './sync-messages.ts';

const NOOR = 'noor' as ParticipantId;

test('[R12] a body that says it is longer than the message is refused, never read from what lies behind it', () => {
  const slab = Uint8Array.from([0, 2, 40, ...Array.from({ length: 60 }, () => 65)]);
  expect(() => readClientMessage(slab.subarray(0, 5))).toThrow('ends early');
  expect(readAwareness(Uint8Array.from([1, 7, 1, 40, 65, 65]))).toBeUndefined();
});

test.each([[[]], [[0]], [[0, 2]], [[1]], [[102, 1, 2]], [[255, 255, 255, 255, 255, 255, 255, 255, 255, 1]]])(
  '[R12] %j is no message',
  (bytes) => {
    expect(() => readClientMessage(Uint8Array.from(bytes))).toThrow(Error);
  },
);

test('[R13] kinds that are not known are named, not refused', () => {
  expect(readClientMessage(Uint8Array.from([77])).type).toBe('unknown');
  expect(readClientMessage(Uint8Array.from([0, 3])).type).toBe('unknown');
});

test('[R21] of presence only the wanted id is read, and no list of thousands', () => {
  const body = Uint8Array.from([2, 7, 1, 2, 123, 125, 8, 1, 2, 123, 125]);
  expect(readAwareness(body, (client) => client === 8)).toEqual([{ client: 8, clock: 1, json: '{}' }]);
  expect(readAwareness(Uint8Array.from([0xff, 0x7f]))).toBeUndefined();
});

test('[R21] a participant claims so many client ids, the oldest making room', () => {
  const claims = new Claims();
  for (let client = 0; client < 100; client += 1) claims.add(client, NOOR);
  expect(claims.ownerOf(99)).toBe(NOOR);
  expect(claims.ownerOf(0)).toBeUndefined();
});
