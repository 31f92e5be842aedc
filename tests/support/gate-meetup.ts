/** A meet-up without sockets: a facilitator and three participants, one on two devices, who do as they please. */
import { authorOf } from '@ruimte/shared/alias';
import type { Sender, Verdict } from '@ruimte/server/relay/gate';
import type { CommunityId, NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import type { Limits } from '@ruimte/shared/limits';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import { Device } from './gate-device.ts';
import { GateRoom } from './gate-room.ts';
import { Random } from './random.ts';

function gather(room: GateRoom, random: Random, apart: boolean): Device[] {
  const person = (facilitator: boolean) => ({
    participant: random.id() as ParticipantId,
    community: (facilitator ? '' : random.id()) as CommunityId | '',
    facilitator,
    ...(apart ? { secret: random.id() } : {}),
  });
  const [leader, anna, bert, chris] = [person(true), person(false), person(false), person(false)];
  return [leader, anna, bert, chris, chris].map((sender) => new Device(room, sender, random));
}

/** Notes that the server has laid, with whose they are. */
type Laid = [NoteId, Sender][];

/** The server brings a late note, or one from its bin back. */
function writeAsServer(room: GateRoom, random: Random, devices: readonly Device[], laid: Laid): void {
  const device = random.pick(devices);
  if (device === undefined) return;
  const again = random.chance(0.5) ? random.pick(laid) : undefined;
  const [id, owner] = again ?? [random.id() as NoteId, device.sender];
  if (again === undefined) laid.push([id, owner]);
  const { community } = owner;
  const author = authorOf(owner, id);
  const [zone, round] = ['kind' as ZoneId, 'rondgang' as RoundId];
  room.write((doc) =>
    addNote(
      doc,
      { id, zone, x: 3, y: 4, text: 'te laat', author, community, round, at: 9, late: true },
      'server',
    ),
  );
}

function step(room: GateRoom, random: Random, devices: readonly Device[], laid: Laid): void {
  const device = random.pick(devices);
  if (device === undefined) return;
  const roll = random.below(200);
  if (roll < 90) device.act();
  else if (roll < 150) device.send(1 + random.below(8));
  else if (roll < 185) device.take(1 + random.below(20));
  else if (roll < 189) device.drop();
  else if (roll < 195) device.connect();
  else if (roll < 197) device.reload();
  else if (roll < 198) writeAsServer(room, random, devices, laid);
  else if (device.isOnline) device.answer(random.chance(0.5) ? undefined : Y.encodeStateVector(room.doc));
}

/**
 * Holds a meet-up until so many updates have come in, then lets everybody come back and hear everything.
 * @param watch - sees every update with its verdict, before it is applied.
 * @param apart - whether notes show communities alone, so that all is written under ever other client ids.
 */
export function holdMeetup(
  seed: number,
  updates: number,
  watch?: (before: GateRoom, update: Uint8Array, verdict: Verdict, sender: Sender) => void,
  limits: Partial<Limits> = {},
  apart = false,
): { room: GateRoom; devices: Device[] } {
  const random = new Random(seed);
  // Time stands still: what somebody costs adds up as if all of it came at once.
  const room = new GateRoom(limits, () => 0);
  room.doc.clientID = Math.imul(seed, 0x9e3779b1) >>> 0;
  if (watch !== undefined) room.watch = watch;
  const devices = gather(room, random, apart);
  room.relay = (update, from) => {
    for (const device of devices) if (device !== from) device.hear(update);
  };
  const laid: Laid = [];
  while (room.received.length < updates) {
    // The relay applies several updates in one transaction: look-ups must work inside it.
    if (random.chance(0.3)) {
      room.doc.transact(() => {
        for (let count = random.below(10); count > 0; count -= 1) random.pick(devices)?.send(1);
      });
    } else step(room, random, devices, laid);
  }
  for (const device of devices) device.drop();
  for (let turn = 0; turn < 2; turn += 1)
    for (const device of devices) {
      device.connect();
      device.take(Infinity);
    }
  return { room, devices };
}
