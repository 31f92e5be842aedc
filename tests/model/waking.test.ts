import { createBackoff } from '@ruimte/client/model/backoff';
import { openConnection } from '@ruimte/client/model/connection';
import type { Timers } from '@ruimte/client/model/timers';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** Timers that go off when the test says so; every wait is as long as it may be. */
function createHandTimers() {
  let time = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  const timers: Timers = {
    now: () => time,
    random: () => 1,
    later: (ms, run) => {
      const timer = { at: time + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((each) => each !== timer);
      };
    },
  };
  /** Lets time pass, and everything that hangs on a promise with it. */
  async function pass(ms: number): Promise<void> {
    time += ms;
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter(({ at }) => at > time);
    for (const { run } of due) run();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  return { timers, pass };
}

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
