import { type AnnounceLevel, startAnnouncing } from '@ruimte/client/model/announcing';
import { createWritable } from '@ruimte/client/model/readable';
import { moveNotes } from '@ruimte/shared/schema/edits/notes';
import { expect, test } from 'vitest';
import { SPACES } from '../support/small-board.ts';
import { inShort, watchSmallBoard } from '../support/watched-board.ts';

const [PLEK, KIND, TWIJFEL] = SPACES;

/** Noor is in de plek; what is said to her is kept with its time. */
function listen() {
  const watched = watchSmallBoard();
  const level = createWritable<AnnounceLevel>('all');
  const typing = createWritable(false);
  const said: { at: number; what: readonly string[]; away: boolean }[] = [];
  startAnnouncing({
    changes: watched.changes,
    timers: watched.timers,
    level,
    typing,
    zone: () => PLEK,
    say: ({ changes, away }) => said.push({ at: watched.timers.now(), what: inShort(changes), away }),
  });
  return { ...watched, level, typing, said };
}

test('[L5] a note of somebody else is said after a second, and what comes then waits for five', async () => {
  const { theirs, lay, pass, said } = listen();
  lay(theirs, 'een');
  lay(theirs, 'twee');
  await pass(999);
  expect(said).toEqual([]);
  await pass(1);
  lay(theirs, 'drie');
  await pass(4_999);
  expect(said).toEqual([{ at: 1_000, what: ['added een', 'added twee'], away: false }]);
  await pass(1);
  expect(said.slice(1)).toEqual([{ at: 6_000, what: ['added drie'], away: false }]);
});

test('[L5] two hundred people at work are heard twelve times a minute', async () => {
  const { theirs, lay, pass, said } = listen();
  for (let moment = 0; moment < 600; moment += 1) {
    lay(theirs, `kaartje ${moment}`);
    await pass(100);
  }
  expect(said.length).toBeLessThanOrEqual(12);
  expect(said.length).toBeGreaterThanOrEqual(11);
  for (const [index, { at }] of said.entries())
    expect(at - (said[index - 1]?.at ?? -5_000)).toBeGreaterThanOrEqual(5_000);
});

test('[L5] nothing is said while one types; it comes when the field closes', async () => {
  const { theirs, lay, pass, said, typing } = listen();
  typing.set(true);
  lay(theirs, 'een');
  await pass(60_000);
  lay(theirs, 'twee');
  await pass(60_000);
  expect(said).toEqual([]);
  typing.set(false);
  await pass(1_000);
  expect(said.map(({ what }) => what)).toEqual([['added een', 'added twee']]);
});

test('[L5] one hears everything, only the own space, or nothing', async () => {
  const { theirs, lay, pass, said, level } = listen();
  level.set('zone');
  lay(theirs, 'elders', { zone: KIND });
  const weg = lay(theirs, 'hier');
  await pass(6_000);
  moveNotes(theirs, [{ id: weg, zone: TWIJFEL, x: 1, y: 1 }], 'user');
  await pass(6_000);
  expect(said.map(({ what }) => what)).toEqual([['added hier'], ['moved hier']]);
  level.set('off');
  lay(theirs, 'stil');
  await pass(6_000);
  expect(said).toHaveLength(2);
});

test('[L5] what happened while one was away is one message of its own', async () => {
  const { theirs, lay, pass, said, hide, show } = listen();
  hide();
  lay(theirs, 'een');
  lay(theirs, 'twee');
  await pass(60_000);
  expect(said).toEqual([]);
  show();
  await pass(300);
  await pass(1_000);
  expect(said.map(({ what, away }) => [what, away])).toEqual([[['added een', 'added twee'], true]]);
});
