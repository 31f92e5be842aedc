/** What goes on in a world while it lives: what people do, what breaks, and how often, as the seed decides. */
import { createId, type CommandId, type ZoneId } from '@ruimte/shared/ids';
import type { Actor } from './cast.ts';
import type { HonestDevice } from './device.ts';
import { CRASH_POINTS, CRASHES_WHILE_REWRITING, type DiskFault } from './disk.ts';
import { fillRows } from './fill-rows.ts';
import { attack } from './hostile.ts';
import type { World } from './world.ts';

/** How often what happens in this world: every seed has a character of its own, with some things never. */
export interface Character {
  readonly devices: number;
  readonly steps: number;
  readonly betweenMs: number;
  readonly weights: readonly (readonly [weight: number, happen: (world: World) => void | Promise<void>])[];
  readonly erases: boolean;
}

const FAULTS: readonly DiskFault[] = ['full', 'lost', 'kept but not answered', 'never'];
/** A room nobody has open is let go, and rewritten when it has many rows, after a minute or a little more. */
const IDLE_MS = 66_000;
const AROUND_IDLE_MS = 59_000;

const anyone = (world: World): HonestDevice => {
  const device = world.random.pick(world.devices);
  if (device === undefined) throw new Error('nobody is here');
  return device;
};

/** Draws the character of a world. */
export function createCharacter({ random }: World): Character {
  const often = (usual: number): number => (random.chance(0.3) ? 0 : usual * (0.3 + 1.7 * random.next()));
  return {
    devices: 2 + random.below(5),
    steps: 60 + random.below(120),
    betweenMs: random.pick([8, 40, 120, 250]) ?? 40,
    erases: random.chance(0.25),
    weights: [
      [60, (world) => anyone(world).act()],
      [8, (world) => anyone(world).showPresence()],
      [often(4), (world) => anyone(world).repeat()],
      [often(4), cutLine],
      [often(2), (world) => anyone(world).line?.stall(world.random.below(8_000))],
      [often(3), goOffline],
      [often(3), reload],
      [often(2), comeIn],
      [often(3), attackSomebody],
      [often(2), restore],
      [often(2), command],
      [often(2), failDisk],
      [often(2), slowDisk],
      [often(3), (world) => planCrash(world)],
      [often(1), (world) => world.crash()],
      [often(0.5), (world) => world.restart()],
      [often(0.3), leaveAll],
    ],
  };
}

function cutLine(world: World): void {
  const { random } = world;
  const hears = random.chance(0.8) ? random.below(1_500) : undefined;
  world.counts.cuts += 1;
  anyone(world).line?.cut(random.below(3_000), hears);
}

function goOffline(world: World): void {
  const device = anyone(world);
  device.leave();
  world.time.after(world.random.below(15_000), () => device.connect());
}

function reload(world: World): void {
  const device = anyone(world);
  device.reload(world.random.chance(0.7));
  world.time.after(world.random.below(3_000), () => device.connect());
}

/** Another person, or another tab of somebody who is here. */
function comeIn(world: World): void {
  const { random, cast, devices } = world;
  if (devices.length >= 9) return;
  const actors: readonly Actor[] = [...cast.participants, cast.facilitator, cast.wall];
  world.addDevice(random.pick(actors) ?? cast.facilitator, random.chance(0.7));
}

function attackSomebody(world: World): void {
  const { random, cast } = world;
  world.counts.attacks += 1;
  attack(world, random.chance(0.3) ? cast.wall : cast.hostile);
}

function restore(world: World): void {
  world.restoreFromBin(() => world.random.chance(0.5));
}

/** The facilitator changes something on the stage. */
function command(world: World): void {
  const { random, trace } = world;
  const wanted = random.pick([
    { type: 'blank', blank: random.chance(0.5) } as const,
    { type: 'extend', ms: 60_000 } as const,
    { type: 'spotlight', on: { zone: 'kind' as ZoneId } } as const,
  ]);
  if (world.server === undefined || wanted === undefined) return;
  world.ask(
    world.meetup.command(createId<CommandId>(), wanted),
    (revision) => world.answered(revision),
    (error) => trace.add(`a command failed: ${String(error)}`),
  );
}

function failDisk(world: World): void {
  const { random, disk } = world;
  disk.fault = random.pick(FAULTS);
  world.counts.faults += 1;
  world.time.after(random.below(6_000), () => (disk.fault = undefined));
}

function slowDisk(world: World): void {
  const { random, disk } = world;
  disk.slowMs = random.chance(0.2) ? 3_000 : 40;
  world.time.after(random.below(8_000), () => (disk.slowMs = 0));
}

function planCrash({ random, disk }: World): void {
  disk.dieAt(random.pick(CRASH_POINTS) ?? 'after append', 1 + random.below(4));
}

/**
 * Everybody goes, and the board is let go and rewritten while the first come back with what they wrote meanwhile: some
 * before, some after and some in the middle of it.
 */
async function leaveAll(world: World): Promise<void> {
  const { devices, random, disk, time } = world;
  if (random.chance(0.7)) await fillRows(world);
  const isBusy = random.chance(0.7);
  for (const device of devices) {
    device.leave();
    if (isBusy) device.act();
    time.after((isBusy ? AROUND_IDLE_MS : IDLE_MS) + random.below(8_000), () => device.connect());
  }
  await world.pass(AROUND_IDLE_MS);
  if (isBusy) disk.slowMs = 4_000;
  if (random.chance(0.3)) disk.dieAt(random.pick(CRASHES_WHILE_REWRITING) ?? 'during compact', 1);
  await world.pass(IDLE_MS - AROUND_IDLE_MS + 8_000);
  disk.slowMs = 0;
}

/** Lets things happen, one after another, as often as the character says. */
export async function live(world: World, { devices, steps, betweenMs, weights }: Character): Promise<void> {
  const { random, cast } = world;
  world.addDevice(cast.facilitator, true);
  for (let i = 1; i < devices; i += 1) {
    world.addDevice(random.pick(cast.participants.slice(0, 4)) ?? cast.facilitator, random.chance(0.7));
  }
  const total = weights.reduce((sum, [weight]) => sum + weight, 0);
  for (let step = 0; step < steps; step += 1) {
    let dart = random.next() * total;
    const happening = weights.find(([weight]) => (dart -= weight) < 0);
    await happening?.[1](world);
    await world.pass(random.below(betweenMs * 2));
  }
}
