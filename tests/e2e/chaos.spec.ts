// Twenty people at one table do everything at once while somebody pushes the board: `CHAOS_SECONDS=60` for a minute.

import type { CDPSession, Page } from '@playwright/test';
import { createArranging } from '@ruimte/client/model/arranging';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { Random } from '../support/random.ts';
import { startServer } from '../support/start-server.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test } from './test.ts';

const PEOPLE = 20;
const SECONDS = Number(process.env['CHAOS_SECONDS'] ?? 8);
const SEED = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
/** How long a person waits after one thing before the next, at most. */
const PAUSE_MS = 160;
const COMMUNITY = 'A table';

/** The recorder of traces holds on to elements that are gone. */
test.use({ trace: 'off' });

/** What one person keeps doing until stopped, and the words that must be on the board afterwards. */
function makeRestless(person: Person, name: string, random: Random) {
  const arranging = createArranging(person.model);
  const kept = new Map<NoteId, string>();
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  const { zones } = person.model.board.get();
  const anyZone = (): ZoneId => (random.pick(zones) ?? zones[0])?.id ?? ('plek' as ZoneId);
  const anyNote = (): NoteId | undefined => random.pick([...person.model.board.get().notes.keys()]);

  function lay(): void {
    count += 1;
    const text = `${name} ${count}`;
    const added = person.model.actions.addNote({ zone: anyZone(), text });
    if (added.ok) kept.set(added.id, text);
  }
  function type(): void {
    const id = random.pick([...kept.keys()]);
    if (id === undefined || !person.model.board.get().notes.has(id)) return;
    const text = `${kept.get(id) ?? ''}!`.slice(0, 60);
    kept.set(id, text);
    person.model.actions.typeNote(id, text);
    if (random.chance(0.5)) person.model.actions.endTyping(id);
  }
  function drag(): void {
    const id = anyNote();
    if (id === undefined) return;
    person.model.setPresence({ cursor: [random.below(2_000), random.below(1_500)] });
    const place = { zone: anyZone(), x: random.below(520), y: 82 + random.below(320) };
    person.model.actions.moveNotes([{ id, ...place }]);
  }
  function arrange(): void {
    const [a, b] = [anyNote(), anyNote()];
    if (a === undefined || b === undefined || a === b) return;
    const what = random.below(4);
    if (what === 0) arranging.group([a, b], `groep ${name}`);
    else if (what === 1) arranging.link(a, b);
    else if (what === 2) arranging.leave([a]);
    else arranging.tidy(anyZone());
  }
  function remove(): void {
    const id = random.pick([...kept.keys()]);
    if (id === undefined) return;
    kept.delete(id);
    person.model.actions.removeNotes([id]);
  }
  function act(): void {
    const dice = random.next();
    if (dice < 0.25) lay();
    else if (dice < 0.5) type();
    else if (dice < 0.8) drag();
    else if (dice < 0.95) arrange();
    else remove();
    timer = setTimeout(act, random.below(PAUSE_MS));
  }
  return {
    kept,
    start: act,
    stop: () => {
      clearTimeout(timer);
      for (const id of kept.keys()) person.model.actions.endTyping(id);
    },
  };
}

/** Leaves the board for the start, and counts what is left of nodes and listeners once what nobody holds is gone. */
async function leaveAndCount(page: Page, devtools: CDPSession) {
  await page.getByRole('link', { name: 'ruimte', exact: true }).click();
  // React holds on to the page it drew last until it draws another one.
  await page.getByRole('link', { name: 'Korte gids' }).click();
  await page.locator('.help').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Korte gids' }).waitFor();
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners };
}

test('[B5] twenty people do everything at once: nothing is lost, nothing breaks, nothing is left behind', async ({
  defer,
  visit,
}) => {
  process.stdout.write(`chaos with seed ${SEED} (CHAOS_SEED=${SEED})\n`);
  test.setTimeout(120_000 + SECONDS * 1_000);
  const random = new Random(SEED);
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const { page } = await visit('facilitator', server.url);
  const devtools = await page.context().newCDPSession(page);
  const board = new BoardPage(page);
  await page.goto(meetup.detail.links.facilitator);
  await new JoinForm(page).enterAsFacilitator('Marleen');
  await board.ready();
  const people: Person[] = [];
  for (let number = 0; number < PEOPLE; number += 1) {
    people.push(openPerson(await meetup.join(`${COMMUNITY} ${number}`), { url: server.url, defer }));
  }
  await Promise.all(people.map((person) => person.ready()));
  const crowd = people.map((person, number) => makeRestless(person, `p${number}`, random));

  /** The table is let loose while the board is pushed and zoomed. */
  async function letLoose(seconds: number): Promise<void> {
    for (const person of crowd) person.start();
    const box = await board.canvas.boundingBox();
    if (box === null) throw new Error('the canvas is not on screen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const until = performance.now() + seconds * 1_000;
    for (let turn = 0; performance.now() < until; turn += 1) {
      await page.mouse.wheel(Math.cos(turn / 9) * 60, Math.sin(turn / 9) * 60);
      if (turn % 40 === 0) await board.canvas.press(turn % 80 === 0 ? '+' : '0');
    }
    for (const person of crowd) person.stop();
  }

  // What is loaded for the first time stays: the second stay must leave no more behind than the first.
  await letLoose(1);
  const before = await leaveAndCount(page, devtools);
  await page.goBack();
  await board.ready();
  await letLoose(SECONDS);

  const wanted = new Map(crowd.flatMap(({ kept }) => [...kept]));
  expect(wanted.size).toBeGreaterThan(PEOPLE);
  for (const person of people) {
    await person.saved();
    await expect
      .poll(() => {
        const { notes } = person.model.board.get();
        const lost = [...wanted].filter(([id, text]) => notes.get(id)?.text !== text);
        return { lost, more: notes.size - wanted.size };
      })
      .toEqual({ lost: [], more: 0 });
  }
  expect(people.flatMap(({ closeCodes }) => closeCodes)).toEqual([]);
  await expect(board.everyNote).toHaveCount(wanted.size);

  const after = await leaveAndCount(page, devtools);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
});
