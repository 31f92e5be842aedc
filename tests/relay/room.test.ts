import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { Store } from '@ruimte/server/store/store';
import { StoreError } from '@ruimte/server/store/store-error';
import type { Gate } from '@ruimte/server/relay/gate';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import { createId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import { setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { say } from '../support/attacker.ts';
import { defer } from '../support/clean-up.ts';
import { handUpdate } from '../support/gate-bytes.ts';
import { BOARD_KEY, countText, createRelayRig, noteUpdate } from '../support/relay-rig.ts';

/** A store whose board has a row with a broken checksum. */
function createDamagedStore() {
  const memory = createMemoryStore();
  const counts = { loads: 0 };
  return {
    counts,
    store: {
      ...memory,
      loadDocument: async () => {
        counts.loads += 1;
        throw new StoreError('damaged', 'row 3 is damaged');
      },
    },
  };
}

test('[R22] a damaged document is set apart: logged once, not read again for each who comes', async () => {
  const { store, counts } = createDamagedStore();
  const rig = await createRelayRig({ defer, store });
  for (let i = 0; i < 20; i += 1) await expect(rig.openRoom()).rejects.toMatchObject({ code: 'damaged' });
  expect(counts.loads).toBe(1);
  expect(rig.lines.filter((line) => line.includes('set apart'))).toHaveLength(1);
});

test('[R22] a document that misses an update is not shown with a hole in it', async () => {
  const rig = await createRelayRig({ defer });
  const hole = handUpdate([[7, 5, [{ root: 'notes', key: createId(), type: 1 }]]]);
  await rig.store.append([{ kind: 'updates', document: BOARD_KEY, updates: [hole] }]);
  await expect(rig.openRoom()).rejects.toMatchObject({ code: 'damaged' });
});

test('[R23] what fails after applying ends the room: the sender for good, the others come back to what is on disk', async () => {
  const broken = handUpdate([[7, 5, [{ root: 'notes', key: createId(), type: 1 }]]]);
  const gate: Gate = (document, sender, update) => {
    const verdict = judgeUpdate(document, sender, update);
    const isBait = verdict.kind === 'accept' && Buffer.from(update).includes('lokaas');
    return isBait ? { ...verdict, update: broken } : verdict;
  };
  const rig = await createRelayRig({ defer, gate });
  const room = await rig.openRoom();
  const [honest, hostile] = [await rig.join(room), await rig.join(room)];
  honest.sync();
  honest.lay('blijft');
  await expect.poll(() => room.settled && rootOf(room.doc, 'notes').size === 1).toBe(true);

  hostile.lay('lokaas');

  expect(await hostile.closed).toBe(CLOSE_CODES.malformed);
  expect(await honest.closed).toBe(CLOSE_CODES.restart);
  const again = await rig.openRoom();
  expect(again).not.toBe(room);
  expect(rootOf(again.doc, 'notes').size).toBe(1);
  expect(again.doc.store.pendingStructs).toBeNull();
  await expect(room.edit(() => undefined)).rejects.toMatchObject({ code: 'internal' });
});

test('[R23] a change of the server that fails halfway leaves nothing behind', async () => {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const halfway = room.edit((doc) => {
    doc.getMap('meta').set('title', 'half');
    throw new Error('halfway');
  });
  await expect(halfway).rejects.toThrow('halfway');
  expect((await rig.openRoom()).doc.getMap('meta').size).toBe(0);
});

test('[R24] an open document with thousands of rows is rewritten when it is quiet, and what comes meanwhile stays', async () => {
  const rig = await createRelayRig({ defer });
  const author = createId<ParticipantId>();
  const source = new Y.Doc();
  defineRoots(source, BOARD_ROOTS);
  Y.applyUpdate(source, noteUpdate(author, 'begin'));
  for (let i = 0; i < 2_001; i += 1) {
    const before = Y.encodeStateVector(source);
    source.getMap('meta').set('count', i);
    const update = Y.encodeStateAsUpdate(source, before);
    await rig.store.append([{ kind: 'updates', document: BOARD_KEY, updates: [update] }]);
  }
  await rig.store.append([
    { kind: 'updates', document: BOARD_KEY, updates: [Y.encodeStateAsUpdate(source)] },
  ]);
  const room = await rig.openRoom();
  const writer = await rig.join(room);
  writer.sync();

  rig.rooms.tick(false);
  for (let i = 0; i < 5; i += 1) writer.lay(`meanwhile ${i}`);
  await expect.poll(() => rootOf(room.doc, 'notes').size).toBe(6);
  await expect
    .poll(async () => {
      rig.rooms.tick(false);
      return (await rig.store.loadDocument(BOARD_KEY))?.updates.length;
    })
    .toBeLessThan(10);

  const reread = new Y.Doc();
  defineRoots(reread, BOARD_ROOTS);
  for (const update of (await rig.store.loadDocument(BOARD_KEY))?.updates ?? [])
    Y.applyUpdate(reread, update);
  expect(rootOf(reread, 'notes').toJSON()).toEqual(rootOf(room.doc, 'notes').toJSON());
  expect(reread.getMap('meta').get('count')).toBe(2_000);
});

test('[R25] who never answers a ping is gone with the second one, who does stays', async () => {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const [alive, dead] = [await rig.join(room), await rig.join(room, { autoPong: false })];
  // Every message is a sign of life too: neither says anything.
  rig.rooms.tick(true);
  await new Promise((resolve) => alive.client.once('ping', resolve));
  alive.client.send(say.step1());
  await expect.poll(() => alive.received.length).toBeGreaterThan(1);
  rig.rooms.tick(true);
  expect(await dead.closed).toBe(1006);
  expect(alive.connection.open).toBe(true);
});

test('[R26] a reader that takes nothing loses presence first and then the socket; it gets presence when it has caught up', async () => {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const [slow, other] = [await rig.join(room), await rig.join(room)];
  slow.client.pause();
  const frame = Buffer.alloc(64 * 1024, 1);
  // More than the system takes in by itself, less than the limit at which it is closed.
  for (let i = 0; i < 400 && slow.connection.waiting < 2 ** 20; i += 1) {
    slow.connection.send(frame);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(slow.connection.waiting).toBeGreaterThan(2 ** 20 - 1);
  other.client.send(say.presence([[11, 1, { cursor: [5, 5] }]]));
  await expect.poll(() => (rig.rooms.sendPresence(), countText(other.received, 'cursor'))).toBe(1);
  slow.client.resume();
  await expect.poll(() => (rig.rooms.sendPresence(), countText(slow.received, 'cursor'))).toBe(1);

  slow.client.pause();
  for (let i = 0; i < 1_000 && slow.connection.open; i += 1) {
    slow.connection.send(frame);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(slow.connection.open).toBe(false);
  expect(slow.connection.waiting).toBeLessThan(16 * 2 ** 20);
  expect(other.connection.open).toBe(true);
});

test('[R27] those who come in while others write get all of it, the document being encoded once', async () => {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const writer = await rig.join(room);
  writer.sync();
  const comers = [];
  for (let i = 0; i < 10; i += 1) {
    writer.lay(`kaartje ${i}`);
    const comer = await rig.join(room);
    comer.sync();
    comers.push(comer);
  }
  await expect.poll(() => rootOf(room.doc, 'notes').size).toBe(10);
  for (const { received } of comers) {
    await expect.poll(() => replayed(received).size).toBe(10);
    // Complete is said once, behind everything that was there.
    expect(received.filter(([type, kind]) => type === 0 && kind === 1)).toHaveLength(1);
  }
});

test('[R27] who comes in while somebody writes gets nothing before what it builds on', async () => {
  const memory = createMemoryStore();
  let disk = Promise.resolve();
  const append: Store['append'] = async (batch) => {
    await disk;
    await memory.append(batch);
  };
  const rig = await createRelayRig({ defer, store: { ...memory, append } });
  const room = await rig.openRoom();
  const [writer, comer] = [await rig.join(room), await rig.join(room)];
  const source = new Y.Doc();
  defineRoots(source, BOARD_ROOTS);
  Y.applyUpdate(source, noteUpdate(writer.connection.holder.participant ?? createId(), 'begin'));
  writer.client.send(say.update(Y.encodeStateAsUpdate(source)));
  await expect.poll(() => room.settled && rootOf(room.doc, 'notes').size).toBe(1);

  let release = (): void => undefined;
  disk = new Promise((resolve) => (release = resolve));
  writer.lay('houdt de schijf bezig');
  await expect.poll(() => room.settled).toBe(false);
  comer.sync();
  await expect.poll(() => comer.connection.syncedAt).toBe(2);
  const before = Y.encodeStateVector(source);
  const [id] = rootOf(source, 'notes').keys();
  setNoteText(source, id as NoteId, 'begin en verder', 'typing');
  writer.client.send(say.update(Y.encodeStateAsUpdate(source, before)));
  await expect.poll(() => JSON.stringify(rootOf(room.doc, 'notes'))).toContain('begin en verder');
  release();

  await expect.poll(() => JSON.stringify(replayed(comer.received))).toContain('begin en verder');
});

test('[R27] nobody gets their own words back, and the words of others once', async () => {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const sockets = [await rig.join(room), await rig.join(room), await rig.join(room)];
  for (const socket of sockets) socket.sync();
  await expect.poll(() => sockets.every(({ received }) => received.length >= 2)).toBe(true);
  sockets.forEach(({ lay }, index) => [0, 1, 2].forEach((i) => lay(`woord ${index}-${i}.`)));
  for (const [index, { received }] of sockets.entries()) {
    for (const other of [0, 1, 2]) {
      for (const i of [0, 1, 2]) {
        const times = other === index ? 0 : 1;
        await expect.poll(() => countText(received, `woord ${other}-${i}.`)).toBe(times);
      }
    }
  }
});

test('[R10] a board of too many bytes takes nothing more, until something was removed', async () => {
  const rig = await createRelayRig({ defer, limits: { boardBytes: 2_000 } });
  const room = await rig.openRoom();
  const writer = await rig.join(room);
  for (let i = 0; i < 30; i += 1) writer.lay(`een kaartje met nummer ${i}`);
  expect(await writer.closed).toBe(CLOSE_CODES.boardFull);
  expect(Y.encodeStateAsUpdate(room.doc).length).toBeLessThan(2_000);
});

/** The notes somebody sees who applies what they were sent; nothing of it may have to wait for something later. */
function replayed(received: readonly Uint8Array[]) {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  for (const bytes of received) {
    const decoder = decoding.createDecoder(bytes);
    const [type, kind] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
    if (type === 0 && kind > 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
    expect(doc.store.pendingStructs).toBeNull();
  }
  return rootOf(doc, 'notes');
}

test('[R35] nobody waits behind all that somebody else has sent', async () => {
  const order: string[] = [];
  const gate: Gate = (document, sender, update) => {
    const verdict = judgeUpdate(document, sender, update);
    const text = /(zwaar|licht) \d/.exec(Buffer.from(update).toString('latin1'))?.[0];
    if (text !== undefined) order.push(text);
    // As long as a full message takes.
    for (const until = performance.now() + 30; performance.now() < until && text?.startsWith('zwaar'););
    return verdict;
  };
  const memory = createMemoryStore();
  let disk = Promise.resolve();
  const append: Store['append'] = async (batch) => {
    await disk;
    await memory.append(batch);
  };
  const rig = await createRelayRig({ defer, gate, store: { ...memory, append } });
  const room = await rig.openRoom();
  const [heavy, light] = [await rig.join(room), await rig.join(room)];
  for (const socket of [heavy, light]) socket.sync();
  await expect.poll(() => [heavy, light].every(({ received }) => received.length >= 2)).toBe(true);
  let release = (): void => undefined;
  disk = new Promise((resolve) => (release = resolve));
  light.lay('begin');
  await expect.poll(() => room.settled).toBe(false);
  for (let i = 0; i < 8; i += 1) heavy.lay(`zwaar ${i}`);
  light.lay('licht 0');
  light.lay('licht 1');
  release();
  await expect.poll(() => order.length).toBe(10);
  expect(order.indexOf('licht 1')).toBeLessThan(order.indexOf('zwaar 4'));
  expect(order.filter((text) => text.startsWith('zwaar'))).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map((i) => `zwaar ${i}`),
  );
});
