import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { Store } from '@ruimte/server/store/store';
import { StoreError } from '@ruimte/server/store/store-error';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { createRelayRig } from '../support/relay-rig.ts';

/** A store that says of every update that it can never be kept, until it is mended. */
function createRefusingStore() {
  const memory = createMemoryStore();
  let isMended = false;
  const store: Store = {
    ...memory,
    append: async (batch) => {
      const refused = !isMended && batch.some(({ kind }) => kind === 'updates');
      if (refused) throw new StoreError('impossible', 'this can never be kept');
      return memory.append(batch);
    },
  };
  return { store, mend: () => (isMended = true) };
}

test('[R36] a document whose changes can never be kept is opened anew ever later, and works as soon as they can', async () => {
  const { store, mend } = createRefusingStore();
  const rig = await createRelayRig({ defer, store });
  const waited: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const room = await rig.openRoom();
    const device = await rig.join(room);
    device.sync();
    device.lay('nog eens');
    expect(await device.closed).toBe(CLOSE_CODES.restart);
    const lostAt = performance.now();
    await rig.openRoom();
    waited.push(performance.now() - lostAt);
  }
  const [, twice, thrice] = waited;
  // Its timer began when the document was lost, a little before the device heard of it.
  expect(twice).toBeGreaterThan(50);
  expect(thrice).toBeGreaterThan(150);

  mend();
  const room = await rig.openRoom();
  const device = await rig.join(room);
  device.sync();
  device.lay('en nu wel');
  await expect.poll(() => room.settled && rootOf(room.doc, 'notes').size).toBe(1);
});

test('[R36] a server that stops does not wait for a document that is to be opened later', async () => {
  const { store } = createRefusingStore();
  const rig = await createRelayRig({ defer, store });
  for (let i = 0; i < 4; i += 1) {
    const device = await rig.join(await rig.openRoom());
    device.sync();
    device.lay('nog eens');
    await device.closed;
  }
  const [opened] = await Promise.allSettled([rig.openRoom(), rig.rooms.close()]);
  expect(opened).toMatchObject({ status: 'rejected', reason: { code: 'closed' } });
});
