import { createRebuildThreads, type RebuildThreads } from '@ruimte/server/relay/rebuild-threads';
import { rebuildPieces } from '@ruimte/server/relay/rebuild';
import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { Store } from '@ruimte/server/store/store';
import { createId, type ParticipantId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import { say } from '../support/attacker.ts';
import { defer } from '../support/clean-up.ts';
import { type HandStruct, handUpdate } from '../support/gate-bytes.ts';
import { BOARD_KEY, countText, createRelayRig, noteUpdate } from '../support/relay-rig.ts';

const NOOR = createId<ParticipantId>();

/** A store with one board of so many notes, as compaction leaves it. */
async function createFullStore(notes: number): Promise<Store> {
  const store = createMemoryStore();
  const updates = Array.from({ length: notes }, (_, i) => noteUpdate(NOOR, `kaartje ${i}.`));
  await store.append([{ kind: 'updates', document: BOARD_KEY, updates }]);
  const { upTo } = (await store.loadDocument(BOARD_KEY)) ?? { upTo: 0 };
  await store.compact(BOARD_KEY, rebuildPieces(updates), upTo);
  return store;
}

/** Threads that build nothing before they are let go. */
function createHeldThreads(): { readonly rebuilder: RebuildThreads; readonly release: () => void } {
  const threads = createRebuildThreads();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  return {
    rebuilder: {
      rebuild: async (updates) => {
        await held;
        return threads.rebuild(updates);
      },
      close: () => threads.close(),
    },
    release,
  };
}

/** 16,000 letters after one letter, each before another one: 9 s of work for whoever applies them. */
function poison(): Uint8Array {
  const structs: HandStruct[] = [{ root: 'notes', key: 'n', type: 2 }];
  structs.push({ parent: [7, 0], text: 'a' });
  for (let i = 0; i < 16_000; i += 1) {
    structs.push({ origin: [7, 1], ...(i === 0 ? {} : { right: [7, 1 + i] }), text: 'b' });
  }
  return handUpdate([[7, 0, structs]]);
}

const isComplete = ([type, kind]: Uint8Array): boolean => type === 0 && kind === 1;

test('[R31] a newcomer gets all of a stored board before it has been built, and what they write meanwhile is kept', async () => {
  const held = createHeldThreads();
  const rig = await createRelayRig({ defer, store: await createFullStore(300), rebuilder: held.rebuilder });
  const room = await rig.enterRoom();
  const [first, second] = [await rig.join(room), await rig.join(room)];
  first.sync();
  await expect.poll(() => first.received.some(isComplete)).toBe(true);
  expect(countText(first.received, 'kaartje 299.')).toBe(1);
  first.lay('geschreven bij het openen');
  second.sync();
  await expect.poll(() => second.received.some(isComplete)).toBe(true);
  expect(rootOf(room.doc, 'notes').size).toBe(0);

  held.release();

  await expect.poll(() => countText(second.received, 'geschreven bij het openen')).toBe(1);
  expect(countText(first.received, 'geschreven bij het openen')).toBe(0);
  expect(rootOf(room.doc, 'notes').size).toBe(301);
  // Everybody is asked what this side lacks once it knows what it has.
  expect(first.received.filter(([type, kind]) => type === 0 && kind === 0)).toHaveLength(1);
});

test('[R31] whoever has something already is answered once the board has been built', async () => {
  const held = createHeldThreads();
  const rig = await createRelayRig({ defer, store: await createFullStore(300), rebuilder: held.rebuilder });
  const room = await rig.enterRoom();
  const returning = await rig.join(room);
  returning.client.send(say.step1(new Uint8Array([1, 7, 3])));
  held.release();
  await expect.poll(() => returning.received.some(isComplete)).toBe(true);
  expect(countText(returning.received, 'kaartje 299.')).toBe(1);
});

test('[R31] who sends more than fits before the board has been built is asked to come back', async () => {
  const held = createHeldThreads();
  const rig = await createRelayRig({ defer, store: await createFullStore(300), rebuilder: held.rebuilder });
  const flood = await rig.join(await rig.enterRoom());
  for (let i = 0; i < 4; i += 1) flood.client.send(say.update(new Uint8Array(600_000)));
  expect(await flood.closed).toBe(CLOSE_CODES.loading);
  held.release();
});

test('[R32] a board that takes for ever to build is set apart, its sockets are told, and others open meanwhile', async () => {
  const store = createMemoryStore();
  await store.append([
    { kind: 'updates', document: BOARD_KEY, updates: [poison()] },
    { kind: 'updates', document: 'ander@1', updates: [noteUpdate(NOOR, 'gaat gewoon open')] },
  ]);
  const rig = await createRelayRig({ defer, store, rebuilder: createRebuildThreads(300) });
  const stuck = rig.openRoom();
  const other = await rig.rooms.open('ander@1', 'board', rig.policy);
  expect(rootOf(other.doc, 'notes').size).toBe(1);
  await expect(stuck).rejects.toMatchObject({ code: 'damaged' });
  expect(rig.rooms.setApart).toEqual([BOARD_KEY]);
  // Not tried again for a while: trying is what hurts.
  await expect(rig.openRoom()).rejects.toMatchObject({ code: 'damaged' });
  expect(rig.lines.filter((line) => line.includes('set apart'))).toHaveLength(1);
});

test('[R32] a board that turns out broken after people came in closes them with a code that lets them come back', async () => {
  const store = await createFullStore(300);
  const threads = createRebuildThreads();
  const rebuilder: RebuildThreads = {
    rebuild: (updates) => threads.rebuild([...updates, new Uint8Array([9, 9, 9])]),
    close: () => threads.close(),
  };
  const rig = await createRelayRig({ defer, store, rebuilder });
  const early = await rig.join(await rig.enterRoom());
  expect(await early.closed).toBe(CLOSE_CODES.loading);
  expect(rig.rooms.setApart).toEqual([BOARD_KEY]);
});

test('[R32] threads that have nothing to do are given the next document, and closing them rejects what waits', async () => {
  const threads = createRebuildThreads();
  const update = noteUpdate(NOOR, 'kaartje');
  const many = await Promise.all(Array.from({ length: 20 }, () => threads.rebuild([update])));
  expect(many.every((pieces) => pieces.length === 1)).toBe(true);
  const underway = threads.rebuild([poison()]);
  await Promise.all([expect(underway).rejects.toMatchObject({ code: 'closed' }), threads.close()]);
  await expect(threads.rebuild([update])).rejects.toMatchObject({ code: 'closed' });
});
