import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { Random } from '../support/random.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** More is a command: `HONEST_STEPS=20000 HONEST_SEEDS=50 npx vitest run … tests/relay/honest-hour.test.ts`. */
const STEPS = Number(process.env['HONEST_STEPS'] ?? 250);
const SEEDS = Number(process.env['HONEST_SEEDS'] ?? 2);
const ZONES = ['twijfel', 'kind', 'kunsten', 'plek'] as ZoneId[];

/** One thing an honest person does, with what is on their board. */
function act(person: Person, random: Random, step: number): void {
  const { actions, board } = person.model;
  const notes = [...board.get().notes.values()];
  const own = random.pick(notes.filter(person.model.isOwn));
  const zone = random.pick(ZONES) as ZoneId;
  const dice = random.next();
  if (dice < 0.25) actions.addNote({ zone, text: `kaartje ${step}` });
  else if (dice < 0.55 && own !== undefined) actions.typeNote(own.id, `${own.text.slice(0, 60)}${step % 10}`);
  else if (dice < 0.6 && own !== undefined) actions.endTyping(own.id);
  else if (dice < 0.75 && notes.length > 0) {
    const ids = [random.pick(notes), random.pick(notes)].map((note) => note?.id as NoteId);
    actions.moveNotes(ids.map((id) => ({ id, zone, x: random.below(500), y: random.below(500) })));
  } else if (dice < 0.8 && own !== undefined) actions.removeNotes([own.id]);
  else if (dice < 0.9) actions.undo();
  else if (dice < 0.93) actions.redo();
  else if (dice < 0.96) person.goOffline();
  else if (dice < 0.985) person.goOnline();
  else person.reopen();
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  '[R29] honest people are never refused and end with one board: typing, undo, lost lines, reloads, two tabs, restarts, every second one with communities alone (seed %i)',
  async (seed) => {
    const random = new Random(seed);
    const server = await startServer({ defer });
    const meetup = await prepareMeetup(server, { shows: seed % 2 === 0 ? 'communities' : 'names' });
    const open = (session: Person['session']): Person => openPerson(session, { url: server.url, defer });
    const sessions = await Promise.all(['Noor', 'Tom', 'Iris', 'Sem'].map((name) => meetup.join(name)));
    // Two of them have a second tab.
    const tabs = [...sessions, ...sessions.slice(0, 2)].map(open);
    await Promise.all(tabs.map((tab) => tab.ready()));
    for (let step = 0; step < STEPS; step += 1) {
      act(random.pick(tabs) as Person, random, step);
      if (random.chance(0.2)) await pause(random.below(8));
      if (step % 200 === 199) {
        await server.stop();
        await server.start();
      }
    }
    for (const tab of tabs) tab.goOnline();
    for (const tab of tabs) await tab.ready();
    for (const { model } of tabs) {
      const settled = (): boolean => model.unsent.get().every(({ state }) => state === 'refused');
      await waitFor('the outbox to settle', settled, 12_000);
      // Words for a note that was removed on another tab meanwhile: kept on the device, and no refusal of the gate.
      expect(model.unsent.get().filter(({ reason }) => reason !== 'noteRemoved')).toEqual([]);
    }
    const refused = tabs.flatMap(({ closeCodes }) =>
      closeCodes.filter((code) => (code >= 4400 && code < 4500) || code === CLOSE_CODES.tooFast),
    );
    expect(refused).toEqual([]);
    const [first, ...others] = tabs;
    for (const other of others) {
      await waitFor('one board', () => JSON.stringify(other.texts()) === JSON.stringify(first?.texts()));
    }
  },
  60_000 + STEPS * 50,
);
