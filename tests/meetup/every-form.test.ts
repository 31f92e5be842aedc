/** Every working form from its first round to its last, with people, and with a program that tries what is not allowed. */
import { FORMATS } from '@ruimte/shared/content/formats';
import { latestSheets, tallyDots } from '@ruimte/shared/facilitation/tally';
import type { NoteId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 4;

/** Whether the server takes a note from a program that asks nobody. */
async function takes(server: TestServer, session: NewSession, kind: DocumentKind): Promise<boolean> {
  const client = await openStandard(server, session, { defer, kind });
  await client.synced();
  const observer = await openStandard(server, session, { defer, kind });
  await observer.synced();
  const id = layNote(client.doc, session, `van een programma ${kind}`, { zone: zoneIn(observer.doc) });
  const outcome = await Promise.race([
    client.closed,
    waitFor('the note at the other', () => textOf(observer.doc, id)),
  ]);
  for (const each of [client, observer]) each.leave();
  if (typeof outcome === 'number' && outcome !== CLOSE_CODES.locked)
    throw new Error(`the ${kind} was closed with ${outcome}`);
  return typeof outcome === 'string';
}

const zoneIn = (doc: Parameters<typeof rootOf>[0]): string => [...rootOf(doc, 'zones').keys()][0] ?? 'plek';

const forms = [...FORMATS.values()];

test.each(forms.map((form) => [form.id, form] as const))(
  '[S4] %s, from the first round to the last',
  async (id, form) => {
    const clock = new TestClock();
    const server = await startServer({ defer, clock });
    const meetup = await prepareMeetup(server, { format: id, round: null });
    const people: Person[] = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      const person = openPerson(await meetup.join(`Mens ${index}`), { url: server.url, defer, clock });
      await person.ready();
      people.push(person);
    }
    const program = await meetup.join('Programma');
    const here = (what: string, knows: (person: Person) => boolean): Promise<unknown> =>
      waitFor(what, () => people.every(knows));
    const laid = new Set<NoteId>();
    const rated: boolean[] = [];
    let dots = 0;

    for (const round of form.rounds) {
      await meetup.goTo(round.id);
      // Past the two seconds in which words that were on their way are still taken.
      clock.advance(10_000);
      await here(`round ${round.id}`, ({ model }) => model.stage.get().round === round.id);
      if (round.reveal === true) await here('all notes', ({ model }) => model.written.get().size === 0);
      const zones = people[0]?.model.board.part('zones') ?? [];
      const zone = zones.find((each) => each.id === round.focus) ?? zones[0];

      expect(await takes(server, program, 'board'), `${round.id}: the board`).toBe(round.write === 'open');
      const onDesk = round.write === 'private' || round.vote !== undefined || round.rate === true;
      expect(await takes(server, program, 'desk'), `${round.id}: the desk`).toBe(onDesk);

      for (const [index, person] of people.entries()) {
        const { model } = person;
        expect(model.noWriting.get() === undefined, round.id).toBe(round.write !== 'closed');
        if (round.write !== 'closed') laid.add(person.lay(`${round.id} ${index}`, zone?.id ?? ''));
        if (round.vote !== undefined) {
          const [target] = [...model.board.get().notes.values()].slice(index);
          if (target !== undefined && model.actions.setDots(target.id, 1)) dots += 1;
        }
        if (round.rate === true) {
          for (const each of zones.filter(({ kind }) => kind === 'rating'))
            rated.push(model.actions.rate(each.id, (index % 5) + 1));
        }
      }
      await here(
        'everything to be saved',
        ({ model }) => model.unsent.get().length === 0 && model.ownMarks.get().saved,
      );
    }

    await meetup.command({ type: 'close' });
    const [summary] = await meetup.ask('listSnapshots', {});
    const snapshot = await meetup.ask('readSnapshot', { id: summary?.id as never });
    const kept = new Set(snapshot.items.map((note) => note.id));
    expect([...laid].filter((note) => !kept.has(note))).toEqual([]);
    const tallied = [...tallyDots(latestSheets(snapshot.votes)).values()].reduce(
      (sum, count) => sum + count,
      0,
    );
    expect(tallied).toBe(dots);
    expect(rated.every(Boolean)).toBe(true);
    expect(snapshot.ratings).toHaveLength(rated.length > 0 ? PEOPLE : 0);
  },
  60_000,
);
