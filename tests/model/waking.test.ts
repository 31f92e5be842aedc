import { createBackoff } from '@ruimte/client/model/backoff';
import { openConnection } from '@ruimte/client/model/connection';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createHandTimers } from '../support/hand-timers.ts';

test('[O6] a device tries at once when the network may be back, however short ago a try failed', async () => {
  const { timers, pass } = createHandTimers();
  let tries = 0;
  const doc = new Y.Doc();
  const nothing = (): void => undefined;
  const connection = openConnection({
    doc,
    awareness: new Awareness(doc),
    address: 'ws://127.0.0.1:9/ws',
    getTicket: () => {
      tries += 1;
      return Promise.reject(new Error('no network'));
    },
    backoff: createBackoff(timers),
    timers,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    onSynced: nothing,
    onLost: nothing,
    onSilent: nothing,
    onHeard: nothing,
    onMessage: nothing,
    onRefused: nothing,
    onOutdated: nothing,
    onEnded: nothing,
  });
  for (const ms of [0, 500, 1_000, 2_000]) await pass(ms);
  expect(tries).toBe(4);
  await pass(300);

  connection.wake();
  await pass(0);

  expect(tries).toBe(5);
  connection.close();
  doc.destroy();
});
