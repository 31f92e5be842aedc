/** Words that have to be gone: written, removed, forgotten, and looked for in the files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILES } from '@ruimte/server/store/database-file';
import { createId, type CommandId, type NoteId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { addNote, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { CRASHES_WHILE_REWRITING } from './disk.ts';
import { fillRows, MANY_ROWS } from './fill-rows.ts';
import { comeToRest, SETTLE_MS } from './rest.ts';
import type { World } from './world.ts';

/** A room nobody has open is rewritten after a minute, once those who vanished without a word have been found out. */
const REWRITTEN_WITHIN_MS = 132_000;

/**
 * Words that are removed, overwritten and emptied from the bin are in no file any more once the board has been rewritten,
 * also when the machine dies in the middle of that.
 */
export async function erase(world: World): Promise<void> {
  const { cast, random, disk, counts } = world;
  const words = await writeAndRemove(world);
  const isOnDisk = (word: string): boolean =>
    [DATA_FILES.database, DATA_FILES.log].some((name) =>
      readFileSync(join(disk.folder, name)).includes(word),
    );
  for (const word of words) if (!isOnDisk(word)) world.fail(`D5: "${word}" was never on disk`);
  let isClosed = false;
  const closing = world.meetup.command(createId<CommandId>(), { type: 'close' });
  world.ask(closing, () => (isClosed = true), world.crashed);
  await world.until('the meet-up to close', () => isClosed, SETTLE_MS);
  for (const device of world.devices) device.leaveForGood();
  if (random.chance(0.5)) disk.dieAt(random.pick(CRASHES_WHILE_REWRITING) ?? 'during compact', 1);
  for (let lives = world.lives, isDone = false; !isDone; lives = world.lives) {
    const before = counts.compactions;
    const isOver = (): boolean => counts.compactions > before || world.lives > lives;
    await world.until('the board to be rewritten', isOver, REWRITTEN_WITHIN_MS);
    await world.pass(10_000);
    isDone = world.lives === lives;
    if (isDone) continue;
    // A room is rewritten when it is left: after a crash somebody has to have been there.
    const visitor = world.addDevice(cast.facilitator, true);
    await world.until('somebody to look in', () => visitor.isSynced, SETTLE_MS);
    visitor.leaveForGood();
    isDone = (world.boardRoom?.rows ?? 0) < MANY_ROWS;
  }
  for (const word of words) if (isOnDisk(word)) world.fail(`D5: "${word}" is still on disk`);
}

/** The facilitator writes words, takes them away again, and goes on until the board has many rows. @returns the words. */
async function writeAndRemove(world: World): Promise<readonly string[]> {
  const { random } = world;
  const facilitator = world.devices.find(({ actor }) => actor.role === 'facilitator');
  if (facilitator === undefined) throw new Error('the facilitator is always there');
  const { doc, sender } = facilitator;
  const { participant: author, community } = sender;
  const [removed, changed] = [`weggehaald${random.below(1e6)}`, `overschreven${random.below(1e6)}`];
  const [first, second] = [random.id() as NoteId, random.id() as NoteId];
  const place = { zone: 'kind' as ZoneId, x: 1, y: 1, round: '' as RoundId, at: 5, author, community };
  addNote(doc, { ...place, id: first, text: removed }, 'user');
  addNote(doc, { ...place, id: second, text: changed }, 'user');
  await world.pass(1_000);
  removeNotes(doc, [first], 'user');
  setNoteText(doc, second, 'nieuwe woorden', 'typing');
  await fillRows(world);
  await comeToRest(world);
  return [removed, changed];
}
