import { encodeDurable } from '@ruimte/shared/protocol/messages';
import { expect, test } from 'vitest';
import { Confirmations } from './confirmations.ts';
import type { RawSocket } from './raw-socket.ts';

type Ear = Pick<RawSocket, 'onMessage' | 'onlyType'>;

/** Three updates of client 7, sent at so many milliseconds. */
function sender(sentAt: readonly number[], onMessage?: Ear['onMessage']) {
  const socket: Ear = { onMessage, onlyType: undefined };
  return { client: 7, ends: [10, 11, 12], sentAt, socket };
}

test('one message confirms everything below its clock, once', () => {
  const person = sender([0, 0, 0]);
  const { latencies } = new Confirmations([person], () => true);
  person.socket.onMessage?.(Buffer.from(encodeDurable(7, 11)));
  expect(latencies.count).toBe(2);
  person.socket.onMessage?.(Buffer.from(encodeDurable(7, 11)));
  person.socket.onMessage?.(Buffer.from(encodeDurable(8, 12)));
  expect(latencies.count).toBe(2);
  person.socket.onMessage?.(Buffer.from(encodeDurable(7, 12)));
  expect(latencies.count).toBe(3);
});

test('half an update is not confirmed, nor one that was not sent, and only the measured time counts', () => {
  const person = sender([5, 20]);
  const { latencies } = new Confirmations([person], (at) => at < 10);
  person.socket.onMessage?.(Buffer.from(encodeDurable(7, 9)));
  expect(latencies.count).toBe(0);
  person.socket.onMessage?.(Buffer.from(encodeDurable(7, 12)));
  expect(latencies.count).toBe(1);
});

test('whoever listens already goes on hearing the rest', () => {
  const heard: number[] = [];
  const person = sender([0], (message) => void heard.push(message[0] ?? -1));
  const confirmations = new Confirmations([person], () => true);
  person.socket.onMessage?.(Buffer.from([0, 2]));
  person.socket.onMessage?.(Buffer.from(encodeDurable(7, 10)));
  expect(heard).toEqual([0]);
  expect(confirmations.latencies.count).toBe(1);
});
