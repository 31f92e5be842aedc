import { overlaps } from '@ruimte/shared/geometry';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import type { Note } from '@ruimte/shared/schema/note';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 8;

function covered(notes: readonly Note[]): number {
  let count = 0;
  for (const [index, a] of notes.entries()) {
    for (const b of notes.slice(index + 1)) {
      if (a.zone === b.zone && overlaps({ ...a, ...NOTE_SIZE }, { ...b, ...NOTE_SIZE })) count += 1;
    }
  }
  return count;
}

test('[O7] notes that many people lay in one space at the same moment end up beside one another', async () => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const people: Person[] = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    people.push(openPerson(await meetup.join(`Deelnemer ${i}`), { url: server.url, defer }));
  }
  await Promise.all(people.map((person) => person.ready()));

  for (const [i, person] of people.entries()) person.lay(`kaartje ${i}`, 'twijfel');

  const [first] = people;
  const notes = (): readonly Note[] => [...(first?.model.board.get().notes.values() ?? [])];
  await waitFor(
    'all notes to find a place of their own',
    () => notes().length === PEOPLE && covered(notes()) === 0,
  );
  expect(first?.model.undoable.get().undo).toBe(true);
  first?.model.actions.undo();
  await waitFor('the own note to be taken back', () => notes().length === PEOPLE - 1);
});
