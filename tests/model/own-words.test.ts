import type { NoteId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { type ModelPerson, openPerson } from '../support/model-person.ts';
import { Random } from '../support/random.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const ZONES = ['twijfel', 'kind', 'kunsten'] as ZoneId[];
const STEPS = 120;

/** A phone and what its owner believes to have written. */
interface Phone {
  person: ModelPerson;
  readonly written: Map<NoteId, string>;
  readonly name: string;
  readonly closeCodes: number[];
}

async function hold(server: TestServer, meetup: TestMeetup, seed: number): Promise<readonly Phone[]> {
  const random = new Random(seed);
  const lead = openPerson(server, meetup.facilitator);
  onTestFinished(() => lead.model.close());
  const phones = await Promise.all(
    ['Anna', 'Bram', 'Cem', 'Dina'].map(async (name): Promise<Phone> => {
      const person = openPerson(server, await meetup.join(name));
      return { person, written: new Map(), name, closeCodes: [] };
    }),
  );
  onTestFinished(() => phones.forEach(({ person }) => person.model.close()));
  for (const { person } of phones) await live(person);
  let locked = false;
  for (let step = 0; step < STEPS; step += 1) {
    const phone = random.pick(phones) as Phone;
    const { actions, board } = phone.person.model;
    const own = [...phone.written.keys()].filter((id) => board.get().notes.has(id));
    const id = random.pick(own);
    const dice = random.next();
    if (dice < 0.4) {
      const text = `${phone.name} ${step}`;
      const added = actions.addNote({ zone: random.pick(ZONES) as ZoneId, text });
      if (added.length === 22) phone.written.set(added as NoteId, text);
    } else if (dice < 0.6 && id !== undefined && phone.person.model.noWriting.get() === undefined) {
      const text = `${phone.name} ${step} anders`;
      actions.typeNote(id, text);
      actions.endTyping(id);
      phone.written.set(id, text);
    } else if (dice < 0.7 && id !== undefined) {
      actions.moveNotes([
        { id, zone: random.pick(ZONES) as ZoneId, x: random.below(500), y: random.below(500) },
      ]);
    } else if (dice < 0.78) phone.person.unplug(true);
    else if (dice < 0.86) phone.person.unplug(false);
    else if (dice < 0.92) {
      phone.closeCodes.push(...phone.person.closeCodes);
      phone.person = phone.person.reopen();
    } else if (dice < 0.95) {
      locked = !locked;
      await meetup.command({ type: 'lock', locked });
    } else if (dice < 0.97) {
      await meetup.goTo(random.pick(['rondgang', 'laatste-kaartje']) as RoundId);
    } else await pause(random.below(200));
    if (random.chance(0.3)) await pause(random.below(30));
  }
  if (locked) await meetup.command({ type: 'lock', locked: false });
  for (const { person } of phones) person.unplug(false);
  return phones;
}

const live = (person: ModelPerson) =>
  waitFor('being live', () => person.model.connection.get().state === 'live', 12_000);

describe('own words', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'are on the board once or visible as unsent, whatever happens (seed %i)',
    async (seed) => {
      const server = await startServer({ defer: onTestFinished });
      const meetup = await prepareMeetup(server);
      const phones = await hold(server, meetup, seed);
      for (const { person, name } of phones) {
        await live(person);
        await waitFor(
          `the outbox of ${name} to settle`,
          () => person.model.unsent.get().every(({ state }) => state === 'refused'),
          12_000,
        );
      }
      const wall = openPerson(server, await meetup.openWall());
      onTestFinished(() => wall.model.close());
      await live(wall);
      const known = new Set(phones.flatMap(({ written }) => [...written.keys()]));
      expect([...wall.model.board.get().notes.keys()].filter((id) => !known.has(id))).toEqual([]);
      for (const { person, written, closeCodes } of phones) {
        const board = wall.model.board.get().notes;
        const unsent = person.model.unsent.get();
        const lost = [...written].filter(
          ([id, text]) =>
            board.get(id)?.text !== text && !unsent.some((note) => note.id === id && note.text === text),
        );
        expect(lost).toEqual([]);
        // An honest client meets the lock and nothing else of the gate.
        const refusals = [...closeCodes, ...person.closeCodes].filter((code) => code >= 4400 && code < 4500);
        expect(refusals.filter((code) => code !== CLOSE_CODES.locked)).toEqual([]);
        expect(unsent.filter(({ reason }) => reason === 'invalid')).toEqual([]);
      }
    },
    60_000,
  );
});
