import type { ConnectionState } from '@ruimte/client/model/meetup-model';
import { openMeetup } from '@ruimte/client/model/open-meetup';
import { createMemoryStorage } from '@ruimte/client/model/storage';
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { defer } from '../support/clean-up.ts';
import { createHandTimers } from '../support/hand-timers.ts';
import { type SmallRelay, startSmallRelay } from '../support/small-relay.ts';
import { waitFor } from '../support/wait-for.ts';

/** What the product promises, milliseconds. */
const PROMISED_MS = 5_000;
const STEP_MS = 100;

/** The type of a message on the wire. */
const typeOf = (message: ArrayBuffer | Uint8Array): number =>
  decoding.readVarUint(decoding.createDecoder(new Uint8Array(message)));

/** A device in the meet-up, connected, whose time stands still. */
async function openDevice(relay: SmallRelay) {
  const { timers, pass } = createHandTimers();
  const sockets = new Set<CountingSocket>();
  class CountingSocket extends WebSocket {
    /** Pings that have had no answer. */
    open = 0;
    constructor(address: string, protocols: string[]) {
      super(address, protocols);
      sockets.add(this);
      this.on('close', () => sockets.delete(this));
      this.on('message', (data) => {
        if (typeOf(data as ArrayBuffer) === MESSAGE.pong) this.open -= 1;
      });
    }
    override send(data: Uint8Array): void {
      if (typeOf(data) === MESSAGE.ping) this.open += 1;
      super.send(data);
    }
  }
  const model = openMeetup({
    session: relay.session(),
    sessionSecret: 'geheim',
    callApi: relay.callApi,
    base: relay.base,
    storage: createMemoryStorage(),
    WebSocket: CountingSocket as unknown as typeof globalThis.WebSocket,
    timers,
  });
  defer(() => model.close());
  /** Lets no time pass but that of the sockets. */
  const become = (state: ConnectionState['state']): Promise<unknown> =>
    waitFor(`the connection to be ${state}`, async () => {
      await pass(0);
      return model.connection.get().state === state;
    });
  const heard = (): Promise<unknown> =>
    waitFor('every ping to be answered', () => [...sockets].every(({ open }) => open === 0));
  await become('live');
  await heard();
  const states: ConnectionState['state'][] = [];
  model.connection.subscribe(() => states.push(model.connection.get().state));
  return { model, pass, become, heard, states };
}

test('[F9] a line that died silently is said within five seconds, and connected anew by itself', async () => {
  const relay = await startSmallRelay();
  const { model, pass, become, heard } = await openDevice(relay);
  // The line dies at every moment between two signs of life.
  for (let alive = 0; alive < 3_000; alive += 700) {
    for (let at = 0; at < alive; at += STEP_MS) {
      await pass(STEP_MS);
      await heard();
    }
    relay.fallSilent();
    let silentMs = 0;
    while (model.connection.get().state === 'live' && silentMs <= 2 * PROMISED_MS) {
      await pass(STEP_MS);
      silentMs += STEP_MS;
    }
    expect(model.connection.get().state).toBe('lost');
    expect(silentMs).toBeLessThanOrEqual(PROMISED_MS);
    for (let at = 0; at < 2 * PROMISED_MS; at += STEP_MS) await pass(STEP_MS);
    await become('live');
  }
});

test('[F9] a line that was only slow is the same line, and what was written on it arrives', async () => {
  const relay = await startSmallRelay();
  const { model, pass, become } = await openDevice(relay);
  const lines = relay.upgrades.length;
  relay.hold(true);
  for (let at = 0; at < PROMISED_MS; at += STEP_MS) await pass(STEP_MS);
  expect(model.connection.get().state).toBe('lost');
  model.actions.addNote({ zone: 'twijfel' as never, text: 'in de stilte' });
  expect(model.unsent.get()).toMatchObject([{ text: 'in de stilte', state: 'waiting' }]);

  relay.hold(false);

  await become('live');
  await waitFor('the note to be saved', () => model.unsent.get().length === 0);
  expect(relay.upgrades).toHaveLength(lines);
});

test('[F9] a page that slept, or whose timers were slowed down, raises no false alarm', async () => {
  const relay = await startSmallRelay();
  const { pass, heard, states } = await openDevice(relay);
  const lines = relay.upgrades.length;
  for (const slept of [60_000, 60_000, 4_000, 3_600_000, 1_000, 1_000, 1_000, 60_000]) {
    await pass(slept);
    await heard();
  }
  expect(states).toEqual([]);
  expect(relay.upgrades).toHaveLength(lines);
});
