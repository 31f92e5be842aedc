/** The end of a world: everything comes to rest, and then every board is held against every other. */
import { isDeepStrictEqual } from 'node:util';
import { readBoard } from '@ruimte/shared/projection/board';
import * as Y from 'yjs';
import { boardOf } from '../support/gate-room.ts';
import type { HonestDevice } from './device.ts';
import { newBoard } from './ledger.ts';
import type { World } from './world.ts';

/** How long everything may take to come to rest, milliseconds. */
export const SETTLE_MS = 120_000;
/** Comparing all boards takes longer than what happens meanwhile. */
const LOOK_MS = 200;

/** Everything comes to rest: the disk is well, everybody is there, nothing is under way and no command unanswered. */
export async function comeToRest(world: World): Promise<void> {
  const { disk, devices } = world;
  disk.stayAlive();
  disk.fault = undefined;
  disk.slowMs = 0;
  for (const device of devices) device.connect();
  const late = world.time.now + SETTLE_MS;
  while (!isAtRest(world)) {
    if (world.time.now > late)
      world.fail(`D2: ${SETTLE_MS} ms of rest, and not everybody has the same board`);
    await world.pass(LOOK_MS);
  }
}

function isAtRest({ boardRoom, devices, ledger, unanswered }: World): boolean {
  // A command may wait for the disk before it changes the board.
  if (unanswered > 0 || boardRoom === undefined || !boardRoom.settled) return false;
  const state = Y.snapshot(boardRoom.doc);
  return devices.every(
    (device) =>
      device.isSynced &&
      Y.equalSnapshots(Y.snapshot(device.doc), state) &&
      isCalledSaved(device, ledger.called.get(device.doc.clientID) ?? 0),
  );
}

/** Whether the product shows that everything written on this device is saved. */
function isCalledSaved({ doc, extras }: HonestDevice, called: number): boolean {
  return !extras || Y.getState(doc.store, doc.clientID) === called;
}

/** Whether everybody, somebody new and the disk have the same board, and everything on it is whose it says. */
export async function lookAtAll(world: World): Promise<void> {
  const { devices, ledger, cast, server } = world;
  const [first] = devices;
  const { boardRoom: room } = world;
  if (first === undefined || room === undefined || server === undefined) throw new Error('nobody is here');
  const newcomer = world.addDevice(cast.facilitator, true);
  await world.until('somebody new to see the board', () => newcomer.isSynced, SETTLE_MS);
  // Who comes in may be answered before the board has been built.
  await world.until('the board to be built', () => world.boardRoom?.settled === true, SETTLE_MS);
  const { store } = server;
  type Look = Awaited<ReturnType<typeof look>>;
  const look = async () => ({
    stored: await store.loadDocument(cast.boardKey),
    bin: await store.listBin(cast.meetup),
  });
  let found: Look | undefined;
  look().then((answer) => (found = answer), world.crashed);
  // Something slow may still be before it.
  await world.until('the disk to be read', () => found !== undefined, SETTLE_MS);
  const disk = newBoard();
  for (const update of found?.stored?.updates ?? []) Y.applyUpdate(disk, update);
  const [wanted, plain] = [readBoard(room.doc), boardOf(room.doc)];
  const state = Y.snapshot(room.doc);
  const boards = [...devices.map(({ name, doc }) => [name, doc] as const), ['the disk', disk] as const];
  for (const [name, doc] of boards) {
    if (!isDeepStrictEqual(readBoard(doc), wanted)) world.fail(`D2: ${name} reads another board`);
    if (!isDeepStrictEqual(boardOf(doc), plain)) world.fail(`D2: ${name} holds other values`);
    if (!Y.equalSnapshots(Y.snapshot(doc), state)) world.fail(`D2: ${name} holds other structs or deletions`);
  }
  ledger.checkAuthors(room.doc);
  ledger.checkBin(room.doc, found?.bin ?? []);
}
