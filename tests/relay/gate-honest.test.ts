/** Honest people never meet the gate: the test that guards every rule of it. */
import type { CommunityId, NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { Device } from '../support/gate-device.ts';
import { boardOf, GateRoom } from '../support/gate-room.ts';
import { Random } from '../support/random.ts';

/** How many updates the people send; a night takes 100,000. */
const UPDATES = Number(process.env['GATE_UPDATES'] ?? 6_000);
const UPDATES_PER_RUN = 1_000;
const FIRST_SEED = Number(process.env['GATE_SEED'] ?? 1);

function gather(room: GateRoom, random: Random): Device[] {
  const person = (facilitator: boolean) => ({
    participant: random.id() as ParticipantId,
    community: (facilitator ? '' : random.id()) as CommunityId | '',
    facilitator,
  });
  const [leader, anna, bert, chris] = [person(true), person(false), person(false), person(false)];
  return [leader, anna, bert, chris, chris].map((sender) => new Device(room, sender, random));
}

/** The server brings a late note, or one from its bin back. */
function writeAsServer(room: GateRoom, random: Random, devices: readonly Device[], known: NoteId[]): void {
  const owner = random.pick(devices)?.sender;
  if (owner === undefined) return;
  const id = random.chance(0.5) ? (random.pick(known) ?? (random.id() as NoteId)) : (random.id() as NoteId);
  known.push(id);
  const { participant: author, community } = owner;
  const [zone, round] = ['kind' as ZoneId, 'rondgang' as RoundId];
  room.write((doc) =>
    addNote(
      doc,
      { id, zone, x: 3, y: 4, text: 'te laat', author, community, round, at: 9, late: true },
      'server',
    ),
  );
}

function step(room: GateRoom, random: Random, devices: readonly Device[], known: NoteId[]): void {
  const device = random.pick(devices);
  if (device === undefined) return;
  const roll = random.below(200);
  if (roll < 90) device.act();
  else if (roll < 150) device.send(1 + random.below(8));
  else if (roll < 185) device.take(1 + random.below(20));
  else if (roll < 189) device.drop();
  else if (roll < 195) device.connect();
  else if (roll < 197) device.reload();
  else if (roll < 198) writeAsServer(room, random, devices, known);
  else if (device.isOnline) device.answer(random.chance(0.5) ? undefined : Y.encodeStateVector(room.doc));
}

function live(seed: number): { room: GateRoom; devices: Device[] } {
  const random = new Random(seed);
  const room = new GateRoom();
  const devices = gather(room, random);
  room.relay = (update, from) => {
    for (const device of devices) if (device !== from) device.hear(update);
  };
  const known: NoteId[] = [];
  while (room.received.length < UPDATES_PER_RUN) {
    // The relay applies several updates in one transaction: look-ups must work inside it.
    if (random.chance(0.3)) {
      room.doc.transact(() => {
        for (let count = random.below(10); count > 0; count -= 1) random.pick(devices)?.send(1);
      });
    } else step(room, random, devices, known);
  }
  for (const device of devices) device.drop();
  for (let turn = 0; turn < 2; turn += 1)
    for (const device of devices) {
      device.connect();
      device.take(Infinity);
    }
  return { room, devices };
}

test(
  `in ${UPDATES} updates nobody honest is refused, nothing stays pending and all boards are equal`,
  { timeout: 60_000 + UPDATES * 10 },
  () => {
    for (let seed = FIRST_SEED; (seed - FIRST_SEED) * UPDATES_PER_RUN < UPDATES; seed += 1) {
      const { room, devices } = live(seed);
      const surprises = room.surprises.map(({ what }) => what);
      expect(surprises, `seed ${seed}`).toEqual([]);
      const board = boardOf(room.doc);
      for (const device of devices) expect(boardOf(device.doc), `seed ${seed}`).toEqual(board);
      expect(boardOf(room.replay()), `the log alone, seed ${seed}`).toEqual(board);
    }
  },
);
