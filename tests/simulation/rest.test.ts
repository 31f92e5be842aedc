/** The end of a world has to be one: nobody is held against a server that is in the middle of something. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NoteId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote, removeNotes } from '@ruimte/shared/schema/edits/notes';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { gatherCast } from './cast.ts';
import { inWorld } from './in-world.ts';
import { makeMemoryFolder } from './memory-folder.ts';
import { comeToRest, lookAtAll } from './rest.ts';

test('[D2] a world is not at rest before the server has answered what the facilitator asked of it', async () => {
  const root = makeMemoryFolder();
  defer(() => rmSync(root, { recursive: true, force: true }));
  const cast = await gatherCast(join(root, 'cast'));
  await inWorld({ seed: 1, cast, root, keepLines: false }, async (world) => {
    await world.startServer();
    const { doc, sender } = world.addDevice(cast.facilitator, true);
    await comeToRest(world);
    const id = world.random.id() as NoteId;
    const { participant: author, community } = sender;
    const place = { zone: 'kind' as ZoneId, x: 1, y: 1, round: '' as RoundId, at: 5 };
    addNote(doc, { ...place, id, text: 'komt terug', author, community }, 'user');
    await comeToRest(world);
    removeNotes(doc, [id], 'user');
    await comeToRest(world);

    // Before notes can be brought back the bin is read, and that takes seconds on this disk.
    world.disk.slowMs = 10_000;
    world.restoreFromBin(() => true);
    await comeToRest(world);

    expect(world.counts.restored).toBe(1);
    expect(rootOf(doc, 'notes').has(id)).toBe(true);
    await lookAtAll(world);
    // What did not hold is thrown by the next step.
    await world.step();
  });
});
