import type { NoteId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { Random } from '../support/random.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const ZONES = ['twijfel', 'kind', 'kunsten'] as ZoneId[];
const ROUNDS = ['rondgang', 'laatste-kaartje'] as RoundId[];
const STEPS = 120;
/** Seeds that are run every time; `WORDS_SEEDS=50` runs so many more. */
const SEEDS = [
  1,
  2,
  3,
  4,
  ...Array.from({ length: Number(process.env['WORDS_SEEDS'] ?? 0) }, (_, i) => i + 5),
];

/** A phone and what its owner believes to have written. */
interface Phone {
  readonly name: string;
  readonly person: Person;
  readonly written: Map<NoteId, string>;
}

/** One thing that happens to a phone or its owner. */
function happen({ name, person, written }: Phone, random: Random, step: number): void {
  const { actions, board, noWriting } = person.model;
  const zone = random.pick(ZONES) as ZoneId;
  const id = random.pick([...written.keys()].filter((own) => board.get().notes.has(own)));
  const dice = random.next();
  if (dice < 0.45) {
    const text = `${name} ${step}`;
    const added = actions.addNote({ zone, text });
    if (added.ok) written.set(added.id, text);
  } else if (dice < 0.65 && id !== undefined && noWriting.get() === undefined) {
    const text = `${name} ${step} anders`;
    actions.typeNote(id, text);
    actions.endTyping(id);
    written.set(id, text);
  } else if (dice < 0.75 && id !== undefined) {
    actions.moveNotes([{ id, zone, x: random.below(500), y: random.below(500) }]);
  } else if (dice < 0.85) person.goOffline();
  else if (dice < 0.93) person.goOnline();
  else person.reopen();
}

async function writeInTrouble(
  server: TestServer,
  meetup: TestMeetup,
  seed: number,
): Promise<readonly Phone[]> {
  const random = new Random(seed);
  const phones = await Promise.all(
    ['Anna', 'Bram', 'Cem', 'Dina'].map(async (name): Promise<Phone> => {
      const person = openPerson(await meetup.join(name), { url: server.url, defer });
      await person.ready();
      return { name, person, written: new Map() };
    }),
  );
  let locked = false;
  for (let step = 0; step < STEPS; step += 1) {
    happen(random.pick(phones) as Phone, random, step);
    if (random.chance(0.03)) await meetup.command({ type: 'lock', locked: (locked = !locked) });
    if (random.chance(0.02)) await meetup.goTo(random.pick(ROUNDS) as RoundId);
    if (random.chance(0.3)) await pause(random.below(30));
  }
  await meetup.command({ type: 'lock', locked: false });
  for (const { person } of phones) person.goOnline();
  return phones;
}

test.each(SEEDS)(
  'own words are on the board once or visible as unsent, through cut lines, locks and reloads (seed %i)',
  async (seed) => {
    const server = await startServer({ defer });
    const meetup = await prepareMeetup(server);
    const phones = await writeInTrouble(server, meetup, seed);
    for (const { person, name } of phones) {
      await person.ready();
      const settled = (): boolean => person.model.unsent.get().every(({ state }) => state === 'refused');
      await waitFor(`the outbox of ${name} to settle`, settled, 12_000);
    }
    const witness = openPerson(await meetup.join('Ward'), { url: server.url, defer });
    await witness.ready();

    const board = witness.model.board.get().notes;
    const everything = new Map(phones.flatMap(({ written }) => [...written]));
    const unsent = new Map(
      phones.flatMap(({ person }) => person.model.unsent.get().map((note) => [note.id, note])),
    );
    expect([...board.keys()].filter((id) => !everything.has(id))).toEqual([]);
    const lost = [...everything].filter(
      ([id, text]) => board.get(id)?.text !== text && unsent.get(id)?.text !== text,
    );
    expect(lost).toEqual([]);
    expect([...unsent.values()].filter(({ reason }) => reason === 'invalid')).toEqual([]);
    // An honest client meets the lock and nothing else of the gate.
    const refusals = phones.flatMap(({ person }) =>
      person.closeCodes.filter((code) => code >= 4400 && code < 4500),
    );
    expect(refusals.filter((code) => code !== CLOSE_CODES.locked)).toEqual([]);
  },
  60_000,
);
